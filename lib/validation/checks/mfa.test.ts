import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ, trustPolicy, when } from '@/lib/testing/policy-texts';

const denyWhen = (condition: string) => policyOf(`${READ.replace('Allow', 'Deny')}, "Condition": ${condition}`);

checkCases('MFA_BOOL_DENY_WITHOUT_IFEXISTS', {
  invalid: [
    denyWhen('{ «"Bool"»: { "aws:MultiFactorAuthPresent": "false" } }'),
    denyWhen('{ «"Bool"»: { "aws:multifactorauthpresent": false, "aws:SecureTransport": "true" } }'),
    { type: 'scp', text: denyWhen('{ «"Bool"»: { "aws:MultiFactorAuthPresent": "False" } }') },
  ],
  valid: [
    denyWhen('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }'),
    denyWhen('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    when('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }'),
  ],
  fixed: [
    [
      denyWhen('{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }'),
      denyWhen('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }'),
    ],
  ],
});

const MFA = ', "Condition": { «"BoolIfExists"»: { "aws:MultiFactorAuthPresent": "true" } }';

checkCases('MFA_IFEXISTS_ALLOW', {
  invalid: [
    when('{ «"BoolIfExists"»: { "aws:MultiFactorAuthPresent": "true" } }'),
    { type: 'trust', text: trustPolicy('{ "AWS": "arn:aws:iam::111122223333:root" }', '"sts:AssumeRole"', MFA) },
  ],
  valid: [
    when('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    when('{ "BoolIfExists": { "aws:SecureTransport": "true" } }'),
    denyWhen('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }'),
  ],
  fixed: [
    [
      when('{ "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }'),
      when('{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    ],
  ],
});
