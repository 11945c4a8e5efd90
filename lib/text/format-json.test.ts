import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '@/lib/text/edit';
import { formatJson, MAX_JSON_LENGTH, parseJson } from '@/lib/text/json';

const formatted = (text: string) => applyEdits(text, formatJson(text));

describe('a text is laid out by its blanks alone', () => {
  test.each([
    ['nothing', '', ''],
    [
      'one line',
      '{"a":[1,{"b":"c d"}],"e":{}}',
      '{\n  "a": [\n    1,\n    {\n      "b": "c d"\n    }\n  ],\n  "e": {}\n}',
    ],
    ['comments stay', '{ // why\n"a":1 /* so */ }', '{ // why\n  "a": 1 /* so */\n}'],
    ['line ends stay of one kind', '{\r\n"a":1}', '{\r\n  "a": 1\r\n}'],
    ['half typed', '{"a":[1,', '{\n  "a": [\n    1,'],
  ])('%s', (_name, text, want) => expect(formatted(text)).toBe(want));

  test.each([
    ['too deep', '['.repeat(100_000)],
    ['too long', `[${' '.repeat(MAX_JSON_LENGTH)}]`],
  ])('not what is %s', (_name, text) => expect(formatJson(text)).toEqual([]));
});

test('property: only blanks outside of strings change, and a second time nothing', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a b"',
    '"',
    '1',
    'x',
    ' ',
    '\n',
    '\t',
    '//c\n',
    '/* d */',
    '\\',
    '\uFEFF',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const once = formatted(text);
      expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      if (parseJson(text).problems.length > 0) return;
      expect(parseJson(once).problems).toEqual([]);
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('property: whole JSON keeps its value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.parse(formatted(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
