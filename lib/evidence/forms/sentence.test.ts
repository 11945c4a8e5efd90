import { describe, expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

type Want = Omit<DenialReport, 'isAccessDenied'>;

const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';

// The sentences themselves are data, in `cases/`, and tried in `cases.test.ts`.

describe('the ARN of the policy', () => {
  const SCP = 'arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplescp';
  const LAB = 'arn:aws:iam::111122223333:policy/lab-boundary';
  const HEAD = `User: ${KIM} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in`;
  const of: Want = {
    principal: KIM,
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    denial: 'explicit',
  };
  test.each<readonly [string, Want]>([
    [`${HEAD} a service control policy: ${SCP}`, { ...of, policyType: 'scp', policyArn: SCP }],
    [`${HEAD} a service control policy:\n${SCP}`, { ...of, policyType: 'scp', policyArn: SCP }],
    [`${HEAD} a service control policy: ${SCP}.`, { ...of, policyType: 'scp', policyArn: SCP }],
    [
      `${HEAD} a service control policy: ${SCP} (Service: Ec2, Status Code: 403)`,
      { ...of, policyType: 'scp', policyArn: SCP },
    ],
    [`"${HEAD} a service control policy: ${SCP}"`, { ...of, policyType: 'scp', policyArn: SCP }],
    [
      `${HEAD} a resource control policy: arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-1`,
      {
        ...of,
        policyType: 'rcp',
        policyArn: 'arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-1',
      },
    ],
    [
      `${HEAD} an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3`,
      { ...of, policyType: 'identity', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' },
    ],
    [`${HEAD} a permissions boundary, with policy ARN: ${LAB}`, { ...of, policyType: 'boundary', policyArn: LAB }],
    [`${HEAD} a session policy: ${LAB}, please check`, { ...of, policyType: 'session', policyArn: LAB }],
    [
      `${HEAD} a permissions boundary: ${LAB}. Encoded authorization failure message: 4kYhAbCdEfGhIjKlMnOpQrSt_-0123456789`,
      { ...of, policyType: 'boundary', policyArn: LAB, encodedMessage: true },
    ],
    [
      `${HEAD} a service control policy: arn:aws:organizations::4444555\n56666:policy/o-exampleorgid/service_control_policy/p-examplescp`,
      { ...of, policyType: 'scp', policyArn: SCP },
    ],
  ])('%s', (text, want) => {
    const [report] = readEvidence(text).reports;
    expect(report).toMatchObject({ isAccessDenied: true, ...want });
    expect(report?.policyArn).toBe(want.policyArn);
  });
});

describe('resources that are no ARN, or odd ones', () => {
  const resourceOf = (resource: string, reason = '') =>
    readEvidence(`User: ${NADIA} is not authorized to perform: iam:GetRole on resource: ${resource}${reason}`)
      .reports[0]?.resource;
  const NO = ' because no identity-based policy allows the iam:GetRole action';
  test.each([
    ['role voclabs', 'role voclabs'],
    ['user nadia', 'user nadia'],
    ['group admins', 'group admins'],
    ['instance profile web', 'instance profile web'],
    ['access key AKIAEXAMPLE000000001', 'access key AKIAEXAMPLE000000001'],
    ['policy platform-policy', 'policy platform-policy'],
    ['policy arn:aws:iam::111122223333:policy/p', 'arn:aws:iam::111122223333:policy/p'],
    ['+15550100123', '+15550100123'],
    ['/aws/path', '/aws/path'],
    [
      'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
      'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
    ],
    [
      'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders',
      'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders',
    ],
    ['arn:aws:ecr:eu-west-1:<account-id>:repository/shop', 'arn:aws:ecr:eu-west-1:<account-id>:repository/shop'],
    ['arn:aws:ecr:eu-west-1:[ACCOUNT-ID]:repository/shop', 'arn:aws:ecr:eu-west-1:[ACCOUNT-ID]:repository/shop'],
    ['arn:aws:ecr:eu-west-1:{account-id}:repository/shop', 'arn:aws:ecr:eu-west-1:{account-id}:repository/shop'],
    ['arn:aws:ecr:eu-west-1:############:repository/shop', 'arn:aws:ecr:eu-west-1:############:repository/shop'],
    [
      'arn:aws:ecr:eu-west-1:<account number>:repository/shop',
      'arn:aws:ecr:eu-west-1:<account number>:repository/shop',
    ],
    ['"arn:aws:s3:::b/my file, (final).csv"', 'arn:aws:s3:::b/my file, (final).csv'],
  ])('%s', (printed, want) => {
    expect(resourceOf(printed)).toBe(want);
    expect(resourceOf(printed, NO)).toBe(want);
  });

  test('a resource that is only masked is none', () => {
    for (const masked of ['***', '...', '<redacted>', '[REDACTED]', '****', '<resource arn>', 'XXXX'])
      expect(resourceOf(masked, NO)).toBeUndefined();
  });

  test('a principal that is only masked is none', () => {
    for (const masked of ['***', '...', '<user-arn>', '<redacted>', 'XXXXXXX']) {
      const [report] = readEvidence(`User: ${masked} is not authorized to perform: iam:GetRole`).reports;
      expect(report).toEqual({ isAccessDenied: true, action: 'iam:GetRole', denial: 'unknown' });
    }
  });

  test('a principal with masked parts is kept', () => {
    for (const part of [
      'XXXX',
      '************',
      '<account>',
      '{account-id}',
      '[ACCOUNT-ID]',
      '############',
      '<account number>',
    ]) {
      const principal = `arn:aws:sts::${part}:assumed-role/R/s`;
      expect(readEvidence(`User: ${principal} is not authorized to perform: iam:GetRole`).reports[0]?.principal).toBe(
        principal,
      );
    }
  });
});

describe('a message that is cut says only what is left', () => {
  const WHOLE = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders because no identity-based policy allows the dynamodb:PutItem action`;
  test.each([
    ['on resou', { action: 'dynamodb:PutItem' }],
    [
      'because no identity-b',
      { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders' },
    ],
  ])('at "%s"', (end, want) => {
    const text = WHOLE.slice(0, WHOLE.indexOf(end) + end.length);
    const [report] = readEvidence(text).reports;
    expect(report).toMatchObject(want);
    expect(report).not.toHaveProperty('policyType');
  });
});
