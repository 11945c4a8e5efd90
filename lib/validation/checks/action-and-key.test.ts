import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, trustPolicy } from '@/lib/testing/policy-texts';

const PASSED = '{ "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }';
const roles = (action: string, condition = PASSED) =>
  policyOf(
    `"Effect": "Allow", "Action": ${action}, "Resource": "arn:aws:iam::111122223333:role/app", "Condition": ${condition}`,
  );

checkCases('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', {
  invalid: [roles('["iam:PassRole", «"iam:GetRole"»]'), roles('[«"iam:GetRole"», "iam:PassRole", «"iam:CreateRole"»]')],
  valid: [
    roles('"iam:PassRole"'),
    roles('"iam:GetRole"'),
    roles('["iam:PassRole", "iam:Get*"]'),
    roles(
      '["iam:PassRole", "iam:GetRole"]',
      '{ "StringEqualsIfExists": { "iam:PassedToService": "ec2.amazonaws.com" } }',
    ),
    roles('["iam:PassRole", "iam:GetRole"]', '{ "Null": { "iam:PassedToService": "true" } }'),
    roles('["iam:PassRole", "iam:GetRole"]', '{ "StringEquals": { "aws:PrincipalTag/team": "red" } }'),
  ],
});

const ACCOUNT = '{ "AWS": "111122223333" }';
const trusting = (action: string, condition: string) => trustPolicy(ACCOUNT, action, `, "Condition": ${condition}`);

checkCases('MISSING_ACTION_FOR_CONDITION_KEY', {
  invalid: [
    trusting('"sts:AssumeRole"', '{ "StringEquals": { «"sts:SourceIdentity"»: "kim" } }'),
    trusting('["sts:AssumeRole"]', '{ "StringEquals": { «"aws:RequestTag/team"»: "red" } }'),
    trusting('"sts:AssumeRole"', '{ "ForAnyValue:StringEquals": { «"sts:TransitiveTagKeys"»: "team" } }'),
  ],
  valid: [
    trusting('["sts:AssumeRole", "sts:SetSourceIdentity"]', '{ "StringEquals": { "sts:SourceIdentity": "kim" } }'),
    trusting('["sts:AssumeRole", "sts:TagSession"]', '{ "StringEquals": { "aws:RequestTag/team": "red" } }'),
    trusting('"sts:AssumeRole"', '{ "Null": { "aws:RequestTag/team": "true" } }'),
    trusting('"sts:AssumeRole"', '{ "StringEquals": { "sts:ExternalId": "a" } }'),
  ],
  fixed: [
    [
      trusting('"sts:AssumeRole"', '{ "StringEquals": { "sts:SourceIdentity": "kim" } }'),
      trusting('["sts:AssumeRole", "sts:SetSourceIdentity"]', '{ "StringEquals": { "sts:SourceIdentity": "kim" } }'),
    ],
  ],
});
