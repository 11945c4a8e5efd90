import { expect, test } from 'vitest';
import { type Contrast, contrast, nearest } from '@/components/verdict/contrast';

/** Differing pieces in brackets. */
function shown({ wanted, given }: Contrast): readonly string[] {
  return [wanted, given].map((pieces) =>
    pieces.map((piece) => (piece.differs ? `[${piece.text}]` : piece.text)).join(''),
  );
}

test.each([
  ['another service', 'dynamodb:PutItem', 's3:*', ['[dynamodb]:PutItem', '[s3]:*']],
  ['another name', 's3:PutObject', 's3:GetObject', ['s3:[PutObject]', 's3:[GetObject]']],
  [
    'objects instead of the bucket',
    'arn:aws:s3:::acme',
    'arn:aws:s3:::acme/*',
    ['arn:aws:s3:::acme', 'arn:aws:s3:::acme[/*]'],
  ],
  [
    'the bucket instead of its objects',
    'arn:aws:s3:::acme/a',
    'arn:aws:s3:::acme',
    ['arn:aws:s3:::acme[/a]', 'arn:aws:s3:::acme'],
  ],
  [
    'one part',
    'arn:aws:s3:::acme/report/1.csv',
    'arn:aws:s3:::acme/reports/*',
    ['arn:aws:s3:::acme/[report]/1.csv', 'arn:aws:s3:::acme/[reports]/*'],
  ],
  [
    'a star that goes on',
    'arn:aws:s3:::other/a/b/c',
    'arn:aws:s3:::acme/*',
    ['arn:aws:s3:::[other]/a/b/c', 'arn:aws:s3:::[acme]/*'],
  ],
  ['plain values', 'eu-west-1', 'us-*', ['[eu-west-1]', '[us-*]']],
  ['a value that fits', 'true', 'true', ['true', 'true']],
  ['nothing', '', 'true', ['', '[true]']],
])('%s', (_, wanted, given, expected) => {
  expect(shown(contrast(wanted, given))).toEqual(expected);
});

test('the nearest pattern comes first', () => {
  const given = ['arn:aws:sqs:*:*:x', 'arn:aws:s3:::other', 'arn:aws:s3:::acme/*'];
  expect(nearest('arn:aws:s3:::acme/a', given, 2)).toEqual(['arn:aws:s3:::acme/*', 'arn:aws:s3:::other']);
});
