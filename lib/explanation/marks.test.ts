import { describe, expect, test } from 'vitest';
import { markedText } from '@/lib/testing/marked-text';
import { type SmallDiagnosis, smallDiagnosis } from '@/lib/testing/small-diagnosis';

/** The marks of an identity-based policy: their kinds, and their places as marked in its text. */
function check(marked: string, kinds: readonly string[], more: SmallDiagnosis = {}): void {
  const { text, ranges } = markedText(marked);
  const [marks = []] = smallDiagnosis({ identity: text, ...more }).marks;
  expect(marks.map((mark) => mark.kind)).toEqual(kinds);
  expect(marks.map((mark) => mark.range)).toEqual(ranges);
  for (const mark of marks) expect(mark.message).toMatch(/[.]$/);
}

const ALLOW = '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" } }';
const OPEN = { more: { unstated: { context: 'unknown', policies: 'absent' } } } as const;

describe('what lights up in a policy', () => {
  test.each<[string, string, readonly string[], SmallDiagnosis?]>([
    [
      'a Deny, and the action that fits',
      '{ "Statement": «{ "Effect": "Deny", "Action": ["ec2:*", «"s3:*"»], "Resource": "*" }» }',
      ['denies', 'denies-element'],
    ],
    [
      'an Allow',
      '{ "Statement": «{ "Effect": "Allow", "Action": «"*"», "Resource": "*" }» }',
      ['allows', 'allows-element'],
    ],
    [
      'of a Deny with conditions the keys that hold',
      '{ "Statement": «{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Null": { «"k": true» } } }» }',
      ['denies', 'denies-element'],
    ],
    [
      'of NotAction the element',
      '{ "Statement": «{ "Effect": "Deny", «"NotAction": "ec2:*"», "Resource": "*" }» }',
      ['denies', 'denies-element'],
    ],
    [
      'what depends on a key',
      '{ "Statement": «{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { «"k": true» } } }» }',
      ['depends', 'depends-element'],
      OPEN,
    ],
    [
      'the element of a near miss',
      '{ "Statement": { "Effect": "Allow", "Action": "*", «"Resource": "arn:aws:s3:::Shop/*"» } }',
      ['near-miss'],
    ],
    ['a broken statement', '{ "Statement": [«3»] }', ['problem']],
    [
      'only a Deny where both match',
      '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }, «{ "Effect": "Deny", "Action": «"*"», "Resource": "*" }»] }',
      ['denies', 'denies-element'],
    ],
  ])('%s', (_name, marked, kinds, more) => check(marked, kinds, more));
});

test('the reason stands in the mark, for hover and for readers', () => {
  const [marks = []] = smallDiagnosis({
    identity:
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": false } } } }',
    ...OPEN,
    resource: ALLOW,
  }).marks;
  expect(marks[0]).toMatchObject({
    note: 'denies this, or not',
    message: 'Whether this statement denies the request depends on whether MFA was used.',
  });
});

describe('a decisive part says what it is itself', () => {
  const statement = (elements: object) => JSON.stringify({ Statement: { Effect: 'Deny', Resource: '*', ...elements } });
  const mfa = { Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } };
  test.each<[string, string, string, SmallDiagnosis?]>([
    ['an action', statement({ Action: 's3:*' }), 'This covers the action of the request.'],
    ['NotAction', statement({ NotAction: 'ec2:*' }), 'The statement covers every action but these.'],
    [
      'NotResource',
      statement({ Action: '*', Resource: undefined, NotResource: 'arn:aws:s3:::x' }),
      'The statement covers every resource but these.',
    ],
    [
      'a condition',
      statement({ Action: '*', Condition: { Null: { 'aws:SourceVpce': 'true' } } }),
      'This condition holds for the request.',
    ],
    [
      'an open condition',
      statement(mfa),
      'Whether this condition holds depends on whether MFA was used.',
      { ...OPEN, resource: ALLOW },
    ],
  ])('%s', (_name, identity, message, more) => {
    const [marks = []] = smallDiagnosis({ identity, ...more }).marks;
    expect(marks.map((mark) => mark.message)).toContain(message);
    expect(new Set(marks.map((mark) => mark.message)).size).toBe(marks.length);
  });
});
