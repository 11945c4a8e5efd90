import { describe, expect, test } from 'vitest';
import { lineStarts, positionAt, positionRange } from '@/lib/text/range';

/** `line:column` of every offset of a text, its end included. */
function positions(text: string): string {
  const starts = lineStarts(text);
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = positionAt(starts, offset);
    return `${line}:${column}`;
  }).join(' ');
}

describe('lines and columns count from 1', () => {
  test.each([
    ['', '1:1'],
    ['ab', '1:1 1:2 1:3'],
    ['a\nb', '1:1 1:2 2:1 2:2'],
    ['a\r\nb', '1:1 1:2 1:3 2:1 2:2'],
    ['a\rb', '1:1 1:2 2:1 2:2'],
    ['\n\n', '1:1 2:1 3:1'],
    ['\r\n\r', '1:1 1:2 2:1 3:1'],
    // A character beyond the basic plane is two UTF-16 code units.
    ['🦉x', '1:1 1:2 1:3 1:4'],
  ])('%j', (text, want) => {
    expect(positions(text)).toBe(want);
  });
});

test('a range ends before its end', () => {
  expect(positionRange(lineStarts('{\r\n  "a": 1\r\n}'), { start: 5, end: 11 })).toEqual({
    start: { line: 2, column: 3 },
    end: { line: 2, column: 9 },
  });
});
