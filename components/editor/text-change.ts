/** The one stretch in which two texts differ: `removed` characters from `start` became `inserted`. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest single change that makes `before` into `after`; undefined when they are equal. */
export function textChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  // Never between the halves of one character.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, removed: before.length - tail - start, inserted: after.slice(start, after.length - tail) };
}

/** Where an offset stands after a change: before it unmoved, after it shifted, inside it at its end. */
export function offsetAfter(change: TextChange, offset: number): number {
  if (offset <= change.start) return offset;
  if (offset >= change.start + change.removed) return offset - change.removed + change.inserted.length;
  return change.start + change.inserted.length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
