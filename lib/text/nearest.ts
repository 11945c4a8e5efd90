const MOST_EDITS = 3;
// Longer names are no slips of the keyboard.
const LONGEST = 80;

/**
 * The name that a slip of the keyboard most likely meant: the same but for letter case, else the one that the fewest edits
 * away (letters added, left out, changed, or two swapped; at most three, and fewer than half of the letters), else the one of
 * the same letters in another order. Of several equally near ones the first.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  if (wanted.length > LONGEST) return undefined;
  const letters = letterSet(wanted);
  let nearest: string | undefined;
  let fewest = Math.min(MOST_EDITS, Math.floor((wanted.length - 1) / 2)) + 1;
  let shuffled: string | undefined;
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower === wanted) return name;
    if (Math.abs(lower.length - wanted.length) > MOST_EDITS) continue;
    // Each edit changes at most two of the letters that occur.
    if (bitCount(letterSet(lower) ^ letters) > 2 * MOST_EDITS) continue;
    const edits = editDistance(lower, wanted);
    if (edits < fewest) {
      fewest = edits;
      nearest = name;
    }
    if (shuffled === undefined && lower.length === wanted.length && sorted(lower) === sorted(wanted)) shuffled = name;
  }
  return nearest ?? shuffled;
}

/** Edits between two texts: letters added, left out, changed, or two neighbours swapped. Costs the product of the lengths. */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, place) => place);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left.charCodeAt(i - 1) === right.charCodeAt(j - 1);
      const changed = (last[j - 1] ?? 0) + (same ? 0 : 1);
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, changed);
      const swapped =
        left.charCodeAt(i - 1) === right.charCodeAt(j - 2) && left.charCodeAt(i - 2) === right.charCodeAt(j - 1);
      if (i > 1 && j > 1 && swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}

/** The letters a to z that occur, one bit each. */
function letterSet(lower: string): number {
  let letters = 0;
  for (let i = 0; i < lower.length; i++) {
    const letter = lower.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}
