import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '@/components/workspace/content';
import { EMPTY_HISTORY, type History, isStroke, record, redo, undo } from '@/components/workspace/history';

const EMPTY: Content = { document: { whydenied: 1 }, policyKeys: [] };

function titled(title: string): Content {
  return { ...EMPTY, document: { whydenied: 1, title } };
}

/** Types texts one after the other into one field, each after a pause in milliseconds, and counts what can be undone. */
function typed(texts: readonly (readonly [text: string, pause: number])[]): History {
  let [history, content, time] = [EMPTY_HISTORY, EMPTY, 0];
  for (const [text, pause] of texts) {
    time += pause;
    const after = titled(text);
    history = record(history, 'title', content, after, time, { before: content.document.title ?? '', after: text });
    content = after;
  }
  return history;
}

describe('typing grows one entry', () => {
  test.each([
    ['letter by letter', ['a', 'ab', 'abc'], 1],
    ['a new word begins a new entry', ['a', 'ab', 'ab ', 'ab c'], 2],
    ['deleting after typing is another', ['a', 'ab', 'a', ''], 2],
    ['a bracket that closes itself', ['{', '{}', '{""}'], 1],
    ['a paste is one of its own', ['a', `a${'x'.repeat(20)}`, `a${'x'.repeat(20)}b`], 3],
    ['replacing is one of its own', ['abc', 'xyz'], 2],
  ])('%s', (_, texts, entries) => {
    expect(typed(texts.map((text) => [text, 50])).past).toHaveLength(entries);
  });

  test('a pause begins a new entry', () => {
    expect(
      typed([
        ['a', 0],
        ['ab', 801],
        ['abc', 800],
      ]).past,
    ).toHaveLength(2);
  });

  test('another field begins a new entry', () => {
    const first = record(EMPTY_HISTORY, 'title', EMPTY, titled('a'), 0, { before: '', after: 'a' });
    expect(record(first, 'other', titled('a'), titled('ab'), 1, { before: 'a', after: 'ab' }).past).toHaveLength(2);
  });

  test('one undo takes the whole word back', () => {
    const history = typed([
      ['a', 0],
      ['ab', 50],
      ['abc', 50],
    ]);
    expect(undo(history, titled('abc')).content).toEqual(EMPTY);
  });
});

test('a key press is told from a paste', () => {
  expect(isStroke({ before: 'ac', after: 'abc' })).toBe(true);
  expect(isStroke({ before: 'abc', after: 'ac' })).toBe(true);
  expect(isStroke({ before: '', after: 'a whole sentence' })).toBe(false);
  expect(isStroke({ before: 'a whole sentence', after: '' })).toBe(false);
});

describe('bounds', () => {
  test('the oldest entries go', () => {
    let history = EMPTY_HISTORY;
    for (let count = 0; count < 250; count++) history = record(history, 'x', EMPTY, titled(`${count}`), count);
    expect(history.past).toHaveLength(200);
    expect(history.past[0]?.time).toBe(50);
  });

  test('large texts go sooner, but the last change can always be undone', () => {
    let history = EMPTY_HISTORY;
    const after = 'x'.repeat(4_000_000);
    for (let count = 0; count < 5; count++)
      history = record(history, 'x', EMPTY, titled(`${count}`), count, { before: '', after });
    expect(history.past).toHaveLength(2);
    const huge = record(EMPTY_HISTORY, 'x', EMPTY, titled('y'), 0, { before: '', after: 'x'.repeat(20_000_000) });
    expect(huge.past).toHaveLength(1);
  });
});

test('undoing everything and doing it again leads to the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 20 }), (texts) => {
      let history = typed(texts.map((text) => [text, 900]));
      let content = texts.length > 0 ? titled(texts.at(-1) ?? '') : EMPTY;
      const end = content;
      for (let count = texts.length; count > 0; count--) ({ history, content } = undo(history, content));
      expect(content).toEqual(EMPTY);
      for (let count = texts.length; count > 0; count--) ({ history, content } = redo(history, content));
      expect(content).toEqual(end);
    }),
  );
});
