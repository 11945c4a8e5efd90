import fc from 'fast-check';
import type { DiagnosisDocument, DocumentPolicy, DocumentRequest } from '@/lib/diagnosis/schema';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { variable } from '@/lib/testing/small-diagnosis';

// Random diagnoses in a world so small that policies and requests meet often: two accounts, a handful of names, few keys.

const HOME = '111122223333';
const AWAY = '999988887777';

const CALLERS = [
  `arn:aws:iam::${HOME}:user/kim`,
  `arn:aws:iam::${HOME}:user/ops/lee`,
  `arn:aws:sts::${HOME}:assumed-role/dev/s1`,
  `arn:aws:iam::${HOME}:role/dev`,
  `arn:aws:sts::${HOME}:federated-user/kiosk`,
  `arn:aws:iam::${HOME}:root`,
  'sns.amazonaws.com',
  '*',
] as const;

/** What is asked for: action and resource that go together. */
const QUESTIONS = [
  { action: 's3:GetObject', resource: 'arn:aws:s3:::shop/cat.png' },
  { action: 's3:GetObject', resource: 'arn:aws:s3:::shop/cat.png', resourceAccount: AWAY },
  { action: 's3:ListAllMyBuckets', resource: '*' },
  { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${HOME}:jobs` },
  { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${AWAY}:jobs` },
  { action: 'sts:AssumeRole', resource: `arn:aws:iam::${HOME}:role/dev` },
  { action: 'sts:AssumeRole', resource: `arn:aws:iam::${AWAY}:role/ci` },
  { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${HOME}:key/0a1b` },
  { action: 'ec2:StartInstances', resource: `arn:aws:ec2:eu-west-1:${HOME}:instance/i-1` },
] as const;

// Keys of all sorts: stated or not, derived, partly known, with several values, of another service.
const KEYS = [
  'aws:SourceIp',
  'aws:MultiFactorAuthPresent',
  'aws:RequestedRegion',
  'aws:PrincipalArn',
  'aws:PrincipalTag/team',
  'aws:ResourceTag/team',
  'aws:TagKeys',
  'aws:username',
  'aws:userid',
  'aws:SourceVpce',
  'aws:CurrentTime',
  's3:prefix',
  'custom:k',
] as const;

const VALUES = [
  'red',
  'RED',
  'blue',
  'team',
  'true',
  'false',
  '203.0.113.9',
  '203.0.113.0/24',
  'eu-west-1',
  '10',
  '2026-04-09T08:00:00Z',
  `arn:aws:iam::${HOME}:role/dev`,
  `arn:aws:iam::*:role/*`,
  'vpce-1',
  'kim',
  '*',
  'r?d',
  '',
  variable('aws:username'),
  variable("aws:PrincipalTag/team, 'red'"),
] as const;

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'ForAllValues:StringEquals',
  'ForAllValues:StringNotLike',
  'ForAnyValue:StringLike',
  'ForAnyValue:StringNotEquals',
  'ArnLike',
  'ArnNotLike',
  'IpAddress',
  'NotIpAddress',
  'Bool',
  'BoolIfExists',
  'Null',
  'NumericLessThan',
  'DateGreaterThan',
  'NoSuchOperator',
] as const;

/** One of a list whose first entry covers the most; it comes as often as all others together. */
const firstMost = <Value>([first, ...others]: readonly Value[]) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(first as Value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const oneOrMore = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) });

const condition = fc.dictionary(
  fc.constantFrom(...OPERATORS),
  fc.dictionary(fc.constantFrom(...KEYS), oneOrMore(fc.constantFrom(...VALUES)), { minKeys: 1, maxKeys: 2 }),
  { minKeys: 1, maxKeys: 2 },
);

const ACTIONS = [
  '*',
  's3:*',
  's3:Get*',
  's3:GetObject',
  'sqs:SendMessage',
  'sts:AssumeRole',
  'kms:*',
  'ec2:*',
  'iam:*',
];
const RESOURCES = [
  '*',
  'arn:aws:s3:::shop/*',
  'arn:aws:s3:::shop',
  'arn:aws:sqs:*:*:jobs',
  `arn:aws:iam::${HOME}:role/*`,
  `arn:aws:iam::${AWAY}:role/*`,
  `arn:aws:s3:::shop/${variable('aws:username')}*`,
];
const PRINCIPALS = [
  '*',
  { AWS: HOME },
  { AWS: `arn:aws:iam::${AWAY}:root` },
  { AWS: [CALLERS[0], HOME] },
  { AWS: `arn:aws:iam::${HOME}:role/dev` },
  { AWS: CALLERS[2] },
  { AWS: CALLERS[4] },
  { Service: 'sns.amazonaws.com' },
  { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
];

const often = <Value>(usual: fc.Arbitrary<Value>, seldom: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: seldom });

const element = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  value.map((one) => ({ [name]: one }));
const named = (name: string, value: fc.Arbitrary<unknown>) => element(name, oneOrMore(value));

export type Effect = 'Allow' | 'Deny';

/** A statement that fits a policy type. Conditions are rarer than none, so that policies decide something. */
export function statementOf(type: PolicyType, effect: fc.Arbitrary<Effect> = usualEffect): fc.Arbitrary<object> {
  const takesPrincipal = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const principal = type === 'rcp' ? fc.constant('*') : firstMost<unknown>(PRINCIPALS);
  return fc
    .record({
      Effect: effect,
      action: often(named('Action', firstMost(ACTIONS)), named('NotAction', firstMost(ACTIONS))),
      resource: often(named('Resource', firstMost(RESOURCES)), named('NotResource', firstMost(RESOURCES))),
      principal: often(element('Principal', principal), element('NotPrincipal', principal)),
      condition: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: condition }),
    })
    .map(({ Effect, action, resource, principal: who, condition: Condition }) => ({
      Effect,
      ...(takesPrincipal && who),
      ...action,
      ...resource,
      ...(Condition && { Condition }),
    }));
}

const usualEffect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Effect>('Allow') },
  { weight: 1, arbitrary: fc.constant<Effect>('Deny') },
);

export function policyOf(type: PolicyType): fc.Arbitrary<DocumentPolicy> {
  return fc
    .record({
      statements: fc.array(statementOf(type), { minLength: 1, maxLength: 3 }),
      version: often(fc.constant('2012-10-17'), fc.constant('2008-10-17')),
      attachedTo: fc.constantFrom('Root', 'account'),
    })
    .map(({ statements, version, attachedTo }) => ({
      type,
      ...(type === 'scp' && { attachedTo }),
      document: { Version: version, Statement: statements },
    }));
}

const contextValue = oneOrMore(fc.constantFrom(...VALUES));

const requests: fc.Arbitrary<DocumentRequest> = fc
  .record({
    principal: fc.constantFrom(...CALLERS),
    question: fc.constantFrom(...QUESTIONS),
    context: fc.dictionary(fc.constantFrom(...KEYS), contextValue, { maxKeys: 4 }),
    absent: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 2 }),
  })
  .map(({ principal, question, context, absent }) => ({
    principal,
    ...question,
    context,
    absent: absent.filter((key) => !(key in context)),
  }));

const modes = fc.constantFrom('unknown' as const, 'absent' as const);

/** Whole diagnoses: mostly an identity-based policy, now and then one of every other type. */
export const diagnoses: fc.Arbitrary<DiagnosisDocument> = fc
  .record({
    request: requests,
    unstated: fc.record({ context: modes, policies: modes }),
    // An undetermined verdict tells little, so types without policies mostly do not apply.
    notApplicable: often(fc.constant<readonly PolicyType[]>(['rcp', 'scp', 'endpoint', 'session']), fc.constant([])),
    incomplete: often(fc.constant<readonly PolicyType[]>([]), fc.subarray([...POLICY_TYPES], { maxLength: 2 })),
    policies: fc
      .tuple(
        fc.array(policyOf('identity'), { minLength: 1, maxLength: 2 }),
        fc.array(policyOf('resource'), { maxLength: 1 }),
        fc.array(fc.constantFrom(...POLICY_TYPES).chain(policyOf), { maxLength: 2 }),
      )
      .map((lists) => lists.flat()),
  })
  .map(({ request, unstated, notApplicable, incomplete, policies }) => ({
    whydenied: 1 as const,
    request,
    unstated,
    notApplicable: notApplicable.filter((type) => policies.every((policy) => policy.type !== type)),
    incomplete: [...incomplete],
    policies,
  }));

/** Keys that random conditions ask about, for stating one more of them. */
export const keys = fc.constantFrom(...KEYS);
export const values = contextValue;
