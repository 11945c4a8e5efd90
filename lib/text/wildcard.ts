/**
 * A pattern as IAM compares it: literal text, `?` for exactly one character, `*` for any run of characters, also none.
 * `notColon` is one character that is no colon; it is no wildcard of a policy but part of values known only in part (C181).
 */
export type PatternToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'notColon' }
  | { readonly kind: 'notColons' }
  | { readonly kind: 'any' };

export type Pattern = readonly PatternToken[];

/**
 * Reads `*` and `?`; every other character stands for itself (C37, R122). In a run of both, `?` comes first: `*?` and `?*`
 * mean the same, and a `*` before a literal can jump to where that occurs.
 */
export function wildcardPattern(text: string): Pattern {
  const tokens: PatternToken[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text.charAt(i);
    if (i < text.length && character !== '*' && character !== '?') continue;
    if (i > from) tokens.push({ kind: 'text', text: text.slice(from, i) });
    const afterStar = tokens.at(-1)?.kind === 'any';
    if (character === '*' && !afterStar) tokens.push({ kind: 'any' });
    if (character === '?') tokens.splice(tokens.length - (afterStar ? 1 : 0), 0, { kind: 'one' });
    from = i + 1;
  }
  return tokens;
}

/** A text that stands for itself alone. */
export function literalPattern(text: string): Pattern {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/**
 * Whether the pattern covers the whole text. Greedy, with backtracking to the last `*` only, so the time is at most the
 * product of the lengths and a hostile pattern cannot hang the page (C40). `?` takes one code point.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  if (pattern.some((token) => token.kind === 'notColons')) return patternsMeet(pattern, literalPattern(text));
  let token = 0;
  let at = 0;
  let starToken = -1;
  let starAt = 0;
  for (;;) {
    const current = pattern[token];
    if (current === undefined && at === text.length) return true;
    if (current?.kind === 'any') {
      starToken = token++;
      starAt = at;
      if (pattern[token] === undefined) return true;
      continue;
    }
    const next = current === undefined ? -1 : advance(current, text, at);
    if (next >= 0) {
      token++;
      at = next;
      continue;
    }
    if (starToken < 0 || starAt >= text.length) return false;
    starAt = nextStart(pattern[starToken + 1], text, starAt);
    if (starAt < 0) return false;
    at = starAt;
    token = starToken + 1;
  }
}

/** Where the next attempt after a `*` may begin: at once where the following literal occurs. */
function nextStart(following: PatternToken | undefined, text: string, from: number): number {
  const start = from + codePointLength(text, from);
  if (following?.kind !== 'text') return start;
  return text.indexOf(following.text, start);
}

function advance(token: PatternToken, text: string, at: number): number {
  switch (token.kind) {
    case 'text':
      return text.startsWith(token.text, at) ? at + token.text.length : -1;
    case 'one':
      return at < text.length ? at + codePointLength(text, at) : -1;
    case 'notColon':
      return at < text.length && text.charAt(at) !== ':' ? at + codePointLength(text, at) : -1;
    case 'notColons':
    case 'any':
      return -1;
  }
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** One position of a pattern written out: a literal character, a class, or a loop over a class. */
interface Step {
  readonly loop: boolean;
  /** A character, or one of the two classes below. */
  readonly accepts: string;
}

const ONE = 'any one';
const NOT_COLON = 'no colon';

function steps(pattern: Pattern): readonly Step[] {
  return pattern.flatMap((token): readonly Step[] => {
    switch (token.kind) {
      case 'text':
        return Array.from(token.text, (accepts) => ({ loop: false, accepts }));
      case 'one':
        return [{ loop: false, accepts: ONE }];
      case 'notColon':
        return [{ loop: false, accepts: NOT_COLON }];
      case 'notColons':
        return [{ loop: true, accepts: NOT_COLON }];
      case 'any':
        return [{ loop: true, accepts: ONE }];
    }
  });
}

/**
 * Whether some text fits both patterns. Used where a value is known only in part: can this policy value match some path,
 * some session, some user name at all? A table over both patterns, so quadratic at worst.
 */
export function patternsMeet(left: Pattern, right: Pattern): boolean {
  const a = steps(left);
  const b = steps(right);
  let row = new Uint8Array(b.length + 1);
  for (let i = a.length; i >= 0; i--) {
    const below = row;
    row = new Uint8Array(b.length + 1);
    for (let j = b.length; j >= 0; j--) {
      row[j] = meetsAt(a[i], b[j], below, row, j, i === a.length && j === b.length) ? 1 : 0;
    }
  }
  return row[0] === 1;
}

function meetsAt(
  a: Step | undefined,
  b: Step | undefined,
  below: Uint8Array,
  row: Uint8Array,
  j: number,
  atEnd: boolean,
): boolean {
  if (atEnd) return true;
  // A loop may be left at once.
  if (a?.loop && below[j] === 1) return true;
  if (b?.loop && row[j + 1] === 1) return true;
  if (a === undefined || b === undefined || !shareCharacter(a, b)) return false;
  if (a.loop && b.loop) return false;
  // A loop that takes the other side's character stays where it is.
  if (a.loop) return row[j + 1] === 1;
  if (b.loop) return below[j] === 1;
  return below[j + 1] === 1;
}

function shareCharacter(a: Step, b: Step): boolean {
  if (a.accepts === b.accepts || a.accepts === ONE || b.accepts === ONE) return true;
  if (a.accepts === NOT_COLON) return b.accepts !== ':';
  if (b.accepts === NOT_COLON) return a.accepts !== ':';
  return false;
}
