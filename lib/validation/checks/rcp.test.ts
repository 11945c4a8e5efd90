import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const deny = (more = '', action = '"s3:*"', principal = '"*"') =>
  policyOf(`"Effect": "Deny", "Principal": ${principal}, "Action": ${action}, "Resource": "*"${more}`);
const FULL_ACCESS = policyOf('"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"');
const when = (condition: string) => deny(`, "Condition": ${condition}`);

checkCases('RCP_SYNTAX_ERROR_ALLOW', {
  invalid: [policyOf('"Effect": «"Allow"», "Principal": "*", "Action": "s3:*", "Resource": "*"')],
  valid: [deny(), FULL_ACCESS],
});

checkCases('RCP_SYNTAX_ERROR_PRINCIPAL', {
  invalid: [
    deny('', '"s3:*"', '«{ "AWS": "111122223333" }»'),
    deny('', '"s3:*"', '«{ "AWS": "*" }»'),
    policyOf('"Effect": "Deny", «"NotPrincipal"»: { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*"'),
  ],
  valid: [deny(), deny('', '"s3:*"', '"arn:aws:iam::111122223333:root"')],
  fixed: [[deny('', '"s3:*"', '{ "AWS": "*" }'), deny()]],
});

checkCases('RCP_SYNTAX_ERROR_NOTACTION', {
  invalid: [policyOf('"Effect": "Deny", "Principal": "*", «"NotAction"»: "s3:Get*", "Resource": "*"')],
  valid: [deny()],
});

checkCases('RCP_SYNTAX_ERROR_ACTION_WILDCARD', {
  invalid: [
    { text: deny('', '«"*"»'), also: ['DENY_EVERYTHING'] },
    { text: deny(', "Condition": { "Bool": { "aws:SecureTransport": "false" } }', '["s3:*", «"*"»]') },
  ],
  valid: [deny(), FULL_ACCESS],
});

checkCases('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', {
  invalid: [
    when('{ "StringNotEqualsIfExists": { «"aws:PrincipalOrgID"»: "o-exampleorg1" } }'),
    when('{ "StringNotEquals": { «"aws:PrincipalAccount"»: "111122223333" } }'),
  ],
  valid: [
    when(
      '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }',
    ),
    when('{ "StringEquals": { "aws:PrincipalOrgID": "o-a" } }'),
    when('{ "Bool": { "aws:SecureTransport": "false" } }'),
  ],
});

checkCases('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', {
  invalid: [when('{ "StringNotEquals": { «"aws:SourceOrgID"»: "o-exampleorg1" } }')],
  valid: [
    when('{ "StringNotEquals": { "aws:SourceOrgID": "o-a" }, "Bool": { "aws:PrincipalIsAWSService": "true" } }'),
    when('{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
  ],
});

checkCases('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', {
  invalid: [
    when('{ "StringNotEquals": { «"aws:SourceOrgID"»: "o-a" }, "Bool": { "aws:PrincipalIsAWSService": "true" } }'),
  ],
  valid: [
    when('{ "StringNotEquals": { "aws:SourceOrgID": "o-a" }, "Null": { "aws:SourceAccount": "false" } }'),
    when('{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a" } }'),
  ],
});
