import { describe, expect, it } from 'vitest';
import type { Mark } from '@/lib/explanation/mark';
import { splitLines } from './lines';
import { markedLines } from './marked-lines';

const TEXT = `[
  { "Sid": "A" },
  {
    "Sid": "B",
    "Effect": "Deny"
  }
]`;

function mark(kind: Mark['kind'], piece: string, note?: string): Mark {
  const start = TEXT.indexOf(piece);
  return { kind, range: { start, end: start + piece.length }, message: piece, ...(note ? { note } : {}) };
}

const STATEMENT = TEXT.slice(TEXT.indexOf('{\n'), TEXT.indexOf('}\n]') + 1);

function drawn(...marks: Mark[]) {
  return Object.fromEntries(markedLines(splitLines(TEXT), marks));
}

describe('a statement', () => {
  it('over several lines tints each of them; shape and note stand on the first', () => {
    const lines = drawn(mark('denies', STATEMENT, 'denies this request'));
    expect(Object.keys(lines)).toEqual(['3', '4', '5', '6']);
    expect(lines['3']).toMatchObject({ tint: 'denies', bar: 'denies', shape: 'denies', note: 'denies this request' });
    expect(lines['4']).toEqual({ tint: 'denies', bar: 'denies', spans: [], marks: [0] });
  });

  it('alone on its line tints the line, whatever brackets and commas stand beside it', () => {
    expect(drawn(mark('allows', '{ "Sid": "A" }'))['2']).toMatchObject({ tint: 'allows', shape: 'allows', spans: [] });
  });

  it('that shares its line with others tints its own characters', () => {
    const text = splitLines('{"Statement":[{"Sid":"A"},{"Sid":"B"}]}');
    const line = markedLines(text, [{ kind: 'denies', range: { start: 26, end: 37 }, message: '' }]).get(1);
    expect(line).toEqual({ bar: 'denies', shape: 'denies', spans: [{ start: 26, end: 37, mark: 0 }], marks: [0] });
  });
});

describe('an element', () => {
  it('is a span with a note, without a shape: its statement has one', () => {
    const lines = drawn(mark('denies-element', '"Effect": "Deny"', 'an explicit deny'));
    expect(lines['5']).toEqual({
      spans: [{ start: 4, end: 20, mark: 0 }],
      note: 'an explicit deny',
      noteKind: 'denies',
      marks: [0],
    });
  });

  it('over several lines leaves out their indentation', () => {
    const lines = drawn(mark('near-miss', '"Sid": "B",\n    "Effect": "Deny"'));
    expect(lines['4']?.spans).toEqual([{ start: 4, end: 15, mark: 0 }]);
    expect(lines['5']?.spans).toEqual([{ start: 4, end: 20, mark: 0 }]);
    expect([lines['4']?.shape, lines['5']?.shape]).toEqual(['near-miss', undefined]);
  });
});

describe('where marks meet', () => {
  it('the graver shape and tint show, and both notes once each', () => {
    const line = drawn(
      mark('allows', '{ "Sid": "A" }', 'would allow'),
      mark('denies', '{ "Sid": "A" }', 'denies'),
      mark('warning', '"A"', 'denies'),
      mark('problem', '"Sid"'),
    )['2'];
    expect(line).toMatchObject({ tint: 'denies', shape: 'problem', note: 'would allow · denies', noteKind: 'denies' });
    expect(line?.marks).toEqual([0, 1, 2, 3]);
  });
});

describe('an empty range', () => {
  it.each([
    ['before a character takes it in', 2, [{ start: 0, end: 1, mark: 0 }]],
    ['at the end of a line takes in the one before', 1, [{ start: 0, end: 1, mark: 0 }]],
  ])('%s', (_, offset, spans) => {
    const line = markedLines(splitLines('{\n}'), [
      { kind: 'problem', range: { start: offset, end: offset }, message: '' },
    ]);
    expect([...line.values()][0]?.spans).toEqual(spans);
  });

  it('on an empty line is a shape alone', () => {
    const line = markedLines(splitLines(''), [{ kind: 'problem', range: { start: 0, end: 0 }, message: '' }]).get(1);
    expect(line).toEqual({ shape: 'problem', spans: [], marks: [0] });
  });
});

it('a range beyond the text, as of a text typed on since, is drawn at its end', () => {
  const line = markedLines(splitLines('{}'), [{ kind: 'problem', range: { start: 50, end: 90 }, message: '' }]).get(1);
  expect(line?.spans).toEqual([{ start: 1, end: 2, mark: 0 }]);
});
