import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, markedText } from '@/lib/testing/marked-text';
import { type JsonNode, MAX_JSON_LENGTH, member, parseJson } from '@/lib/text/json';

/** A tree as plain values; repeated members as `name`, `name'`. */
function plain(node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'object': {
      const seen: Record<string, unknown> = {};
      for (const { key, value } of node.members) {
        const name = Object.hasOwn(seen, key.value) ? `${key.value}'` : key.value;
        Object.defineProperty(seen, name, { value: plain(value), enumerable: true });
      }
      return seen;
    }
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.text;
    case 'number':
    case 'boolean':
    case 'null':
      return { [node.kind]: node.text };
  }
}

/** Problems as `code` with the stretches they point to, marked in the text. */
function check(marked: string, codes: readonly string[], value?: unknown): void {
  const { text, ranges } = markedText(marked);
  const { value: tree, problems } = parseJson(text);
  expect(problems.map((problem) => problem.code)).toEqual(codes);
  if (ranges.length > 0) expect(problems.map((problem) => problem.range)).toEqual(ranges);
  if (value !== undefined) expect(plain(tree)).toEqual(value);
}

describe('what JSON is', () => {
  test.each<[string, unknown]>([
    ['{}', {}],
    [
      ' { "a" : [ "b" , 1.50 , true , null ] } ',
      { a: ['b', { number: '1.50' }, { boolean: 'true' }, { null: 'null' }] },
    ],
    ['"\\u0041\\n\\"\\\\"', 'A\n"\\'],
    ['{"a":1e400,"b":-0}', { a: { number: '1e400' }, b: { number: '-0' } }],
    // Both members of a repeated key are kept (C11).
    ['{"a":"x","a":"y"}', { a: 'x', "a'": 'y' }],
    [
      '{"__proto__":"x","constructor":"y"}',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
    ['"\\ud83e"', '\ud83e'],
    ['"🦉 “quoted” text"', '🦉 “quoted” text'],
  ])('%s', (text, value) => {
    const read = parseJson(text);
    expect(read.problems).toEqual([]);
    expect(plain(read.value)).toEqual(value);
  });
});

describe('every slip has its sentence and its place', () => {
  test.each<[string, string, readonly string[]]>([
    ['a trailing comma in an object', '{"a":"x",«}»', ['json-trailing-comma']],
    ['a trailing comma in a list', '["x",«]»', ['json-trailing-comma']],
    ['a missing comma between members', '{"a":"x" «"b"»:"y"}', ['json-comma']],
    ['a missing comma between items', '["x" «"y"»]', ['json-comma']],
    ['a missing colon', '{"a" «"x"»}', ['json-colon']],
    ['a missing value', '{"a":«}»', ['json-value']],
    ['a name without quotes', '{«a»:"x"}', ['json-symbol']],
    ['several names without quotes, line by line', '{«a»:1,\n «b»:2}', ['json-symbol', 'json-symbol']],
    ['single quotes', "{«'a'»:1}", ['json-symbol']],
    ['a comment', '{«// all of it»\n"a":"x"}', ['json-comment']],
    ['a block comment', '{«/* all */»"a":"x"}', ['json-comment']],
    ['a second value behind the first', '{} «{»}', ['json-rest']],
    ['a byte-order mark', '«\uFEFF»{}', ['json-byte-order-mark']],
    ['typographic quotes', '{«“»a”:“x”}', ['json-typographic-quotes']],
    ['low quotes', '{«„»a“:"x"}', ['json-typographic-quotes']],
  ])('%s', (_name, marked, codes) => check(marked, codes));

  // The angle quotes that mark places are odd quotes themselves, so these stand without marks.
  test.each<[string, string, readonly string[], unknown]>([
    ['a brace that is missing', '{"a":"x"', ['json-brace'], { a: 'x' }],
    ['a bracket that is missing', '["x"', ['json-bracket'], ['x']],
    ['a string that does not end', '{"a":"x', ['json-string-end', 'json-brace'], { a: 'x' }],
    ['a comment that does not end', '{"a":"x"} /* and', ['json-comment'], { a: 'x' }],
    ['a wrong escape', '"a\\x"', ['json-escape'], 'a'],
    ['a wrong Unicode escape', '"a\\u12"', ['json-escape'], 'a'],
    ['a control character', '"a\u0001b"', ['json-character'], 'a\u0001b'],
    ['half a number', '[1.]', ['json-number'], [{ number: '1.' }]],
    ['non-breaking blanks between members', '{\u00a0"a":\u200b"x\u00a0y"}', [], { a: 'x\u00a0y' }],
    ['angle quotes', '{«a»:"x"}', ['json-typographic-quotes'], { a: 'x' }],
    [
      'odd quotes inside a text that is otherwise broken',
      '{"a":"say “x”",}',
      ['json-trailing-comma'],
      { a: 'say “x”' },
    ],
    ['nothing', '', ['json-value'], undefined],
  ])('%s', (_name, text, codes, value) => {
    const read = parseJson(text);
    expect(read.problems.map((problem) => problem.code)).toEqual(codes);
    expect(plain(read.value)).toEqual(value);
  });

  test('a sentence names what stands before the slip', () => {
    const said = (text: string) => parseJson(text).problems.map((problem) => problem.message);
    expect(said('{"Effect" "Allow"}')).toEqual(['A colon is missing after `"Effect"`.']);
    expect(said('{"a": 1.5 "b": 2}')).toEqual(['A comma is missing after `1.5`.']);
    expect(said("{'a': 1}")[0]).toBe("`'a'` is not JSON. Names and values are written in straight double quotes.");
  });

  test('at most twenty problems are said of one text', () => {
    expect(parseJson(`[${"'a'\n".repeat(1000)}]`).problems).toHaveLength(20);
  });
});

describe('hostile texts are refused or read, never waited for', () => {
  test.each<[string, string, string | undefined]>([
    ['100,000 levels', '['.repeat(100_000), 'json-too-deep'],
    ['100,000 levels of objects', '{"a":'.repeat(100_000), 'json-too-deep'],
    ['64 levels', '['.repeat(64) + ']'.repeat(64), undefined],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 'json-too-deep'],
    ['brackets inside a string', `"${'['.repeat(1000)}"`, undefined],
    ['5 MB', ' '.repeat(5_000_000), 'json-too-large'],
    ['the longest text that is read', `"${'a'.repeat(MAX_JSON_LENGTH - 2)}"`, undefined],
    ['half a million closing brackets', ']'.repeat(500_000), 'json-value'],
    ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, byte) => byte % 256)), 'json-binary'],
  ])('%s', (_name, text, code) => {
    const codes = parseJson(text).problems.map((problem) => problem.code);
    expect(code === undefined ? codes : codes.slice(0, 1)).toEqual(code === undefined ? [] : [code]);
  });

  test('a text that is too deep is told where', () => {
    const [problem] = parseJson(`  ${'['.repeat(70)}`).problems;
    expect(problem?.range).toEqual({ start: 66, end: 67 });
  });
});

test('of a repeated member the last one counts (R145)', () => {
  const { value } = parseJson('{"a":"x","b":"z","a":"y"}');
  expect(value?.kind === 'object' && plain(member(value, 'a')?.value)).toBe('y');
});

test('every range cut from the text is the value it names', () => {
  const { text, ranges } = markedText('«{ «"a"»: «["x", «1.50»]» }»');
  const { value } = parseJson(text);
  if (value?.kind !== 'object') throw new Error('an object is expected');
  const [only] = value.members;
  const list = only?.value;
  if (list?.kind !== 'array') throw new Error('a list is expected');
  expect([value.range, only?.key.range, list.range, list.items[1]?.range]).toEqual(ranges);
  expect(cut(text, [list.range])).toEqual(['["x", 1.50]']);
});

function placesOf(node: JsonNode): readonly { readonly node: JsonNode }[] {
  const inner = node.kind === 'object' ? node.members.flatMap(({ value }) => value ?? []) : [];
  const items = node.kind === 'array' ? node.items : [];
  return [{ node }, ...[...inner, ...items].flatMap(placesOf)];
}

test('behind a comment that does not end no range goes beyond the text', () => {
  for (const text of ['{"a":["x"/*', '{"a":"x" /*', '[1,/*', '{"a"/*']) {
    const root = parseJson(text).value;
    expect(root?.range.end, text).toBe(text.length);
  }
});

test('every range of any JSON text reads as the value it names', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const { value: tree, problems } = parseJson(text);
      expect(problems).toEqual([]);
      for (const { node } of tree ? placesOf(tree) : []) {
        const piece: unknown = JSON.parse(text.slice(node.range.start, node.range.end));
        if (node.kind === 'string') expect(piece).toBe(node.text);
        else if (node.kind === 'array') expect(piece).toHaveLength(node.items.length);
        else if (node.kind !== 'object') expect(String(piece)).toBe(String(JSON.parse(node.text)));
      }
    }),
  );
});

test('reading never throws, whatever the text', () => {
  const scraps = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '“',
    '\\',
    '\\u',
    'true',
    '1',
    ' ',
    '\n',
    '//',
    '/*',
    '\uFEFF',
    '\ud83e',
    'x',
  );
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { range } of parseJson(text).problems) {
        if (!range) continue;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(range.start).toBeLessThanOrEqual(range.end);
      }
    }),
    { numRuns: 500 },
  );
});
