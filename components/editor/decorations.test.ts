import { describe, expect, it } from 'vitest';
import type { Mark } from '@/lib/explanation/mark';
import { decorations, markdown } from './decorations';
import { splitLines } from './lines';

const TEXT = '{\n  "Effect": "Deny",\n  "Action": "s3:*"\n}';
const DENY: Mark = { kind: 'denies', range: { start: 0, end: TEXT.length }, note: 'denies', message: 'It `denies`.' };
const ACTION: Mark = {
  kind: 'denies-element',
  range: { start: TEXT.indexOf('"s3'), end: TEXT.indexOf('"s3') + 6 },
  message: '`s3:*` covers it.',
};

function drawn(columns: number) {
  return decorations(splitLines(TEXT), [DENY, ACTION], columns);
}

describe('decorations', () => {
  it('tint each line of a statement, text and margin', () => {
    const tinted = drawn(0).filter(({ options }) => options.isWholeLine);
    expect(tinted.map(({ range }) => range.startLineNumber)).toEqual([1, 2, 3, 4]);
    expect(tinted[0]?.options).toMatchObject({
      className: 'pe-tint-denies',
      marginClassName: 'pe-tint-denies pe-bar-denies',
    });
  });

  it('put the shape at the first line only', () => {
    const shapes = drawn(0).filter(({ options }) => options.glyphMarginClassName);
    expect(shapes.map(({ range, options }) => [range.startLineNumber, options.glyphMarginClassName])).toEqual([
      [1, 'pe-shape-denies'],
    ]);
  });

  it('underline the element, by columns from 1', () => {
    expect(drawn(0).find(({ options }) => options.inlineClassName)).toMatchObject({
      range: { startLineNumber: 3, startColumn: 13, endLineNumber: 3, endColumn: 19 },
      options: { inlineClassName: 'pe-span-denies-element' },
    });
  });

  it.each([
    [9, false],
    [10, true],
  ])('a row of %i characters has room for the note: %s', (columns, fits) => {
    expect(drawn(columns).some(({ options }) => options.after)).toBe(fits);
  });

  it('say on hover what every mark of the line says, and trust none of it', () => {
    const message = drawn(0).find(({ range }) => range.startLineNumber === 3)?.options.hoverMessage;
    expect(message).toEqual([
      { value: 'It ` denies `\\.', isTrusted: false, supportHtml: false },
      { value: '` s3:* ` covers it\\.', isTrusted: false, supportHtml: false },
    ]);
  });
});

it.each([
  ['[x](javascript:alert(1))', '\\[x\\]\\(javascript\\:alert\\(1\\)\\)'],
  ['![](https://x) <b>', '\\!\\[\\]\\(https\\:\\/\\/x\\) \\<b\\>'],
  ['# not a title\n- nor a list', '\\# not a title \\- nor a list'],
  ['`a\nb`', '` a b `'],
])('%j becomes Markdown that shows as it is written', (sentence, expected) => {
  expect(markdown(sentence)).toBe(expected);
});
