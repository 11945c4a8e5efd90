import { expect, it } from 'vitest';
import { nameSegments, sentenceParts } from './sentence';

it.each([
  ['plain words', 'plain words'],
  ['`name` first', '<name>| first'],
  ['a `name` and `other`.', 'a |<name>| and |<other>|.'],
  ['one ` alone', 'one ` alone'],
  ['a `name` and ` alone', 'a |<name>| and ` alone'],
  ['an empty `` pair', 'an empty | pair'],
  ['`<b>&`', '<<b>&>'],
  ['', ''],
])('names in %j are set apart', (sentence, expected) => {
  const shown = sentenceParts(sentence).map((part) => (part.code ? `<${part.text}>` : part.text));
  expect(shown.join('|')).toBe(expected);
});

it.each([
  ['s3:GetObject', ['s3:GetObject']],
  [
    'arn:aws:s3:::company-reports-eu-central-1/2026/*',
    ['arn:', 'aws:', 's3:::', 'company-reports-eu-central-1/', '2026/', '*'],
  ],
  ['AWSReservedSSO_AdministratorAccess_0123456789abcdef', ['AWSReservedSSO_AdministratorAccess_0123456789abcdef']],
  ['a-long-path-that-ends-with-a-slash/and/', ['a-long-path-that-ends-with-a-slash/', 'and/']],
])('%s breaks after colons and slashes alone, and only when it is long', (name, segments) => {
  expect(nameSegments(name)).toEqual(segments);
});
