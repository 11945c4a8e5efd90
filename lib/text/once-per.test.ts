import { expect, test } from 'vitest';
import { oncePer, oncePerText } from '@/lib/text/once-per';

test('of an object something is made once, also where nothing came of it', () => {
  const made: object[] = [];
  const make = oncePer((key: object) => {
    made.push(key);
    return undefined;
  });
  const [one, other] = [{}, {}];
  expect([make(one), make(one), make(other)]).toEqual([undefined, undefined, undefined]);
  expect(made).toEqual([one, other]);
});

test('of a text something is made once, until as many others came after it as are remembered', () => {
  const made: string[] = [];
  const make = oncePerText((text) => {
    made.push(text);
    return { text };
  }, 2);
  for (const text of ['a', 'b', 'a', 'b']) expect(make(text)).toEqual({ text });
  expect(make('a')).toBe(make('a'));
  expect(made).toEqual(['a', 'b']);
  make('c');
  make('b');
  make('a');
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
