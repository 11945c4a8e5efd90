import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const OTHER_ROLE = '"arn:aws:iam::111122223333:role/Admin"';
// A statement that allows this on these, and what else is found because of it.
const boundary = (action: string, resource: string, more = '') => ({
  type: 'boundary' as const,
  text: policyOf(`"Effect": "Allow", ${action}, ${resource}${more}`),
});
const STAR = '"Resource": "*"';
const NOT = `"NotResource": ${OTHER_ROLE}`;
const TO_SERVICE = ', "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }';
const FOR_SERVICE = ', "Condition": { "StringEquals": { "iam:AWSServiceName": "ecs.amazonaws.com" } }';

checkCases('PASS_ROLE_WITH_STAR_IN_RESOURCE', {
  invalid: [
    boundary('"Action": «"iam:PassRole"»', STAR),
    boundary('"Action": ["iam:GetRole", «"IAM:passrole"»]', '"Resource": "arn:aws:iam::*:role/*"'),
    boundary('"Action": «"iam:PassRole"»', '"Resource": "arn:aws:iam::111122223333:*"'),
    boundary('"Action": «"iam:PassRole"»', STAR, ', "Condition": { "Null": { "iam:PassedToService": "false" } }'),
  ],
  valid: [
    boundary('"Action": "iam:PassRole"', '"Resource": "arn:aws:iam::111122223333:role/app-*"'),
    boundary('"Action": "iam:PassRole"', STAR, TO_SERVICE),
    boundary(
      '"Action": "iam:PassRole"',
      STAR,
      ', "Condition": { "StringLikeIfExists": { "iam:PassedToService": "ec2*" } }',
    ),
    { type: 'boundary', text: policyOf('"Effect": "Deny", "Action": "iam:PassRole", "Resource": "*"') },
    boundary('"Action": "iam:GetRole"', STAR),
    boundary('"Action": "iam:*"', STAR),
    boundary('"Action": "iam:PassRole"', NOT),
  ],
});

checkCases('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', {
  invalid: [
    { ...boundary('"Action": «"iam:*"»', STAR), also: ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE'] },
    { ...boundary('"Action": [«"*"», "iam:P*"]', STAR), also: ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE'] },
    boundary('"Action": «"iam:Pass*"»', STAR),
  ],
  valid: [
    boundary('"Action": "iam:*"', '"Resource": "arn:aws:iam::111122223333:role/app-*"'),
    boundary('"Action": "iam:Get*"', STAR),
    boundary('"Action": "iam:Pass*"', STAR, TO_SERVICE),
  ],
});

checkCases('PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', {
  invalid: [{ ...boundary('«"NotAction"»: "s3:*"', STAR), also: ['CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION'] }],
  valid: [
    boundary('"NotAction": "iam:*"', STAR),
    boundary('"NotAction": "iam:Pass*"', STAR),
    boundary('"NotAction": "s3:*"', NOT),
  ],
});

checkCases('PASS_ROLE_WITH_NOT_RESOURCE', {
  invalid: [boundary('"Action": «"iam:PassRole"»', NOT)],
  valid: [boundary('"Action": "iam:PassRole"', STAR), boundary('"Action": "iam:*"', NOT)],
});

checkCases('PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE', {
  invalid: [{ ...boundary('"Action": «"iam:*"»', NOT), also: ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE'] }],
  valid: [boundary('"Action": "iam:PassRole"', NOT), boundary('"Action": "iam:*"', STAR)],
});

checkCases('PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE', {
  invalid: [{ ...boundary('«"NotAction"»: "s3:*"', NOT), also: ['CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE'] }],
  valid: [boundary('"NotAction": "iam:*"', NOT), boundary('"NotAction": "s3:*"', STAR)],
});

checkCases('CREATE_SLR_WITH_STAR_IN_RESOURCE', {
  invalid: [boundary('"Action": «"iam:CreateServiceLinkedRole"»', STAR)],
  valid: [
    boundary('"Action": "iam:CreateServiceLinkedRole"', STAR, FOR_SERVICE),
    boundary(
      '"Action": "iam:CreateServiceLinkedRole"',
      '"Resource": "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*"',
    ),
    boundary('"Action": "iam:CreateRole"', STAR),
  ],
});

checkCases('CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE', {
  invalid: [boundary('"Action": «"iam:Create*"»', STAR)],
  valid: [boundary('"Action": "iam:CreateP*"', STAR), boundary('"Action": "iam:Create*"', STAR, FOR_SERVICE)],
});

checkCases('CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', {
  invalid: [boundary('«"NotAction"»: "iam:PassRole"', STAR)],
  valid: [boundary('"NotAction": ["iam:PassRole", "iam:CreateServiceLinkedRole"]', STAR)],
});

checkCases('CREATE_SLR_WITH_NOT_RESOURCE', {
  invalid: [boundary('"Action": «"iam:CreateServiceLinkedRole"»', NOT)],
  valid: [boundary('"Action": "iam:CreateServiceLinkedRole"', STAR)],
});

checkCases('CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE', {
  invalid: [boundary('"Action": «"iam:Create*"»', NOT)],
  valid: [boundary('"Action": "iam:Create*"', STAR)],
});

checkCases('CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE', {
  invalid: [boundary('«"NotAction"»: "iam:PassRole"', NOT)],
  valid: [boundary('"NotAction": "iam:*"', NOT)],
});
