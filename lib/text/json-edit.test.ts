import { describe, expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '@/lib/text/edit';
import { type JsonNode, parseJson } from '@/lib/text/json';
import { insertFirstMember, insertLastMember, removeItem, removeMember } from '@/lib/text/json-edit';

function edited(text: string, edit: (root: JsonNode) => TextEdit): string {
  const root = parseJson(text).value;
  if (root === undefined) throw new Error('no JSON');
  const after = applyEdits(text, [edit(root)]);
  expect(() => void JSON.parse(after)).not.toThrow();
  return after;
}

describe('inserting a member', () => {
  test.each([
    ['{}', '{"n": 0}', '{"n": 0}'],
    ['{ "a": 1 }', '{ "n": 0, "a": 1 }', '{ "a": 1, "n": 0 }'],
    ['{\n  "a": 1\n}', '{\n  "n": 0,\n  "a": 1\n}', '{\n  "a": 1,\n  "n": 0\n}'],
    [
      '{\r\n\t"a": 1,\r\n\t"b": 2 }',
      '{\r\n\t"n": 0,\r\n\t"a": 1,\r\n\t"b": 2 }',
      '{\r\n\t"a": 1,\r\n\t"b": 2,\r\n\t"n": 0 }',
    ],
    ['{"a":1 , "b":2}', '{"n": 0, "a":1 , "b":2}', '{"a":1 , "b":2, "n": 0}'],
  ])('%j', (text, first, last) => {
    expect(edited(text, (root) => insertFirstMember(text, asObject(root), '"n": 0'))).toBe(first);
    expect(edited(text, (root) => insertLastMember(text, asObject(root), '"n": 0'))).toBe(last);
  });
});

describe('removing', () => {
  test.each([
    ['{ "a": 1 }', 0, '{}'],
    ['{ "a": 1, "b": 2 }', 0, '{ "b": 2 }'],
    ['{ "a": 1, "b": 2 }', 1, '{ "a": 1 }'],
    ['{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 1, '{\n  "a": 1,\n  "c": 3\n}'],
    ['{\n  "a": 1,\n  "b": 2\n}', 1, '{\n  "a": 1\n}'],
  ])('a member of %j at %i', (text, place, after) => {
    const remove = (root: JsonNode) => {
      const object = asObject(root);
      const member = object.members[place];
      if (member === undefined) throw new Error('no such member');
      return removeMember(object, member);
    };
    expect(edited(text, remove)).toBe(after);
  });

  test.each([
    ['["a"]', 0, '[]'],
    ['["a", "b"]', 0, '["b"]'],
    ['[\n  "a",\n  "b"\n]', 1, '[\n  "a"\n]'],
  ])('an item of %j at %i', (text, place, after) => {
    const remove = (root: JsonNode) => {
      const item = root.kind === 'array' ? root.items[place] : undefined;
      if (root.kind !== 'array' || item === undefined) throw new Error('no such item');
      return removeItem(root, item);
    };
    expect(edited(text, remove)).toBe(after);
  });
});

function asObject(root: JsonNode) {
  if (root.kind !== 'object') throw new Error('no object');
  return root;
}
