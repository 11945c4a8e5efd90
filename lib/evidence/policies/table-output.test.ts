import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';

/** A box as the command line draws it. */
function table(operation: string): string {
  const row = (text: string) => `|  ${text.padEnd(50)}  |`;
  const rule = `+${'-'.repeat(54)}+`;
  return ['-'.repeat(56), row(operation), rule, row('PolicyName     |  Read'), rule, ''].join('\n');
}

const TABLES: readonly (readonly [string, string, string])[] = [
  ['alone', table('GetRolePolicy'), 'Run the same command with `--output json`'],
  [
    'behind its command',
    `$ aws iam get-role-policy --role-name app --policy-name Read --output table\n${table('GetRolePolicy')}`,
    'Paste what this prints: `aws iam get-role-policy --role-name app --policy-name Read --output json`',
  ],
  [
    'where the form is set elsewhere',
    `aws iam list-attached-user-policies --user-name kim\n${table('ListAttachedUserPolicies')}`,
    '`aws iam list-attached-user-policies --user-name kim --output json`',
  ],
  [
    'behind a command of several lines',
    `aws iam get-role-policy --role-name app \\\n  --policy-name Read\n${table('GetRolePolicy')}`,
    'Run the same command with `--output json`',
  ],
  ['with line ends of Windows', table('DescribePolicy').replaceAll('\n', '\r\n'), '`--output json`'],
];

describe('a policy printed as a table', () => {
  test.each(TABLES)('%s is recognised, and the command to run instead is told', (_, text, want) => {
    const { kind, policies, problems } = readEvidence(text);
    expect({ kind, policies, codes: problems.map(({ code }) => code) }).toEqual({
      kind: 'policies',
      policies: [],
      codes: ['table-output'],
    });
    expect(problems[0]?.message).toContain(want);
  });
});

test.each([
  ['a table of something else', table('DescribeInstances')],
  ['a table of Markdown', '| GetRolePolicy | x |\n| --- | --- |\n| a | b |'],
  ['a rule in a text', `${'-'.repeat(40)}\nGetRolePolicy\n${'-'.repeat(40)}`],
])('%s is none', (_, text) => {
  expect(readEvidence(text).problems).toEqual([]);
});
