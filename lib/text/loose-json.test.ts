import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_JSON_LENGTH, parseJson } from '@/lib/text/json';
import { type LooseNode, looseMember, looseTexts, readLooseJson } from '@/lib/text/loose-json';

/** A tree in the shortest words: what is not closed begins with `…`, a member without value ends in `:`. */
function shown(node: LooseNode | undefined): string {
  if (node === undefined) return '';
  const open = node.closed ? '' : '…';
  switch (node.kind) {
    case 'object':
      return `${open}{${node.members.map(({ key, value }) => `${key.text}:${shown(value)}`).join(',')}}`;
    case 'array':
      return `${open}[${node.items.map(shown).join(',')}]`;
    case 'string':
    case 'word':
      return open + node.text;
  }
}

/** Reads a text with its cursor at `‸`. */
function check(marked: string): string {
  const cursor = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return shown(readLooseJson(text, cursor < 0 ? undefined : cursor)?.root);
}

describe('half-typed JSON is read as what it is on its way to be', () => {
  test.each([
    ['nothing', '', ''],
    ['a value', ' "a" ', 'a'],
    ['whole', '{ "a": [1, "b", { "c": null }] }', '{a:[1,b,{c:null}]}'],
    ['open at the end', '{ "a": [ { "b": "c', '…{a:…[…{b:…c}]}'],
    ['a name alone', '{ "a"', '…{a:}'],
    ['a name without value', '{ "a":, "b": 1 }', '{a:,b:1}'],
    ['a name without comma behind it', '{ "a": \n "b": 1 }', '{a:,b:1}'],
    ['no comma', '{ "a": 1 "b": 2 }', '{a:1,b:2}'],
    ['a bare word as name', '{ Eff', '…{Eff:}'],
    ['a list without its end, then a brace', '{ "a": ["b" }', '{a:…[b]}'],
    ['a list without its end, then a name', '{ "a": ["b", "c": 1 }', '{a:…[b],c:1}'],
    ['a bracket too many', '{ "a": 1 ] }', '{a:1}'],
    ['a brace too many', '[ 1 } ]', '[1]'],
    ['a list at the top with a name in it', '[ "a": 1 ]', '[a,1]'],
    ['a string without its end ends with its line', '{ "a": "b\n}', '{a:…b}'],
    ['and with a carriage return', '{ "a": "b\r\n}', '{a:…b}'],
    ['comments', '{ // x "y\n "a": /* { */ 1 }', '{a:1}'],
    ['a comment without its end', '{ "a": 1 /* }', '…{a:1}'],
    ['a slash', '{ "a": / 1 }', '{a:1}'],
    ['escapes', String.raw`["a\"b\\\u0041\n\q"]`, '[a"b\\A\nq]'],
    ['a byte-order mark', '\uFEFF{ "a": 1 }', '{a:1}'],
    ['two values', '{} {}', '{}'],
    ['two values of one name', '{ "a": 1 2 }', '{a:1,2:}'],
    ['a colon without a name', '{ : 1 }', '{1:}'],
  ])('%s', (_name, text, want) => expect(check(text)).toBe(want));

  test.each([
    ['closed, with more behind', '{ "a": "x‸", "b": "*" }', '{a:x,b:*}'],
    ['not closed, with more behind', '{ "a": "x‸ , "b": "*" }', '{a:…x,b:*}'],
    ['not closed, with a brace behind', '{ "a": "x‸ }', '{a:…x}'],
    ['not closed, in the middle of a word', '{ "a": "x‸yz }', '{a:…xyz}'],
    ['not closed, nothing behind', '{ "a": "‸', '…{a:…}'],
    ['closed, cursor elsewhere', '{ "a": ‸"x y" }', '{a:x y}'],
    ['blanks within', '{ "a": "x ‸y" }', '{a:x y}'],
    ['an escaped quote behind', String.raw`{ "a": "x‸\" y" }`, '{a:x" y}'],
  ])('the string under the cursor: %s', (_name, text, want) => expect(check(text)).toBe(want));
});

test('members and texts are found', () => {
  const root = readLooseJson('{ "a": 1, "a": ["x", 2, "y"], "b": "z", "c": {} }')?.root;
  if (root?.kind !== 'object') throw new Error('no object');
  const texts = (name: string) => looseTexts(looseMember(root, name)).map(({ text }) => text);
  expect([texts('a'), texts('b'), texts('c'), texts('d')]).toEqual([['x', 'y'], ['z'], [], []]);
});

test('a text longer than any policy is not read', () => {
  expect(readLooseJson(' '.repeat(MAX_JSON_LENGTH + 1))).toBeUndefined();
});

test('very deep nesting neither hangs nor overflows', () => {
  expect(readLooseJson('['.repeat(200_000) + '{"a":'.repeat(100_000))?.root?.kind).toBe('array');
  expect(readLooseJson('{'.repeat(200_000) + ']'.repeat(200_000))?.root?.kind).toBe('object');
  expect(readLooseJson('['.repeat(200_000) + '"a":'.repeat(100_000))?.root?.kind).toBe('array');
});

test('property: whole JSON reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
      fc.constantFrom(undefined, 2),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(readLooseJson(text)?.root)).toEqual(plainJson(JSON.parse(text) as unknown));
      },
    ),
  );
});

test('property: any text is read, with tokens that stand in order and cover their text', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'a',
    ' ',
    '\n',
    '//',
    '/*',
    '*/',
    '"b"',
    '"c":',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(80), (parts, cursor) => {
      const text = parts.join('');
      let at = 0;
      for (const token of readLooseJson(text, cursor)?.tokens ?? []) {
        expect(token.range.start).toBeGreaterThanOrEqual(at);
        expect(token.range.end).toBeGreaterThan(token.range.start);
        at = token.range.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
      if (parseJson(text).problems.length === 0) expect(readLooseJson(text)?.root).toBeDefined();
    }),
  );
});

/** A tree as a plain value; numbers and words as their text, members as a list, since names may be repeated. */
function plain(node: LooseNode | undefined): unknown {
  if (node?.kind === 'object') return node.members.map(({ key, value }) => [key.text, plain(value)]);
  return node?.kind === 'array' ? { items: node.items.map(plain) } : node?.text;
}

function plainJson(value: unknown): unknown {
  if (Array.isArray(value)) return { items: value.map(plainJson) };
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, one]) => [key, plainJson(one)]);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
