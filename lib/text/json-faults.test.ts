import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, markedText } from '@/lib/testing/marked-text';
import { applyEdits } from '@/lib/text/edit';
import { jsonFaults } from '@/lib/text/json-faults';

/** The faults of a text in the order of the marks, and the JSON that comes of mending them all. */
function check(marked: string, kinds: readonly string[], mended?: string): void {
  const { text, ranges } = markedText(marked);
  const faults = jsonFaults(text);
  expect(faults.map((fault) => fault.kind)).toEqual(kinds);
  expect(
    cut(
      text,
      faults.map((fault) => fault.range),
    ),
  ).toEqual(cut(text, ranges));
  expect(faults.map((fault) => fault.range)).toEqual(ranges);
  const repaired = faults.every((fault) => fault.edits)
    ? applyEdits(
        text,
        faults.flatMap((fault) => fault.edits ?? []),
      )
    : undefined;
  expect(repaired).toBe(mended);
  if (repaired !== undefined) expect(jsonFaults(repaired)).toEqual([]);
}

describe('one cause', () => {
  test.each<[string, readonly string[], string?]>([
    ['["a"«,»]', ['trailingComma'], '["a"]'],
    ['{"a": 1 «,»\n}', ['trailingComma'], '{"a": 1 \n}'],
    ['{"a": 1 «"»b": 2}', ['missingComma'], '{"a": 1, "b": 2}'],
    ['{"a": {}\n«"»b": 2}', ['missingComma'], '{"a": {},\n"b": 2}'],
    ['["a" «"»b"]', ['missingComma'], '["a", "b"]'],
    ['[{} «{»}]', ['missingComma'], '[{}, {}]'],
    ['{ «// read »\n"a": 1}', ['comment'], '{ \n"a": 1}'],
    ['{ «/* read\n all */»"a": 1}', ['comment'], '{ "a": 1}'],
    ['{ «# read»\n"a": 1}', ['comment'], '{ \n"a": 1}'],
    ["{«'»a': «'»b\"c'}", ['singleQuotes', 'singleQuotes'], '{"a": "b\\"c"}'],
    ["[«'»it\\'s']", ['singleQuotes'], '["it\'s"]'],
    ['{«“»a”: «“»b"}', ['curlyQuotes', 'curlyQuotes'], '{"a": "b"}'],
    ['{"a«”»: 1}', ['curlyQuotes'], '{"a": 1}'],
    ['[«‘»a’]', ['curlyQuotes'], '["a"]'],
    ['{«a»: 1}', ['unquotedKey'], '{"a": 1}'],
    ['{«a-b.c»: 1}', ['unquotedKey'], '{"a-b.c": 1}'],
    ['[«True», «Allow»]', ['other', 'other'], '[true, "Allow"]'],
    ['[1,«\u00A0»2]', ['other'], '[1, 2]'],
    ['["a«\t»b"]', ['other'], '["a\\tb"]'],
    ['{"a": 1}«}»', ['other'], '{"a": 1}'],
    ['«[»1', ['unclosed'], '[1]'],
    ['{"a": «[»{"b": 1}\n', ['unclosed'], '{"a": [{"b": 1}]}\n'],
  ])('%s', check);
});

describe('several readings', () => {
  test.each<[string, readonly string[]]>([
    ['«»', ['other']],
    ['  «»', ['other']],
    ['{"a": «"»b', ['unclosed']],
    ['«{»"a":', ['unclosed']],
    ['«{»"a": 1,', ['unclosed']],
    ['{"a" «"»b"}', ['other']],
    ['{"a": 1«]»', ['other']],
    ['{"a": 1} «{»}', ['furtherValue']],
    ['{"a": 1} «"»b"', ['furtherValue']],
    ['{"a": 1«;» "b": 2}', ['other']],
    ['{"a" «=» 1}', ['other']],
    ['{"a": «}»', ['other']],
    ['[«,»]', ['other']],
    ['[1,«,»2]', ['other']],
    ['{«1»: 2}', ['other']],
    ['[«0»12]', ['other']],
    ['["a«\\»q"]', ['other']],
    ['["a«\n»b"]', ['other']],
    ['[«/»* x]', ['other']],
    ['«%»7B', ['other']],
  ])('%j', (marked, kinds) => check(marked, kinds));
});

test.each([
  '{}',
  '[]',
  '"a"',
  '0',
  '-1.5e+3',
  'true',
  ' {"a": [1, {"b": null}], "c": "\\u00e9\\""} ',
  '{"“a”": "‘b’, “c”: d"}',
])('%s is JSON', (text) => check(text, [], text));

test('what is no JSON has faults, what is has none, and what is mended is JSON', () => {
  const pieces = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      "'b'",
      '“c”',
      'd',
      'true',
      '1',
      ' ',
      '\n',
      '//x\n',
      '"',
      "'",
      '\u00A0',
      '\\',
      '{"a":1}',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
      const text = list.join('');
      const faults = jsonFaults(text);
      expect(faults.length === 0).toBe(isJson(text));
      if (faults.every((fault) => fault.edits)) {
        expect(
          isJson(
            applyEdits(
              text,
              faults.flatMap((fault) => fault.edits ?? []),
            ),
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each(['[', '{"a":', '"', "'", '“', '/*', '//', '#', '\u00A0', ',', '["a",', '\\', '"a”'])(
  '%j a hundred thousand times is read quickly',
  (piece) => {
    const begin = Date.now();
    jsonFaults(piece.repeat(100_000));
    expect(Date.now() - begin).toBeLessThan(5000);
  },
);
