import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonString, parsePercentEncoded } from '@/lib/text/embedded';
import { type JsonNode, type JsonScalar, parseJson } from '@/lib/text/json';

/** Every text in a tree with its stretch of the given text. */
function pieces(text: string, node: JsonNode | undefined): readonly (readonly [value: string, written: string])[] {
  if (node === undefined) return [];
  const cut = ({ start, end }: JsonNode['range']) => text.slice(start, end);
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ key, value }) => [[key.value, cut(key.range)] as const, ...pieces(text, value)]);
    case 'array':
      return node.items.flatMap((item) => pieces(text, item));
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return [[node.text, cut(node.range)]];
  }
}

function stringIn(text: string): JsonScalar {
  const { value } = parseJson(text);
  if (value?.kind !== 'string') throw new Error('a JSON string is expected');
  return value;
}

describe('JSON inside a JSON string keeps the places of the outer text', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      String.raw`"{\"Sid\":\"a\"}"`,
      [
        ['Sid', String.raw`\"Sid\"`],
        ['a', String.raw`\"a\"`],
      ],
    ],
    [
      String.raw`"{\n  \"a\": 1.50\n}"`,
      [
        ['a', String.raw`\"a\"`],
        ['1.50', '1.50'],
      ],
    ],
    [
      String.raw`"{\"\\u0041\":\"\u00e9🦉\"}"`,
      [
        ['A', String.raw`\"\\u0041\"`],
        ['é🦉', String.raw`\"\u00e9🦉\"`],
      ],
    ],
    [String.raw`"[\"\\\"\"]"`, [['"', String.raw`\"\\\"\"`]]],
    ['"true"', [['true', 'true']]],
  ])('%s', (text, want) => {
    const { value, problems } = parseJsonString(text, stringIn(text));
    expect(problems).toEqual([]);
    expect(pieces(text, value)).toEqual(want);
  });

  test('a slip inside is told at its place outside', () => {
    const text = String.raw`"{\"a\":\"x\",}"`;
    const { problems } = parseJsonString(text, stringIn(text));
    expect(problems).toMatchObject([{ code: 'json-trailing-comma', range: { start: 14, end: 15 } }]);
  });
});

describe('percent-encoded JSON keeps its places', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      '%7B%22Sid%22%3A%22a%22%7D',
      [
        ['Sid', '%22Sid%22'],
        ['a', '%22a%22'],
      ],
    ],
    [
      '%7b"a"%3a+"b+c"}',
      [
        ['a', '"a"'],
        ['b c', '"b+c"'],
      ],
    ],
    ['%5B%22%C3%A9%F0%9F%A6%89%22%5D', [['é🦉', '%22%C3%A9%F0%9F%A6%89%22']]],
    // A percent sign that begins no escape stands for itself.
    [
      '["100%", "%zz"]',
      [
        ['100%', '"100%"'],
        ['%zz', '"%zz"'],
      ],
    ],
    ['["%FF%41"]', [['%FFA', '"%FF%41"']]],
  ])('%s', (text, want) => {
    expect(pieces(text, parsePercentEncoded(text).value)).toEqual(want);
  });
});

test('any JSON survives being wrapped in a string, and percent-encoded', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const inner = JSON.stringify(value);
      const bare = pieces(inner, parseJson(inner).value).map(([text]) => text);
      const outer = JSON.stringify(inner);
      const wrapped = parseJsonString(outer, stringIn(outer)).value;
      expect(pieces(outer, wrapped).map(([text]) => text)).toEqual(bare);
      for (const [text, written] of pieces(outer, wrapped)) {
        const once: unknown = JSON.parse(`"${written}"`);
        if (String(once).startsWith('"')) expect(JSON.parse(String(once))).toBe(text);
        else expect(once).toBe(text);
      }
      const percent = encodeURIComponent(inner);
      expect(pieces(percent, parsePercentEncoded(percent).value).map(([text]) => text)).toEqual(bare);
    }),
  );
});
