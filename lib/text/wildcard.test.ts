import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { literalPattern, matchesPattern, type Pattern, wildcardMatcher, wildcardPattern } from '@/lib/text/wildcard';

function check(pattern: string, fitting: readonly string[], others: readonly string[]): void {
  const compiled = wildcardPattern(pattern);
  expect(fitting.filter((text) => !matchesPattern(compiled, text))).toEqual([]);
  expect(others.filter((text) => matchesPattern(compiled, text))).toEqual([]);
}

describe('`*` is any run, `?` one character, all else itself (C37, R122)', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['', [''], ['a']],
    ['*', ['', 'a', 'a/b:c\nd'], []],
    ['?', ['a', ':', '/', '🦉'], ['', 'ab']],
    ['?*', ['a', 'ab'], ['']],
    ['*?', ['a', 'ab', '🦉'], ['']],
    ['*?*?', ['ab', 'abc'], ['', 'a']],
    ['??', ['ab', '🦉a', '🦉🦉'], ['a', '🦉', 'abc']],
    ['a*', ['a', 'ab'], ['', 'ba']],
    ['*a', ['a', 'ba', 'aa'], ['ab']],
    ['a*a', ['aa', 'aba', 'aaa'], ['a']],
    ['a*b*c', ['abc', 'axbxbxc', 'abbcc'], ['acb', 'ab']],
    ['*ab*', ['ab', 'aab', 'xaby'], ['a', 'ba']],
    ['a?c', ['abc', 'a:c', 'a🦉c'], ['ac', 'abbc']],
    ['a**b', ['ab', 'axb'], ['a']],
    ['arn:aws:s3:::b/*', ['arn:aws:s3:::b/', 'arn:aws:s3:::b/x/y:z'], ['arn:aws:s3:::b', 'arn:aws:s3:::bb/']],
    ['[a-z]+.(x)\\$^', ['[a-z]+.(x)\\$^'], ['b.x', 'a']],
    ['\\*', ['\\', '\\x'], ['*']],
    ['A', ['A'], ['a']],
    // The low half of a pair is no character of its own.
    ['*\udd89', ['\udd89'], ['a']],
  ])('%j', check);
});

// `!` is one character that is no colon, `+` a run of them; `1` and `#` are the same of characters that are neither colons nor slashes.
const KINDS = { '!': 'notColon', '+': 'notColons', '1': 'name', '#': 'names', '?': 'one', '*': 'any' } as const;

function within(written: string): Pattern {
  return Array.from(written, (unit) =>
    unit in KINDS ? { kind: KINDS[unit as keyof typeof KINDS] } : { kind: 'text', text: unit },
  );
}

describe('wildcards that stay within a part (C76, C181)', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['!', ['a', '/', '🦉'], ['', ':', 'ab']],
    ['+', ['', 'a/b'], [':', 'a:', ':a', 'a:b']],
    ['1', ['a', '🦉'], ['', ':', '/', 'ab']],
    ['#', ['', 'ab'], ['/', ':', 'a/b', 'a:b']],
    ['+:+', [':', 'a/b:c', 'a:'], ['a', 'a:b:c']],
    ['#/#', ['/', 'a/b'], ['a', 'a/b/c', 'a:/b']],
    ['+!', ['a', 'ab'], ['', ':', 'a:', ':a']],
    ['a+b', ['ab', 'axb', 'a/b'], ['a:b', 'axbx']],
    ['a#b', ['ab', 'axb'], ['a/b', 'a:b']],
    ['+a?b*', ['axb', 'xaxbx', 'aaab', 'a:b'], ['ab', ':axb', 'x:axb']],
    ['#a?b*', ['axb', 'xaxb', 'a/b'], ['/axb', 'x:axb', 'x/axb']],
    ['#a!*', ['ab', 'xab', 'a/'], ['a:', 'a', 'x/ab']],
    ['#a1*', ['ab', 'xab'], ['a:', 'a/', 'a']],
    ['+a!c', ['abc', 'a/c', 'xabc'], ['a:c', ':abc']],
    ['*a1c', ['abc', ':abc'], ['a/c', 'a:c']],
  ])('%j', (written, fitting, others) => {
    expect(fitting.filter((text) => !matchesPattern(within(written), text))).toEqual([]);
    expect(others.filter((text) => matchesPattern(within(written), text))).toEqual([]);
  });
});

test.each<[string, string]>([
  ['*?a', 'a'],
  ['*?', ''],
  ['?a', 'a'],
  ['*🦉?', '🦉'],
  ['*?🦉', '🦉'],
])('%j asks for more than %j has', (pattern, text) => {
  expect(matchesPattern(wildcardPattern(pattern), text)).toBe(false);
});

test.each<[string, string, boolean]>([
  ['*?🦉', 'a🦉', true],
  ['*a?', 'a🦉', true],
  ['*a?', '🦉a', false],
  ['*?a', '🦉a', true],
  ['*b?a', 'b🦉a', true],
  ['*\uffff?', '\uffffa', true],
  ['*?\uffff', 'a\uffff', true],
  ['x*?\uffffa*', 'xb\uffffa', true],
])('a character may take two units: %j with %j', (pattern, text, want) => {
  expect(matchesPattern(wildcardPattern(pattern), text)).toBe(want);
});

test('a stretch of more than 32 places reaches beyond one word of bits', () => {
  const long = `${'a'.repeat(31)}?${'b'.repeat(33)}`;
  check(
    `*${long}*`,
    [long, `aa${long}bb`],
    [long.slice(1), long.slice(0, -1), `${long.slice(0, 40)}x${long.slice(41)}`],
  );
});

test('an empty text is no token', () => {
  expect(literalPattern('')).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['', [''], ['a']],
  ['a', ['a'], ['', 'A', 'ab']],
  ['a*', ['a', 'ab'], ['', 'ba']],
  ['a?', ['ab'], ['a', 'abc']],
  ['?a', ['ba'], ['a', 'ab']],
  ['*a', ['a', 'ba'], ['ab']],
  ['**', ['', 'a'], []],
  ['a**b', ['ab', 'axb'], ['a']],
  ['?', ['a'], ['', 'ab']],
])('prepared once: %j', (pattern, fitting, others) => {
  const fits = wildcardMatcher(pattern);
  expect(fitting.filter((text) => !fits(text))).toEqual([]);
  expect(others.filter((text) => fits(text))).toEqual([]);
});

/** The plain meaning of a pattern, written without care for speed. */
function fits(pattern: readonly string[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '*') return fits(rest, text) || (text.length > 0 && fits(pattern, text.slice(1)));
  return text.length > 0 && (first === '?' || first === text[0]) && fits(rest, text.slice(1));
}

const letters = (...units: string[]) => fc.array(fc.constantFrom(...units), { maxLength: 9 });

test('matching agrees with the plain meaning of a pattern', () => {
  fc.assert(
    fc.property(letters('a', 'b', ':', '*', '?', '🦉'), letters('a', 'b', ':', '🦉'), (pattern, text) => {
      expect(matchesPattern(wildcardPattern(pattern.join('')), text.join(''))).toBe(fits(pattern, text));
    }),
    { numRuns: 2000 },
  );
});

test('a long stretch is found wherever it first fits', () => {
  const units = (maxLength: number) => fc.array(fc.constantFrom<string>('a', 'b', '🦉'), { maxLength });
  const stretch = fc.array(fc.constantFrom<string>('a', '?'), { minLength: 30, maxLength: 70 });
  fc.assert(
    fc.property(stretch, units(20), fc.boolean(), (places, before, isSame) => {
      const fitting = places.map((place, at) => (place === '?' ? (at % 2 === 0 ? 'b' : '🦉') : place));
      const text = [...before, ...(isSame ? fitting : fitting.with(places.indexOf('a'), 'x')), 'b', 'c'];
      const pattern = ['*', ...places, 'b', '*', 'c'];
      expect(matchesPattern(wildcardPattern(pattern.join('')), text.join(''))).toBe(fitsSomewhere(places, text));
    }),
  );
});

/** Whether the places, and a `b` behind them, fit anywhere before the last character. */
function fitsSomewhere(places: readonly string[], text: readonly string[]): boolean {
  const all = [...places, 'b'];
  return text.some((_, from) => {
    const part = text.slice(from, from + all.length);
    return from + all.length < text.length && all.every((place, at) => place === '?' || place === part[at]);
  });
}

describe('matching is linear-time', () => {
  const long = 'a'.repeat(10_000);
  // Each of these takes exponential time, or minutes, in a matcher that tries every run of every star.
  test.each([
    ['stars before letters', '*a*a*a*a*a*a*a*b'],
    ['a thousand stars', `${'*a'.repeat(1000)}b`],
    ['stars and question marks', `${'*?'.repeat(4000)}b`],
    ['a star and a long run of question marks', `*${'?'.repeat(9000)}b`],
    ['a long literal that almost fits', `*${'a'.repeat(5000)}b`],
  ])('%s', (_name, pattern) => {
    const compiled = wildcardPattern(pattern);
    const runs = 50;
    for (let run = 0; run < runs; run++) expect(matchesPattern(compiled, long)).toBe(false);
  });
});
