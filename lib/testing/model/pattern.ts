// Patterns as lists of pieces, compared by trying everything.

/**
 * A character, `?`, `*`, or text that is not known: `gap` is any text, `id` any text without a colon (R191), `name` any text
 * without a colon and a slash (R190).
 */
type Piece = { readonly char: string } | 'one' | 'run' | 'gap' | 'idOne' | 'idRun' | 'nameOne' | 'nameRun';
export type Pattern = readonly Piece[];

/** Every character stands for itself; a character is a code point (C37). */
export function literal(text: string): Pattern {
  return Array.from(text).map((char) => ({ char }));
}

/** `*` and `?` are wildcards, nothing else is special (C37, R122). */
export function wild(text: string): Pattern {
  return Array.from(text).map((char) => (char === '*' ? 'run' : char === '?' ? 'one' : { char }));
}

/** C36: a stretch of characters as a whole, because a letter's lower case may depend on its place in the word. */
export function lower(pattern: Pattern): Pattern {
  const lowered: Piece[] = [];
  let word = '';
  for (const piece of [...pattern, undefined]) {
    if (piece !== undefined && typeof piece !== 'string') word += piece.char;
    else {
      lowered.push(...literal(word.toLowerCase()));
      word = '';
      if (piece !== undefined) lowered.push(piece);
    }
  }
  return lowered;
}

export function isOpen(pattern: Pattern): boolean {
  return pattern.some((piece) => typeof piece === 'string' && !['one', 'run'].includes(piece));
}

const isRun = (piece: Piece) => ['run', 'gap', 'idRun', 'nameRun'].some((run) => run === piece);

/** Whether one piece can stand for this character. */
function takes(piece: Piece, char: string, fence: boolean): boolean {
  if (typeof piece !== 'string') return piece.char === char;
  if (piece === 'gap') return true;
  if (piece === 'idOne' || piece === 'idRun') return char !== ':';
  if (piece === 'nameOne' || piece === 'nameRun') return char !== ':' && char !== '/';
  return !fence;
}

/**
 * Whether some text fits both patterns. With `arn`, the wildcards of `left` never take one of the first five colons of
 * `right` (C76), while text that is not known may (C79).
 */
export function meet(left: Pattern, right: Pattern, arn = false): boolean {
  const fences = new Set<number>();
  if (arn) {
    for (const [at, piece] of right.entries()) {
      if (typeof piece !== 'string' && piece.char === ':' && fences.size < 5) fences.add(at);
    }
  }
  const tried = new Set<number>();
  const from = (i: number, j: number): boolean => {
    if (i === left.length && j === right.length) return true;
    const place = i * (right.length + 1) + j;
    if (tried.has(place)) return false;
    tried.add(place);
    const a = left[i];
    const b = right[j];
    if (a !== undefined && isRun(a) && from(i + 1, j)) return true;
    if (b !== undefined && isRun(b) && from(i, j + 1)) return true;
    if (a === undefined || b === undefined) return false;
    if (!together(a, b, fences.has(j))) return false;
    if (isRun(a) && from(i, j + 1)) return true;
    if (isRun(b) && from(i + 1, j)) return true;
    return from(i + 1, j + 1);
  };
  return from(0, 0);
}

/** Whether one character can be what both pieces stand for. */
function together(a: Piece, b: Piece, fence: boolean): boolean {
  if (typeof b !== 'string') return takes(a, b.char, fence);
  if (typeof a !== 'string') return takes(b, a.char, false);
  return true;
}

/** Whether a text fits a pattern that is wholly known. */
export function fits(pattern: string, text: string): boolean {
  return meet(wild(pattern), literal(text));
}
