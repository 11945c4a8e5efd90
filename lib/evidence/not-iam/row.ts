/** What looks like a denial but is none that policies decide: a stable id, and what it is and what to do in a sentence or two. */
export interface NotIam {
  readonly id: string;
  readonly text: string;
}

/** One kind of failure with the wording that tells it. */
export interface NotIamRow extends NotIam {
  readonly pattern: RegExp;
}

export function row(id: string, pattern: RegExp, text: string): NotIamRow {
  return { id, pattern, text };
}
