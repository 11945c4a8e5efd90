import { expect, test } from 'vitest';
import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ, when } from '@/lib/testing/policy-texts';
import { smallCatalog } from '@/lib/testing/small-catalog';
import { validate } from '@/lib/validation/validate';

checkCases('CONDITION_ALWAYS_TRUE', {
  invalid: [
    when('{ "StringLikeIfExists": { "aws:PrincipalOrgID": «"*"» } }'),
    when('{ "ArnLikeIfExists": { "aws:SourceArn": ["arn:aws:sns:*:*:a", «"*"»] } }'),
  ],
  valid: [
    when('{ "StringLike": { "aws:PrincipalOrgID": "*" } }'),
    when('{ "StringLikeIfExists": { "aws:PrincipalOrgID": "o-*" } }'),
    when('{ "StringNotLikeIfExists": { "aws:PrincipalOrgID": "*" } }'),
    when('{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "*" } }'),
  ],
});

checkCases('CONDITION_NEVER_TRUE', {
  invalid: [
    when('{ "Null": { "aws:SourceVpc": "true" }, "StringEquals": { «"aws:SourceVpc"»: "vpc-1a2b3c4d" } }'),
    when('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "Null": { «"aws:sourceip"»: true } }'),
    when(
      '{ "StringEquals": { "aws:PrincipalTag/team": ["a"] }, "StringNotEquals": { «"aws:PrincipalTag/team"»: ["b", "a"] } }',
    ),
    when(
      '{ "StringNotEqualsIfExists": { "aws:PrincipalTag/team": "a" }, "StringEquals": { «"aws:PrincipalTag/team"»: "a" } }',
    ),
  ],
  valid: [
    when(
      '{ "StringEquals": { "aws:PrincipalTag/team": ["a", "c"] }, "StringNotEquals": { "aws:PrincipalTag/team": ["b", "a"] } }',
    ),
    when('{ "Null": { "aws:SourceVpc": "false" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
    when('{ "Null": { "aws:SourceVpc": "true" }, "StringEqualsIfExists": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
    when('{ "Null": { "aws:SourceVpc": "true" }, "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
    when('{ "Null": { "aws:SourceVpc": "true" }, "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }'),
    when('{ "StringEquals": { "aws:PrincipalTag/team": "a" }, "StringNotEquals": { "aws:PrincipalTag/role": "a" } }'),
  ],
});

const until = (date: string) => when(`{ "DateLessThan": { "aws:CurrentTime": ${date} } }`);

checkCases('EXPIRED_DATE_CONDITION', {
  invalid: [
    until('«"2020-01-01T00:00:00Z"»'),
    until('[«"2020-01-01"», «"2019-12-31T23:00:00+01:00"»]'),
    when('{ "DateLessThanEquals": { "aws:currenttime": «"2020"» } }'),
  ],
  valid: [
    until('"2999-01-01T00:00:00Z"'),
    until('["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"]'),
    until('"tomorrow"'),
    when('{ "DateGreaterThan": { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }'),
    when('{ "DateLessThan": { "aws:TokenIssueTime": "2020-01-01T00:00:00Z" } }'),
    policyOf(
      `${READ.replace('Allow', 'Deny')}, "Condition": { "DateLessThan": { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }`,
    ),
  ],
});

test.each([
  ['2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z', ['EXPIRED_DATE_CONDITION']],
  ['2026-10-01T00:00:00Z', '2026-09-30T00:00:00Z', []],
])('a date is held against the time that is given: %s at %s', (date, now, wanted) => {
  const found = validate('identity', until(`"${date}"`), smallCatalog(), { now: Date.parse(now) });
  expect(found.map(({ check }) => check).filter((check) => check === 'EXPIRED_DATE_CONDITION')).toEqual(wanted);
});
