/** A few lines under an optional heading. */
export interface DescriptionSection {
  readonly heading?: string;
  /** Sentences or items with `names`. */
  readonly lines: readonly string[];
}

export interface Description {
  /** What is described, as it is written or as AWS writes it; no backticks. */
  readonly title: string;
  readonly sections: readonly DescriptionSection[];
}

/** Sections of a list: none for an empty one; of a long one the first, and how many more there are. */
export function listSection(heading: string, items: readonly string[], most: number): readonly DescriptionSection[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  const shown = rest > 1 ? [...items.slice(0, most), `and ${rest} more`] : items;
  return [{ heading, lines: [shown.join(', ')] }];
}
