import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { literalPattern, matchesPattern, type Pattern, type PatternToken, wildcardPattern } from '@/lib/text/wildcard';

describe('two patterns meet where some text fits both', () => {
  const meet = (left: string, right: string) => patternsMeet(wildcardPattern(left), wildcardPattern(right));
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['?', '*', true],
    ['?', '', false],
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['*a', '*b', false],
    ['a?c', 'ab?', true],
    ['ab*', '*ba', true],
    ['a*b', 'a', false],
    ['a*b', 'a?', true],
    ['a*b', '?', false],
    ['*a*', '*b*', true],
    ['a*c', '?b*c', true],
    ['🦉', '?', true],
    ['🦉', '??', false],
    ['🦉*', '?a*', true],
  ])('%j and %j: %s', (left, right, want) => {
    expect(meet(left, right)).toBe(want);
    expect(meet(right, left)).toBe(want);
  });

  const noColons: Pattern = [{ kind: 'notColon' }, { kind: 'notColons' }, { kind: 'text', text: ':end' }];
  test.each([
    ['*:end', true],
    ['id:end', true],
    ['id:other', false],
    ['a:b:end', false],
    [':end', false],
    ['?:end', true],
    ['?*?:end', true],
    ['*:*:end', false],
    ['*i*:e*', true],
    ['i:e*d', true],
    ['*:?nd', true],
    ['*', true],
  ])('a user ID `ID:end` against %j: %s', (pattern, want) => {
    expect(patternsMeet(wildcardPattern(pattern), noColons)).toBe(want);
    expect(patternsMeet(noColons, wildcardPattern(pattern))).toBe(want);
  });

  const noPath: Pattern = [
    { kind: 'text', text: 'sso/' },
    { kind: 'name' },
    { kind: 'names' },
    { kind: 'text', text: '/role' },
  ];
  test.each([
    ['sso/eu-west-1/role', true],
    ['sso/*/role', true],
    ['sso/*/*/role', false],
    ['sso//role', false],
    ['*:role', false],
    ['*/r*', true],
    ['sso/?/?ole', true],
    ['*', true],
  ])('a path of one name against %j: %s', (pattern, want) => {
    expect(patternsMeet(wildcardPattern(pattern), noPath)).toBe(want);
    expect(patternsMeet(noPath, wildcardPattern(pattern))).toBe(want);
  });
});

const TOKENS: readonly PatternToken[] = [
  ...[
    { kind: 'one' },
    { kind: 'notColon' },
    { kind: 'notColons' },
    { kind: 'name' },
    { kind: 'names' },
    { kind: 'any' },
  ],
  ...['a', 'b', ':', '/', 'ab', 'a:'].map((text) => ({ kind: 'text', text }) as const),
] as const;

/** The plain meaning: whether one character after the other can be chosen so that both are through. */
function meetPlainly(left: Pattern, right: Pattern): boolean {
  const [one, ...restOfLeft] = left;
  const [other, ...restOfRight] = right;
  if (one === undefined && other === undefined) return true;
  if (one?.kind === 'text' && one.text.length > 1) return meetPlainly([...letters(one.text), ...restOfLeft], right);
  if (other?.kind === 'text' && other.text.length > 1)
    return meetPlainly(left, [...letters(other.text), ...restOfRight]);
  const isRun = (token: PatternToken | undefined) =>
    token?.kind === 'any' || token?.kind === 'notColons' || token?.kind === 'names';
  if (isRun(one) && meetPlainly(restOfLeft, right)) return true;
  if (isRun(other) && meetPlainly(left, restOfRight)) return true;
  if (one === undefined || other === undefined || (isRun(one) && isRun(other))) return false;
  if (!['a', 'b', ':', '/', 'c'].some((letter) => takes(one, letter) && takes(other, letter))) return false;
  return meetPlainly(isRun(one) ? left : restOfLeft, isRun(other) ? right : restOfRight);
}

const letters = (text: string) => Array.from(text, (letter): PatternToken => ({ kind: 'text', text: letter }));

function takes(token: PatternToken, letter: string): boolean {
  switch (token.kind) {
    case 'text':
      return token.text === letter;
    case 'one':
    case 'any':
      return true;
    case 'notColon':
    case 'notColons':
      return letter !== ':';
    case 'name':
    case 'names':
      return letter !== ':' && letter !== '/';
  }
}

const isOfKind =
  (...kinds: readonly PatternToken['kind'][]) =>
  ({ kind }: PatternToken) =>
    kinds.includes(kind);
const several = (tokens: readonly PatternToken[], maxLength: number) =>
  fc.array(fc.constantFrom(...tokens), { maxLength });

/** Runs that more characters end stand before those that fewer end. */
const patterns = fc
  .tuple(
    several(TOKENS.filter(isOfKind('text', 'name', 'names')), 5),
    several(TOKENS.filter(isOfKind('text', 'name', 'notColon', 'notColons')), 5),
    several(TOKENS.filter(isOfKind('text', 'one', 'any', 'name', 'notColon')), 5),
  )
  .map((parts): Pattern => parts.flat());
const texts = fc
  .array(fc.constantFrom('a', 'b', ':', '/', 'c'), { maxLength: 9 })
  .map((characters) => characters.join(''));

describe('agrees with the plain meaning', () => {
  test('of two patterns', () => {
    fc.assert(
      fc.property(patterns, patterns, (left, right) => {
        expect(patternsMeet(left, right)).toBe(meetPlainly(left, right));
      }),
      { numRuns: 20_000 },
    );
  });

  test('of a pattern and a text', () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const want = meetPlainly(pattern, literalPattern(text));
        expect(matchesPattern(pattern, text)).toBe(want);
        expect(patternsMeet(pattern, literalPattern(text))).toBe(want);
      }),
      { numRuns: 20_000 },
    );
  });
});
