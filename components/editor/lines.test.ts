import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOffset, splitLines, withNewlines } from './lines';

const TEXTS = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', '\r', '\r\n', '😀') });

describe('lines', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb\n\nc', ['a', 'b', '', 'c']],
    ['\n\r', ['', '', '']],
  ])('%j is split at every kind of line end', (text, lines) => {
    expect(splitLines(text).lines).toEqual(lines);
  });

  it('are those of the text with newlines alone', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(splitLines(text).lines).toEqual(withNewlines(text).split('\n'));
      }),
    );
  });
});

describe('an offset', () => {
  it('is carried to the same character', () => {
    const text = 'ab\r\ncd\rx';
    const from = splitLines(text);
    const to = splitLines(withNewlines(text));
    for (const character of 'abcdx') {
      const carried = carryOffset(from, to, text.indexOf(character));
      expect(to.text[carried]).toBe(character);
    }
  });

  it('stays within the text, wherever it points', () => {
    fc.assert(
      fc.property(TEXTS, fc.nat(60), (text, offset) => {
        const to = splitLines(withNewlines(text));
        const carried = carryOffset(splitLines(text), to, offset);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(to.text.length);
      }),
    );
  });
});
