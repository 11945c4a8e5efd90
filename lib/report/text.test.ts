import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { verdictText } from '@/lib/report/text';

const REQUEST = {
  principal: 'arn:aws:iam::111122223333:user/nadia',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::acme-reports/q3.pdf',
  resourceAccount: '111122223333',
};

function report(text: string, request: Partial<typeof REQUEST> = {}): string {
  const document: DiagnosisDocument = {
    whydenied: 1,
    request: { ...REQUEST, ...request },
    unstated: 'absent',
    policies: [{ type: 'identity', name: 'Mine', document: text }],
  };
  return verdictText(diagnose(document), document);
}

/** The lines with a mark below, each with the line of the policy that it marks. */
function marked(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => (/\| *\^+$/.test(line) ? [[lines[at - 1] ?? '', line]] : []));
}

describe('a mark stands exactly below the decisive element', () => {
  test('on every line of it, and not below the indentation', () => {
    const text = [
      '{"Statement": [{',
      '  "Effect": "Deny", "Action": "*", "Resource": "*",',
      '  "Condition": { "StringNotEquals": { "aws:username": [',
      '      "kim",  ',
      '\t"lee"',
      '  ] } }',
      '}]}',
    ].join('\n');
    expect(marked(report(text))).toEqual([
      ['  3 |   "Condition": { "StringNotEquals": { "aws:username": [', `    | ${' '.repeat(38)}^^^^^^^^^^^^^^^^^`],
      ['  4 |       "kim",  ', '    |       ^^^^^^'],
      ['  5 |   "lee"', '    |   ^^^^^'],
      ['  6 |   ] } }', '    |   ^'],
    ]);
  });

  test('also behind characters that are shown as escapes', () => {
    const sid = 'a\u202eb';
    const text = `{"Statement": [{"Sid": "${sid}", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::acme-reports"}]}`;
    const [[line = '', mark = ''] = []] = marked(report(text));
    expect(line).toContain('a\\u202eb');
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"Resource": "arn:aws:s3:::acme-reports"');
  });
});

test('the answer comes first, and everything it rests on after it', () => {
  const text = report('{"Statement": []}');
  expect(text.split('\n')[0]).toBe('✗ Denied: nothing allows `s3:GetObject` on this object');
  expect(text).toContain('Taken for granted:');
});
