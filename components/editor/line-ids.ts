/** Lines with an identity each, which stays when lines above them come or go. */
export interface IdentifiedLines {
  readonly lines: readonly string[];
  readonly ids: readonly number[];
  readonly nextId: number;
}

export const NO_LINES: IdentifiedLines = { lines: [], ids: [], nextId: 0 };

/**
 * Identities for the lines after a change: those before and after the changed stretch keep theirs, so that an
 * inserted line draws one line and not all that follow it.
 */
export function identifyLines(before: IdentifiedLines, lines: readonly string[]): IdentifiedLines {
  const shorter = Math.min(before.lines.length, lines.length);
  let head = 0;
  while (head < shorter && before.lines[head] === lines[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.lines.at(-1 - tail) === lines.at(-1 - tail)) tail++;
  let { nextId } = before;
  const changed = lines.slice(head, lines.length - tail).map((_, index) => {
    // A line that was only edited keeps its identity too, as long as it is one of as many as before.
    const kept = index < before.lines.length - tail - head ? before.ids[head + index] : undefined;
    return kept ?? nextId++;
  });
  const ids = [...before.ids.slice(0, head), ...changed, ...before.ids.slice(before.ids.length - tail)];
  return { lines, ids, nextId };
}
