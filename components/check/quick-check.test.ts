import { expect, test } from 'vitest';
import { checkDocument, EMPTY_CHECK, EXAMPLE_CHECK, type QuickCheck } from '@/components/check/quick-check';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { POLICY_TYPES } from '@/lib/iam/policy-type';

const ALLOW_S3 = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": "*" }] }';

function decision(check: QuickCheck) {
  return diagnose(checkDocument(check)).verdict.decision;
}

function withPrincipal(type: QuickCheck['type']): Pick<QuickCheck, 'type' | 'text' | 'principal'> {
  const takesPrincipal = type === 'resource' || type === 'rcp' || type === 'endpoint';
  const text = takesPrincipal ? ALLOW_S3 : ALLOW_S3.replace(', "Principal": "*"', '');
  return { type, text, principal: 'arn:aws:sts::111122223333:assumed-role/Clerk/kim' };
}

test('an empty check asks for everything', () => {
  expect(checkDocument(EMPTY_CHECK)).toEqual({
    whydenied: 1,
    request: {},
    unstated: { context: 'unknown', policies: 'absent' },
  });
});

test.each(POLICY_TYPES)('a single %s answers by itself', (type) => {
  const check = { ...EXAMPLE_CHECK, ...withPrincipal(type) };
  expect(decision(check)).toBe('allowed');
});

test.each(POLICY_TYPES.filter((type) => type !== 'rcp'))('a single %s that lacks the action denies', (type) => {
  const check = {
    ...EXAMPLE_CHECK,
    ...withPrincipal(type),
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:q',
  };
  expect(decision(check)).toBe('implicitDeny');
});

test('the example leaves open what a stated key settles', () => {
  expect(decision(EXAMPLE_CHECK)).toBe('undetermined');
  const stated = (value: string, absent = false) => [{ id: 1, key: ' aws:SourceIp ', value, absent }];
  expect(decision({ ...EXAMPLE_CHECK, keys: stated('203.0.113.7') })).toBe('allowed');
  expect(decision({ ...EXAMPLE_CHECK, keys: stated('198.51.100.1') })).toBe('implicitDeny');
  expect(decision({ ...EXAMPLE_CHECK, keys: stated('', true) })).toBe('implicitDeny');
});

test('a key without a name is left out', () => {
  const keys = [{ id: 1, key: '', value: 'x', absent: false }];
  expect(checkDocument({ ...EXAMPLE_CHECK, keys }).request).not.toHaveProperty('context');
});
