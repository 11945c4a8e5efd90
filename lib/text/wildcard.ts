import {
  ANY_ONE,
  IN_NAME,
  isEnded,
  LiteralStretch,
  type Look,
  MixedStretch,
  NO_COLON,
  type Run,
  type Stretch,
} from '@/lib/text/stretch';

/**
 * A pattern as IAM compares it: literal text, `?` for exactly one character, `*` for any run of characters, also none.
 * `notColon` is one character that is no colon, `notColons` a run of them; `name` and `names` are the same of characters
 * that are neither colons nor slashes. They are no wildcards of a policy but stand for those within the parts of an ARN, and
 * for values known only in part (C76, C181).
 */
export type PatternToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'notColon' }
  | { readonly kind: 'notColons' }
  | { readonly kind: 'name' }
  | { readonly kind: 'names' }
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

/** The pattern in lower case, which does not depend on the reader's language. */
export function lowerPattern(pattern: Pattern): Pattern {
  return pattern.map((token) => (token.kind === 'text' ? { ...token, text: token.text.toLowerCase() } : token));
}

/** `*` alone. */
export function fitsEverything(pattern: Pattern): boolean {
  return pattern.length === 1 && pattern[0]?.kind === 'any';
}

const NOBODY: Look = () => undefined;

/** Whether a pattern covers a text as a whole. */
export type TextMatcher = (text: string, look?: Look) => boolean;

/** Whether the pattern covers the whole text. Of a pattern that is compared often, keep the `textMatcher`. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  return textMatcher(pattern)(text);
}

/** Prepares the pattern that a text is by its wildcards. Most are plain texts, or a text and a star. */
export function wildcardMatcher(written: string): TextMatcher {
  const wildcard = written.search(/[*?]/);
  if (wildcard < 0) {
    return (text, look = NOBODY) => {
      look(written.length);
      return text === written;
    };
  }
  if (wildcard < written.length - 1 || written.endsWith('?')) {
    const begin = written.slice(0, wildcard);
    const fits = preparedFor(written.length - starsOf(written), () => stretchMatcher(wildcardPattern(written)));
    // Most patterns fail at their beginning, and need not be prepared for that.
    return (text, look = NOBODY) => {
      look(begin.length);
      return text.startsWith(begin) && fits(text, look);
    };
  }
  const head = written.slice(0, -1);
  return (text, look = NOBODY) => {
    look(head.length);
    return text.startsWith(head);
  };
}

function starsOf(text: string): number {
  let stars = 0;
  for (let at = text.indexOf('*'); at >= 0; at = text.indexOf('*', at + 1)) stars++;
  return stars;
}

/**
 * Prepares a pattern for being compared with many texts. What stands between two runs is looked for from left to right, and
 * the first place where it fits is the best one, so the time is at most the product of the lengths and a hostile pattern
 * cannot hang the page (C40). `?` takes one code point.
 * INVARIANT: before a run that some character ends stand only texts and tokens that do not take that character; so what it
 * ends is never better begun later.
 */
export function textMatcher(pattern: Pattern): TextMatcher {
  return preparedFor(leastLength(pattern), () => stretchMatcher(pattern));
}

/** Every token but a run takes at least what it says: a pattern that asks for more than the text has is never prepared. */
function preparedFor(least: number, prepare: () => TextMatcher): TextMatcher {
  let prepared: TextMatcher | undefined;
  return (text, look) => {
    if (text.length < least) return false;
    prepared ??= prepare();
    return prepared(text, look);
  };
}

function leastLength(pattern: Pattern): number {
  let least = 0;
  for (const token of pattern) {
    if (token.kind === 'text') least += token.text.length;
    else if (!isRun(token)) least++;
  }
  return least;
}

function stretchMatcher(pattern: Pattern): TextMatcher {
  const { first, others } = stretchesOf(pattern);
  const last = others.at(-1);
  if (last === undefined) return (text, look = NOBODY) => first.fitsAt(text, 0, look) === text.length;
  const between = others.slice(0, -1);
  return (text, look = NOBODY) => {
    let at = first.fitsAt(text, 0, look);
    const end = at < 0 ? -1 : last.stretch.fitsBefore(text, look);
    if (end < at || at < 0) return false;
    for (const { run, stretch } of between) {
      at = stretch.firstFit(text, { run, from: at, end }, look);
      if (at < 0) return false;
    }
    return !isEnded(last.run, text, at, end);
  };
}

interface Stretches {
  readonly first: Stretch;
  readonly others: readonly { readonly run: Run; readonly stretch: Stretch }[];
}

function stretchesOf(pattern: Pattern): Stretches {
  const others: { run: Run; tokens: PatternToken[] }[] = [];
  const first: PatternToken[] = [];
  for (const token of pattern) {
    if (isRun(token)) others.push({ run: token.kind, tokens: [] });
    else (others.at(-1)?.tokens ?? first).push(token);
  }
  return {
    first: stretchOf(first),
    others: others.map(({ run, tokens }) => ({ run, stretch: stretchOf(tokens) })),
  };
}

function stretchOf(tokens: readonly PatternToken[]): Stretch {
  const [only] = tokens;
  if (only?.kind === 'text' && tokens.length === 1) return new LiteralStretch(only.text);
  return tokens.every((token) => token.kind === 'text')
    ? new LiteralStretch(tokens.map((token) => token.text).join(''))
    : new MixedStretch(tokens.flatMap(placesOf));
}

function placesOf(token: PatternToken): readonly number[] {
  if (token.kind === 'text') return Array.from(token.text, (character) => character.codePointAt(0) ?? 0);
  return [token.kind === 'one' ? ANY_ONE : token.kind === 'name' ? IN_NAME : NO_COLON];
}

function isRun(token: PatternToken): token is PatternToken & { readonly kind: Run } {
  return token.kind === 'any' || token.kind === 'notColons' || token.kind === 'names';
}
