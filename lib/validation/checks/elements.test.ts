import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const REST = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/cat.png"';
const EFFECT = '"Effect": "Allow"';
const QUEUE = '"Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs"';

checkCases('INVALID_POLICY_ELEMENT', {
  invalid: [
    policyOf(`${EFFECT}, «"Actions"»: "s3:GetObject", "Resource": "arn:aws:s3:::shop/cat.png"`),
    policyOf(`${EFFECT}, "Action": "s3:GetObject", «"resource"»: "arn:aws:s3:::shop/cat.png"`),
    policyOf(`${READ}, «"Conditions"»: {}`),
    policyOf(`${READ}, «"Comment"»: "reads", «"Note"»: 1`),
    policyOf(`${READ}, «"Version"»: "2012-10-17"`),
    policyOf(`«"effect"»: "Allow", ${REST}`),
    {
      type: 'trust',
      text: policyOf(`${EFFECT}, «"Principle"»: { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`),
    },
    `{ «"version"»: "2012-10-17", "Statement": { ${READ} } }`,
    `{ "Version": "2012-10-17", «"statement"»: { ${READ} } }`,
    `{ "Version": "2012-10-17", "Statement": { ${READ} }, «"Tags"»: [] }`,
    { text: `{ "Version": "2012-10-17", «"Sid"»: "A", «"Effect"»: "Allow" }`, also: ['MISSING_STATEMENT'] },
  ],
  valid: [
    policyOf(READ),
    `{ "Version": "2012-10-17", "Id": "a", "Statement": { "Sid": "A", ${READ}, "Condition": { "Bool": { "aws:SecureTransport": "true" } } } }`,
    {
      type: 'resource',
      text: policyOf(`"NotPrincipal": "*", "Effect": "Deny", "NotAction": "s3:*", "NotResource": "*"`),
    },
  ],
  fixed: [
    [
      policyOf(`${READ}, "Conditions": {"Bool": {"aws:SecureTransport": "true"}}`),
      policyOf(`${READ}, "Condition": {"Bool": {"aws:SecureTransport": "true"}}`),
    ],
    [policyOf(`${EFFECT}, "Actoin": "s3:*"`), policyOf(`${EFFECT}, "Action": "s3:*"`)],
  ],
});

checkCases('DUPLICATE_ELEMENT', {
  invalid: [
    policyOf(`${READ}, «"Action"»: "s3:GetObject"`),
    policyOf(`${READ}, "Condition": { "Bool": { "aws:SecureTransport": "true", «"aws:SecureTransport"»: "true" } }`),
    policyOf(
      `${READ}, "Condition": { "Bool": { "aws:SecureTransport": "true" }, «"Bool"»: { "aws:ViaAWSService": "true" } }`,
    ),
    `{ "Version": "2012-10-17", «"Version"»: "2012-10-17", "Statement": { ${READ} } }`,
    {
      type: 'trust',
      text: policyOf(
        `${EFFECT}, "Principal": { "AWS": "111122223333", «"AWS"»: "444455556666" }, "Action": "sts:AssumeRole"`,
      ),
    },
  ],
  valid: [
    policyOf(READ, READ),
    policyOf(`${READ}, "Condition": { "StringEquals": { "aws:username": "a", "AWS:UserName": "b" } }`),
  ],
});

checkCases('MISSING_STATEMENT', {
  invalid: [
    '{ "Version": "2012-10-17", "Statement": «[]» }',
    '«{ "Version": "2012-10-17" }»',
    { text: '«{}»', also: ['MISSING_VERSION'] },
    { text: `«{ ${READ} }»`, also: ['INVALID_POLICY_ELEMENT', 'MISSING_VERSION'] },
  ],
  valid: [
    policyOf(READ),
    '{ "Version": "2012-10-17", "Statements": [] }',
    '{ "Version": "2012-10-17", "Statement": "x" }',
  ],
  fixed: [[`{ ${READ} }`, `{ "Version": "2012-10-17", "Statement": [{ ${READ} }] }`]],
});

checkCases('MISSING_EFFECT', {
  invalid: [
    `{ "Version": "2012-10-17", "Statement": [«{ ${REST} }»] }`,
    `{ "Version": "2012-10-17", "Statement": «{ ${REST} }» }`,
  ],
  valid: [policyOf(READ), policyOf(`"Effect": "allow", ${REST}`), policyOf(`"Efect": "Allow", ${REST}`)],
});

checkCases('MISSING_ACTION', {
  invalid: [`{ "Version": "2012-10-17", "Statement": [{ ${READ} }, «{ ${EFFECT}, ${QUEUE} }»] }`],
  valid: [
    policyOf(READ),
    policyOf(`${EFFECT}, "Actions": "s3:GetObject", ${QUEUE}`),
    policyOf(`${EFFECT}, "Action": 5, ${QUEUE}`),
    policyOf(`"Effect": "Deny", "NotAction": "s3:*", ${QUEUE}`),
  ],
});

checkCases('MISSING_RESOURCE', {
  invalid: [
    `{ "Version": "2012-10-17", "Statement": «{ ${EFFECT}, "Action": "s3:GetObject" }» }`,
    { type: 'scp', text: `{ "Version": "2012-10-17", "Statement": «{ "Effect": "Deny", "Action": "s3:GetObject" }» }` },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": «{ "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject" }» }`,
    },
    {
      type: 'endpoint',
      text: `{ "Version": "2012-10-17", "Statement": «{ ${EFFECT}, "Principal": "*", "Action": "s3:GetObject" }» }`,
    },
  ],
  valid: [
    policyOf(READ),
    policyOf(`"Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/cat.png"`),
    {
      type: 'resource',
      text: policyOf(`${EFFECT}, "Principal": { "AWS": "111122223333" }, "Action": "ecr:BatchGetImage"`),
    },
    { type: 'trust', text: policyOf(`${EFFECT}, "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`) },
  ],
});

checkCases('MISSING_PRINCIPAL', {
  invalid: [
    { type: 'resource', text: `{ "Version": "2012-10-17", "Statement": «{ ${READ} }» }` },
    { type: 'trust', text: `{ "Version": "2012-10-17", "Statement": «{ ${EFFECT}, "Action": "sts:AssumeRole" }» }` },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": «{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }» }`,
    },
    { type: 'endpoint', text: `{ "Version": "2012-10-17", "Statement": «{ ${READ} }» }` },
  ],
  valid: [
    { type: 'identity', text: policyOf(READ) },
    { type: 'scp', text: policyOf(READ) },
    { type: 'resource', text: policyOf(`"Principle": "*", ${READ}`) },
    { type: 'resource', text: policyOf(`"NotPrincipal": { "AWS": "111122223333" }, ${READ}`) },
  ],
});

checkCases('UNSUPPORTED_PRINCIPAL', {
  invalid: [
    policyOf(`«"Principal"»: "*", ${READ}`),
    policyOf(`${READ}, «"NotPrincipal"»: { "AWS": "111122223333" }`),
    { type: 'session', text: policyOf(`${READ}, «"Principal"»: 5`) },
    { type: 'boundary', text: policyOf(`${READ}, «"Principal"»: {}`) },
  ],
  valid: [policyOf(READ), { type: 'resource', text: policyOf(`"Principal": { "AWS": "111122223333" }, ${READ}`) }],
  fixed: [[policyOf(`"Principal": "*", ${READ}`), policyOf(READ)]],
});

checkCases('UNSUPPORTED_ELEMENT_COMBINATION', {
  invalid: [
    policyOf(`${READ}, «"NotAction"»: "ec2:*"`),
    policyOf(`${READ}, «"NotResource"»: "*"`),
    policyOf(`"NotAction": "sqs:*", ${EFFECT}, «"Action"»: "sqs:SendMessage", ${QUEUE}`),
    { type: 'resource', text: policyOf(`"Principal": "*", «"NotPrincipal"»: { "AWS": "111122223333" }, ${READ}`) },
  ],
  valid: [policyOf(READ), policyOf(READ, `"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"`)],
});
