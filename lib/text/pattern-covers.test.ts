import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternCovers } from '@/lib/text/pattern-covers';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';

describe('one pattern within another', () => {
  test.each<[string, string, boolean]>([
    ['*', '', true],
    ['*', 'a*b?', true],
    ['a*', 'a', true],
    ['a*', 'ab*', true],
    ['a*', '*', false],
    ['*b', 'a*b', true],
    ['*b', 'b*', false],
    ['?', 'a', true],
    ['?', '?', true],
    ['?', '*', false],
    ['a', '?', false],
    ['?*', '*?', true],
    ['*?', '?*', true],
    ['?*', '*', false],
    ['a*c*e', 'abcde', true],
    ['a*c*e', 'a*c?e', true],
    ['a*c*e', 'ace*', false],
    ['', '', true],
    ['', '*', false],
    ['*a*', '*b*a*b*', true],
  ])('%j takes all of %j: %j', (outer, inner, covers) => {
    expect(patternCovers(wildcardPattern(outer), wildcardPattern(inner))).toBe(covers);
  });

  test('what the inner one fits the outer one fits', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 7 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, pattern, text, (outer, inner, one) => {
        fc.pre(patternCovers(wildcardPattern(outer), wildcardPattern(inner)));
        fc.pre(matchesPattern(wildcardPattern(inner), one));
        expect(matchesPattern(wildcardPattern(outer), one)).toBe(true);
      }),
    );
  });
});
