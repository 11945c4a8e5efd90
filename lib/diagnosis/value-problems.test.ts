import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';

/** What is said of a request value that a policy compares by an operator. */
function said(operator: string, key: string, value: string | string[], type: 'identity' | 'scp' = 'identity') {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { [operator]: { [key]: 'x' } } };
  const { problems } = diagnose({
    whydenied: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/kim',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::inbox/a.txt',
      context: { [key]: value },
    },
    notApplicable: ['scp'],
    policies: [
      { type, document: { Version: '2012-10-17', Statement: [statement] } },
      { type, document: { Version: '2012-10-17', Statement: [statement, statement] } },
    ],
  });
  return problems.filter((problem) => problem.code === 'context-value').map((problem) => problem.message);
}

describe('a request value that its operator cannot read is said once (C33)', () => {
  test.each<[string, string, string | string[]]>([
    ['IpAddress', 'aws:SourceIp', 'AWS Internal'],
    ['NotIpAddressIfExists', 'aws:SourceIp', 'cloudformation.amazonaws.com'],
    ['NumericLessThan', 's3:max-keys', '1,000'],
    ['DateGreaterThan', 'aws:CurrentTime', '09.04.2026'],
    ['Bool', 'aws:SecureTransport', 'yes'],
    ['BinaryEquals', 'aws:UserAgent', 'QUI'],
    ['ArnLike', 'aws:SourceArn', 'jobs'],
    ['ForAnyValue:ArnEquals', 'aws:TagKeys', ['arn:aws:sqs:eu-west-1:111122223333:jobs', '*']],
  ])('%s on %s', (operator, key, value) => {
    const bad = Array.isArray(value) ? value.at(-1) : value;
    expect(said(operator, key, value)).toEqual([
      `\`${key}\` is \`${bad}\`, which \`${operator}\` cannot compare: it fits no value of a policy. State it as AWS writes it, or leave it out if you do not know it.`,
    ]);
  });

  test.each<[string, string, string | string[]]>([
    ['IpAddress', 'aws:SourceIp', '198.51.100.9'],
    ['StringEquals', 'aws:SourceIp', 'AWS Internal'],
    ['NumericLessThan', 'aws:EpochTime', '2026-04-09T00:00:00Z'],
    ['DateLessThan', 'aws:EpochTime', '1775692800'],
    ['Bool', 'aws:SecureTransport', 'TRUE'],
    ['Null', 'aws:SecureTransport', 'yes'],
    ['StringContains', 'aws:SourceIp', 'AWS Internal'],
    ['ForAnyValue:ArnEquals', 'aws:TagKeys', []],
  ])('nothing is said of %s on %s', (operator, key, value) => {
    expect(said(operator, key, value)).toEqual([]);
  });

  test('nothing is said for policies that take no part', () => {
    expect(said('IpAddress', 'aws:SourceIp', 'AWS Internal', 'scp')).toEqual([]);
  });
});
