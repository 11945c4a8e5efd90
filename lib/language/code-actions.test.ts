import { expect, test } from 'vitest';
import { codeActions } from '@/lib/language/code-actions';
import { languageContext } from '@/lib/testing/language-contexts';
import { markedText } from '@/lib/testing/marked-text';
import type { Finding } from '@/lib/validation/finding';

const MARKED = '{ "Statement": [{ "Effect": «"allow"», "Action": "s3:GetObj*" }] }';
const { text, ranges } = markedText(MARKED);
const range = ranges[0] ?? { start: 0, end: 0 };
const fix = (title: string) => ({ title, edits: [{ range, text: '"Allow"' }] });
const findings: readonly Finding[] = [
  {
    check: 'A',
    severity: 'error',
    message: 'Wrong.',
    range,
    fixes: [fix('Change to `Allow`'), fix('Change to `Deny`')],
  },
  { check: 'B', severity: 'warning', message: 'Odd.', range },
];
const titles = (start: number, end = start) =>
  codeActions(text, { start, end }, findings, languageContext('identity')).map(
    ({ kind, title }) => `${kind}: ${title}`,
  );

test.each<[string, number, number | undefined, readonly string[]]>([
  ['within a finding', range.start + 2, undefined, ['fix: Change to `Allow`', 'fix: Change to `Deny`']],
  ['at its edges', range.end, undefined, ['fix: Change to `Allow`', 'fix: Change to `Deny`']],
  ['selected with more around it', 0, text.length, ['fix: Change to `Allow`', 'fix: Change to `Deny`']],
  ['in a pattern of actions', text.indexOf('GetObj*'), undefined, ['rewrite: List the 2 actions of `s3:GetObj*`']],
  ['elsewhere', 1, undefined, []],
])('%s', (_name, start, end, want) => expect(titles(start, end)).toEqual(want));
