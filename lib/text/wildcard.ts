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
  let at = 0;
  while (at < text.length) {
    const from = at;
    while (at < text.length && !isWildcard(text, at)) at++;
    if (at > from) tokens.push({ kind: 'text', text: text.slice(from, at) });
    let withStar = false;
    for (; isWildcard(text, at); at++) {
      if (text.charCodeAt(at) === STAR) withStar = true;
      else tokens.push(ONE);
    }
    if (withStar) tokens.push(ANY);
  }
  return tokens;
}

const ONE: PatternToken = { kind: 'one' };
const ANY: PatternToken = { kind: 'any' };
const STAR = 42;
const QUESTION_MARK = 63;

function isWildcard(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === STAR || unit === QUESTION_MARK;
}

/** A text that stands for itself alone. */
export function literalPattern(text: string): Pattern {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** Told how many characters were looked at; for tests that count them. Nothing is left of it where nobody listens. */
export type Look = (characters: number) => void;
const NOBODY: Look = () => undefined;

/**
 * Whether the pattern covers the whole text. Greedy, with backtracking to the last `*` only, so the time is at most the
 * product of the lengths and a hostile pattern cannot hang the page (C40). `?` takes one code point.
 * INVARIANT: before a `notColons` stand only texts and tokens that take no colon; so the first place where what follows it
 * fits is the best one.
 */
export function matchesPattern(pattern: Pattern, text: string, look: Look = NOBODY): boolean {
  let token = 0;
  let at = 0;
  let starToken = -1;
  let starAt = 0;
  for (;;) {
    const current = pattern[token];
    if (current === undefined && at === text.length) return true;
    if (current?.kind === 'any' || current?.kind === 'notColons') {
      starToken = token++;
      starAt = at;
      if (pattern[token] === undefined) return current.kind === 'any' || !text.includes(':', at);
      continue;
    }
    const next = current === undefined ? -1 : advance(current, text, at, look);
    if (next >= 0) {
      token++;
      at = next;
      continue;
    }
    if (starToken < 0 || starAt >= text.length) return false;
    const start = nextStart(pattern[starToken + 1], text, starAt, look);
    if (start < 0 || (pattern[starToken]?.kind === 'notColons' && text.slice(starAt, start).includes(':')))
      return false;
    starAt = start;
    at = start;
    token = starToken + 1;
  }
}

/** Where the next attempt after a `*` may begin: at once where the following literal occurs. */
function nextStart(following: PatternToken | undefined, text: string, from: number, look: Look): number {
  const start = from + codePointLength(text, from);
  const found = following?.kind === 'text' ? text.indexOf(following.text, start) : start;
  look((found < 0 ? text.length : found) - from);
  return found;
}

function advance(token: PatternToken, text: string, at: number, look: Look): number {
  switch (token.kind) {
    case 'text':
      look(token.text.length);
      return text.startsWith(token.text, at) ? at + token.text.length : -1;
    case 'one':
      look(1);
      return at < text.length ? at + codePointLength(text, at) : -1;
    case 'notColon':
      look(1);
      return at < text.length && text.charAt(at) !== ':' ? at + codePointLength(text, at) : -1;
    case 'notColons':
    case 'any':
      return -1;
  }
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
