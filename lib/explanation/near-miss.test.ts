import { describe, expect, test } from 'vitest';
import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { allow, DENIED, deny, SESSION, smallDiagnosis, USER, variable } from '@/lib/testing/small-diagnosis';

/** The one near miss of an identity-based statement: its element and sentence; `-` where there is none. */
function check(
  statement: object,
  request: Readonly<Record<string, unknown>>,
  want: string,
  catalog: Catalog = builtInCatalog(),
): void {
  const identity = { document: { Version: '2012-10-17', Statement: statement } };
  const { nearMisses } = smallDiagnosis({ identity, request }, catalog);
  expect(nearMisses.map(({ element, why }) => `${element}: ${why}`).join('\n') || '-').toBe(want);
}

describe('a resource that is missed by little', () => {
  test.each<[string, string, string, string]>([
    [
      'letter case',
      'arn:aws:s3:::Shop/*',
      'arn:aws:s3:::shop/cat.png',
      'Resource: `arn:aws:s3:::Shop/*` differs from the resource only in letter case.',
    ],
    [
      'a blank',
      'arn:aws:s3:::shop/* ',
      'arn:aws:s3:::shop/cat.png',
      'Resource: `arn:aws:s3:::shop/* ` has a blank at its beginning or end.',
    ],
    [
      'the bucket for its objects',
      'arn:aws:s3:::shop',
      'arn:aws:s3:::shop/cat.png',
      'Resource: `arn:aws:s3:::shop` is the bucket; this action is checked on an object in it. The pattern for objects ends in `/*`.',
    ],
    [
      'the objects for their bucket',
      'arn:aws:s3:::shop/*',
      'arn:aws:s3:::shop',
      'Resource: `arn:aws:s3:::shop/*` covers the objects; this action is checked on the bucket itself, `arn:aws:s3:::shop`.',
    ],
    [
      'a secret without its six characters',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3',
      'Resource: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:db` lacks the six random characters that AWS adds to a secret’s ARN. End the pattern in `-??????`.',
    ],
    [
      'a pattern that ends too early',
      'arn:aws:logs:eu-west-1:111122223333:log-group:a',
      'arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b',
      'Resource: `arn:aws:logs:eu-west-1:111122223333:log-group:a` ends too early: the resource goes on behind it.',
    ],
    [
      'another Region',
      'arn:aws:sqs:us-east-1:111122223333:jobs',
      'arn:aws:sqs:eu-west-1:111122223333:jobs',
      'Resource: `arn:aws:sqs:us-east-1:111122223333:jobs` names another Region: `us-east-1` instead of `eu-west-1`.',
    ],
    [
      'another account',
      'arn:aws:sqs:eu-west-1:111122223334:jobs',
      'arn:aws:sqs:eu-west-1:111122223333:jobs',
      'Resource: `arn:aws:sqs:eu-west-1:111122223334:jobs` names another account: `111122223334` instead of `111122223333`.',
    ],
    [
      'another partition',
      'arn:aws-cn:s3:::shop/*',
      'arn:aws:s3:::shop/cat.png',
      'Resource: `arn:aws-cn:s3:::shop/*` names another partition: `aws-cn` instead of `aws`.',
    ],
    [
      '`*` for an action on a resource of its own',
      'arn:aws:s3:::shop',
      '*',
      'Resource: The request states `*` as its resource, which only `*` in `Resource` covers. This action is checked on a resource of its own; state its ARN.',
    ],
    [
      'something else',
      'arn:aws:s3:::other/*',
      'arn:aws:s3:::shop/cat.png',
      'Resource: Its `Resource` does not cover `arn:aws:s3:::shop/cat.png`.',
    ],
    [
      'a variable without value',
      `arn:aws:s3:::shop/${variable('aws:PrincipalTag/team')}/*`,
      'arn:aws:s3:::shop/red/x',
      `Resource: A policy variable in \`arn:aws:s3:::shop/${variable('aws:PrincipalTag/team')}/*\` has no value for this caller.`,
    ],
  ])('%s', (_name, pattern, resource, want) => check(allow({ Resource: pattern }), { resource }, want));
});

test('an ARN for an action on `*` (R126)', () => {
  check(
    allow({ Resource: 'arn:aws:s3:::shop' }),
    { action: 's3:ListAllMyBuckets', resource: '*' },
    'Resource: This action is checked against `*` alone; an ARN in `Resource` never covers it.',
  );
});

describe('what AWS’s data tells', () => {
  test.each<[string, object, object, string]>([
    [
      'an action that AWS does not have',
      { Action: ['s3:GetObjects', 's3:PutObject'] },
      {},
      'Action: It allows `s3:GetObjects`, an action that AWS does not have; this one is called `s3:GetObject`.',
    ],
    [
      'an action that AWS does not have, far from this one',
      { Action: 's3:ReadEverything' },
      {},
      'Action: It allows only `s3:ReadEverything`, not `s3:GetObject`.',
    ],
    [
      'an action that AWS has',
      { Action: 's3:GetObjectAcl' },
      {},
      'Action: It allows only `s3:GetObjectAcl`, not `s3:GetObject`.',
    ],
    [
      'a service that AWS does not have',
      { Action: 'dynamo:GetItem' },
      { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t' },
      'Action: It allows `dynamo:GetItem`, but AWS has no service `dynamo`; the prefix is `dynamodb`.',
    ],
    [
      'an action that names no resource',
      { Resource: 'arn:aws:ec2:*:*:instance/*' },
      { action: 'ec2:DescribeInstances', resource: '*' },
      'Resource: This action is checked against `*` alone; an ARN in `Resource` never covers it.',
    ],
    [
      'a key of other actions',
      { Condition: { StringLike: { 's3:prefix': 'a/*' } } },
      {},
      'Condition: AWS sends `s3:prefix` with other actions, never with `s3:GetObject`, so this condition cannot hold.',
    ],
    [
      'a global key that AWS does not have',
      { Condition: { IpAddress: { 'aws:SourceIp4': '203.0.113.0/24' } } },
      {},
      'Condition: AWS has no condition key `aws:SourceIp4`; did you mean `aws:SourceIp`?',
    ],
    [
      'a service’s key that AWS does not have',
      { Condition: { StringEquals: { 's3:nothingOfTheKind': 'x' } } },
      {},
      'Condition: AWS has no condition key `s3:nothingOfTheKind`.',
    ],
    [
      'a key that may be there',
      { Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'red' } } },
      {},
      'Condition: The request does not carry `s3:ExistingObjectTag/team`, but the condition asks for `red`.',
    ],
    [
      'a key of an issuer that nobody knows',
      { Condition: { StringEquals: { 'issuer.example.com:sub': 'x' } } },
      {},
      'Condition: The request does not carry `issuer.example.com:sub`, but the condition asks for `x`.',
    ],
  ])('%s', (_name, elements, request, want) => check(allow(elements), { ...request }, want, fullCatalog()));
});

describe('other elements', () => {
  test.each<[string, object, string]>([
    [
      'actions of the same service',
      { Action: ['s3:PutObject', 's3:List*'] },
      'Action: It allows only `s3:PutObject` and `s3:List*`, not `s3:GetObject`.',
    ],
    [
      'more actions than fit a sentence',
      { Action: ['s3:A', 's3:B', 's3:C', 's3:D', 's3:E'] },
      'Action: It allows only `s3:A`, `s3:B`, `s3:C` and 2 more, not `s3:GetObject`.',
    ],
    [
      'the same name of another service',
      { Action: 's3-object-lambda:GetObject' },
      'Action: It allows `s3-object-lambda:GetObject`, which belongs to another service than `s3:GetObject`.',
    ],
    ['no action', { Action: [] }, 'Action: Its list of actions is empty.'],
    ['an excluded action', { NotAction: 's3:*' }, 'NotAction: Its `NotAction` excludes `s3:GetObject`.'],
    [
      'an excluded resource',
      { NotResource: 'arn:aws:s3:::shop/*' },
      'NotResource: Its `NotResource` excludes this resource.',
    ],
    ['two elements at once: no near miss', { Action: 's3:PutObject', Resource: 'arn:aws:s3:::other' }, '-'],
  ])('%s', (_name, elements, want) => check(allow(elements), {}, want));

  test('a Deny is no near miss, nor is an Allow of a request that is allowed', () => {
    check(deny(), {}, '-');
    check(allow(), {}, '-');
  });
});

describe('conditions say what the request has and what they ask for', () => {
  const context = { 'aws:SourceIp': '198.51.100.7', 'aws:PrincipalTag/team': 'red', 'aws:TagKeys': ['a', 'c'], k: '' };
  test.each<[string, object, string]>([
    [
      'another value',
      { StringEquals: { 'aws:PrincipalTag/team': ['blue', 'green'] } },
      '`aws:PrincipalTag/team` is `red`, but the condition asks for `blue` or `green`.',
    ],
    [
      'an excluded value',
      { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } },
      '`aws:PrincipalTag/team` is `red`, and the condition excludes `red`.',
    ],
    [
      'an address outside',
      { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      '`aws:SourceIp` is `198.51.100.7`, but the condition asks for `203.0.113.0/24`.',
    ],
    [
      'an absent key',
      { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      'The request does not carry `aws:MultiFactorAuthPresent`, but the condition asks for `true`.',
    ],
    [
      '`Null` false on an absent key',
      { Null: { 'aws:SourceVpce': 'false' } },
      'The request does not carry `aws:SourceVpce`, and the condition asks that it does.',
    ],
    [
      '`Null` true on a present key',
      { Null: { 'aws:SourceIp': 'true' } },
      '`aws:SourceIp` is in the request, and the condition asks that it is not.',
    ],
    [
      '`Null` with neither',
      { Null: { 'aws:SourceIp': 'yes' } },
      '`yes` is no value that `Null` can compare with `aws:SourceIp`.',
    ],
    [
      'one value off the list',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      '`aws:TagKeys` is `a` and `c`, but the condition allows nothing but `a` or `b`.',
    ],
    [
      'no value on the list',
      { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'b' } },
      '`aws:TagKeys` is `a` and `c`, but the condition asks for `b`.',
    ],
    [
      'no value at all',
      { 'ForAnyValue:StringLike': { 'aws:CalledVia': '*' } },
      'The request does not carry `aws:CalledVia`, and `ForAnyValue:StringLike` needs at least one value.',
    ],
    [
      'nothing but an empty value',
      { 'ForAnyValue:StringLike': { k: 'x' } },
      '`k` has no value but an empty one, and `ForAnyValue:StringLike` needs one.',
    ],
    ['an empty value', { StringEquals: { k: 'x' } }, '`k` is empty, but the condition asks for `x`.'],
    [
      'several values without a set operator',
      { StringEquals: { 'aws:TagKeys': 'a' } },
      '`aws:TagKeys` has several values, and `StringEquals` compares one. Write `ForAnyValue:` or `ForAllValues:` before it.',
    ],
    [
      'a policy value of another type',
      { NumericEquals: { 'aws:PrincipalTag/team': 'ten' } },
      '`ten` is no value that `NumericEquals` can compare with `aws:PrincipalTag/team`.',
    ],
    [
      'a request value of another type',
      { NumericEquals: { 'aws:PrincipalTag/team': '10' } },
      '`aws:PrincipalTag/team` is `red`, which `NumericEquals` cannot compare.',
    ],
    [
      'a variable without value',
      { StringEquals: { 'aws:SourceIp': variable('aws:PrincipalTag/x') } },
      `The policy variable in \`${variable('aws:PrincipalTag/x')}\` has no value for this caller.`,
    ],
  ])('%s', (_name, Condition, want) => check(allow({ Condition }), { context }, `Condition: ${want}`));
});

describe('principals', () => {
  const AWAY = 'arn:aws:sqs:eu-west-1:999988887777:jobs';
  test.each<[string, object, string]>([
    [
      'somebody else',
      { AWS: 'arn:aws:iam::111122223333:user/lee' },
      `Principal: Its \`Principal\` names \`arn:aws:iam::111122223333:user/lee\`, not \`${USER}\`.`,
    ],
    [
      'letter case',
      { AWS: 'arn:aws:iam::111122223333:user/Kim' },
      'Principal: `arn:aws:iam::111122223333:user/Kim` differs from the caller only in letter case.',
    ],
    ['nobody', {}, `Principal: Its \`Principal\` names nobody, not \`${USER}\`.`],
  ])('%s', (_name, Principal, want) => {
    const request = { action: 'sqs:SendMessage', resource: AWAY };
    const { nearMisses } = smallDiagnosis({ identity: allow(), resource: allow({ Principal }), request });
    expect(nearMisses.map(({ element, why }) => `${element}: ${why}`)).toEqual([want]);
  });
});

test('conditions stand before resources, resources before actions, slips first; three of each policy type at most (R214)', () => {
  const Statement = [
    allow({ Action: 's3:PutObject' }),
    allow({ Resource: 'arn:aws:s3:::other/*' }),
    allow({ Resource: 'arn:aws:s3:::Shop/*' }),
    allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  ];
  const { nearMisses } = smallDiagnosis({ identity: { document: { Version: '2012-10-17', Statement } } });
  expect(nearMisses.map(({ index }) => index)).toEqual([3, 2, 1]);
});

test('of SCPs only the levels that lack an Allow are looked at', () => {
  const level = (attachedTo: string, statement: object) => ({ attachedTo, document: { Statement: statement } });
  const scp = [
    level('Root', allow()),
    level('OU', allow({ Action: 's3:Put*' })),
    level('account', allow({ Action: 'ec2:*' })),
  ];
  const { nearMisses } = smallDiagnosis({ identity: allow(), scp, request: { principal: SESSION } });
  expect(nearMisses.map(({ attachedTo, wanted, given }) => [attachedTo, wanted, given])).toEqual([
    ['OU', 's3:GetObject', ['s3:Put*']],
    ['account', 's3:GetObject', ['ec2:*']],
  ]);
});

describe('while it is open', () => {
  const elsewhere = { document: { Statement: allow({ Resource: 'arn:aws:s3:::other/*' }) } };
  const forLee = { document: { Statement: allow({ Principal: { AWS: 'arn:aws:iam::111122223333:user/lee' } }) } };
  const forAll = { document: { Statement: allow({ Principal: '*' }) } };
  const identity = { identity: elsewhere };
  test.each<[string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
    ['no message', identity, '', ['identity']],
    ['a message that names no policy', identity, DENIED, ['identity']],
    [
      'AWS says so',
      identity,
      `${DENIED} because no identity-based policy allows the s3:GetObject action`,
      ['identity'],
    ],
    [
      'AWS names another type',
      identity,
      `${DENIED} because no permissions boundary allows the s3:GetObject action`,
      [],
    ],
    ['AWS says that a statement denies', identity, `${DENIED} with an explicit deny`, []],
    ['the caller’s side is not here', { resource: forLee }, '', ['resource']],
    ['the other side allows', { identity: elsewhere, resource: forAll }, '', []],
  ])('the Allow that comes nearest: %s', (_name, policies, evidence, want) => {
    const more = { unstated: 'unknown' as const, ...(evidence && { evidence: [{ text: evidence }] }) };
    const { verdict, nearMisses } = smallDiagnosis({ ...policies, more });
    expect(verdict.decision).toBe('undetermined');
    expect(nearMisses.map(({ type }) => type)).toEqual(want);
  });
});
