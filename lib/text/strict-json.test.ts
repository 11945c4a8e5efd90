import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '@/lib/text/json';
import { readStrictJson } from '@/lib/text/strict-json';

const DEPTH = 64;

/** A faulty text that differs from the given one in a comma behind its end, so that the tolerant reader reads it. */
function readTolerantly(text: string) {
  return parseJson(`${text},`).value;
}

describe('reads what the tolerant reader reads', () => {
  test.each([
    '{}',
    '[]',
    ' { } ',
    '{"a":1,"b":[true,false,null,-1.50e+3]}',
    '\n{\r\n\t"a" : "b" ,\n"a" : "c"\n}\n',
    '["\\"","\\\\","a\\\\\\"b","\\u0041\\n","plain"]',
    '["\\\\","x"]',
    '{"\\u0061":{"b":[[[]]]}}',
    '"a text"',
    '"\\\\"',
    '12',
    '{"": ""}',
    '["🦉","«»“”\u00a0"]',
  ])('%s', (text) => {
    expect(readStrictJson(text, DEPTH)).toEqual(readTolerantly(text));
  });

  test('and so of random values, however they are spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readStrictJson(text, DEPTH)).toEqual(readTolerantly(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('leaves to others', () => {
  test.each([
    '',
    '{',
    '{"a":1,}',
    '{"a" 1}',
    '// x\n{}',
    '\ufeff{}',
    '"a\nb"',
    '{"a":01}',
    '\u00a0{}',
    '[1] [2]',
    "{'a':1}",
  ])('%j', (text) => expect(readStrictJson(text, DEPTH)).toBeUndefined());

  test('what is nested too deep, and never overflows', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(readStrictJson(nested(DEPTH), DEPTH)).toBeDefined();
    expect(readStrictJson(nested(DEPTH + 1), DEPTH)).toBeUndefined();
    expect(readStrictJson(nested(100_000), DEPTH)).toBeUndefined();
    expect(readStrictJson(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, DEPTH)).toBeUndefined();
  });
});
