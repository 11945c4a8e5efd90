import { checkCases } from '@/lib/testing/check-cases';
import { trustPolicy } from '@/lib/testing/policy-texts';

const given = (principal: string, condition: string) =>
  trustPolicy(principal, '"sts:AssumeRole"', `, "Condition": ${condition}`);

checkCases('CONFUSED_DEPUTY_TRUST', {
  invalid: [
    trustPolicy('{ "Service": «"glue.amazonaws.com"» }'),
    trustPolicy('{ "Service": ["ec2.amazonaws.com", «"states.amazonaws.com"»] }'),
    given('{ "Service": «"glue.amazonaws.com"» }', '{ "Null": { "aws:SourceArn": "false" } }'),
  ],
  valid: [
    trustPolicy('{ "AWS": "111122223333" }'),
    ...['ec2', 'ecs-tasks', 'lambda', 'edgelambda', 'eks', 'pods.eks'].map((name) =>
      trustPolicy(`{ "Service": "${name}.amazonaws.com" }`),
    ),
    given('{ "Service": "glue.amazonaws.com" }', '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    given('{ "Service": "glue.amazonaws.com" }', '{ "ArnLike": { "AWS:SourceArn": "arn:aws:glue:*:111122223333:*" } }'),
  ],
});

checkCases('CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID', {
  invalid: [
    of('{ "AWS": «"arn:aws:iam::444455556666:root"» }'),
    of('{ "AWS": ["arn:aws:iam::111122223333:root", «"444455556666"»] }'),
  ],
  valid: [
    of('{ "AWS": "arn:aws:iam::111122223333:root" }'),
    of('{ "AWS": "arn:aws:iam::444455556666:role/ci" }'),
    { ...of(''), text: given('{ "AWS": "444455556666" }', '{ "StringEquals": { "sts:ExternalId": "a1" } }') },
    { ...of(''), text: given('{ "AWS": "444455556666" }', '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }') },
    {
      ...of(''),
      text: given('{ "AWS": "444455556666" }', '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    },
    // Which account the role is in is not known.
    trustPolicy('{ "AWS": "444455556666" }'),
  ],
});

function of(principal: string) {
  return { account: '111122223333', text: trustPolicy(principal) };
}
