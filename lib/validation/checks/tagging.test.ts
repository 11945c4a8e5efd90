import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const VOLUMES = '"Resource": "arn:aws:ec2:us-east-1:111122223333:volume/*"';
const TAGGED = '"Condition": { "StringEquals": { "aws:RequestTag/team": "red" } }';
const ALLOW_TAGS = '"Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*"';

checkCases('TAG_ON_CREATE_MISSING', {
  invalid: [
    policyOf(`"Effect": "Allow", "Action": «"ec2:CreateVolume"», ${VOLUMES}, ${TAGGED}`),
    policyOf(
      `"Effect": "Allow", "Action": [«"ec2:RunInstances"», "ec2:StartInstances"], "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } }`,
    ).replace('"ec2:RunInstances"», "ec2:StartInstances"', '"ec2:RunInstances"»'),
    policyOf(
      `"Effect": "Allow", "Action": «"ec2:CreateVolume"», ${VOLUMES}, ${TAGGED}`,
      ALLOW_TAGS.replace('Allow', 'Deny'),
    ),
  ],
  valid: [
    policyOf(`"Effect": "Allow", "Action": "ec2:CreateVolume", ${VOLUMES}, ${TAGGED}`, ALLOW_TAGS),
    policyOf(`"Effect": "Allow", "Action": ["ec2:CreateVolume", "ec2:Create*"], ${VOLUMES}, ${TAGGED}`),
    policyOf(`"Effect": "Allow", "Action": "ec2:CreateVolume", ${VOLUMES}`),
    policyOf(`"Effect": "Deny", "Action": "ec2:CreateVolume", ${VOLUMES}, ${TAGGED}`),
    policyOf(`"Effect": "Allow", "Action": "kms:CreateKey", "Resource": "*", ${TAGGED}`),
    { type: 'boundary', text: policyOf(`"Effect": "Allow", "Action": "ec2:CreateVolume", ${VOLUMES}, ${TAGGED}`) },
  ],
});

checkCases('RUN_INSTANCES_TAG_ON_ALL_RESOURCES', {
  invalid: [
    policyOf(`"Effect": "Allow", "Action": «"ec2:RunInstances"», "Resource": "*", ${TAGGED}`, ALLOW_TAGS),
    {
      text: policyOf(
        '"Effect": "Allow", "Action": «"ec2:RunInstances"», "Resource": "*", "Condition": { "StringEquals": { "ec2:ResourceTag/team": "red" } }',
      ),
    },
  ],
  valid: [
    policyOf(
      `"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "arn:aws:ec2:*:*:instance/*", ${TAGGED}`,
      ALLOW_TAGS,
    ),
    policyOf('"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*"'),
    policyOf(`"Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*", ${TAGGED}`),
    policyOf(
      `"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "ec2:ResourceTag/team": "red" } }`,
    ),
  ],
});
