import { expect, it } from 'vitest';
import { segmentLine } from './segments';
import { tokenizeLine } from './tokenize';

const LINE = '"Action": "s3:*"';

it('cuts where tokens and spans begin and end', () => {
  const spans = [
    { start: 0, end: 16, mark: 0 },
    { start: 11, end: 13, mark: 1 },
  ];
  const shown = segmentLine(LINE, tokenizeLine(LINE), spans).map(
    ({ text, token, marks }) => `${text} ${token ?? '-'} ${marks.join()}`,
  );
  expect(shown).toEqual(['"Action" key 0', ': punctuation 0', '  - 0', '" string 0', 's3 string 0,1', ':*" string 0']);
});

it('leaves a line without tokens and spans whole, and an empty one empty', () => {
  expect(segmentLine(LINE, [], [])).toEqual([{ text: LINE, marks: [] }]);
  expect(segmentLine('', [], [])).toEqual([]);
});
