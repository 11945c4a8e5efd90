import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf, when } from '@/lib/testing/policy-texts';

const user = (name: string) => allow('"iam:CreateAccessKey"', `"arn:aws:iam::111122223333:user/${name}"`);

checkCases('UNKNOWN_VARIABLE', {
  invalid: [
    allow('"iam:CreateAccessKey"', `«"arn:aws:iam::111122223333:user/\${user.name}"»`),
    allow(
      '"iam:GetRole"',
      `["arn:aws:iam::111122223333:role/a", «"arn:aws:iam::111122223333:role/\${aws:userName1}"»]`,
    ),
    allow('"s3:PutObject"', `«"arn:aws:s3:::shop/\${s3:prefixes}/*"»`),
    when(
      `{ "StringLike": { "aws:PrincipalTag/team": [«"\${aws:PrincipalTags/team}"», "\${aws:PrincipalTag/x, 'a'}"] } }`,
    ),
  ],
  valid: [
    user('jane'),
    ...[
      'aws:username',
      'AWS:UserName',
      '*',
      '?',
      '$',
      'aws:PrincipalTag/a b',
      'saml:sub',
      's3:prefix',
      'kinesis:any',
    ].map((name) => user(`\${${name}}`)),
    user(`\${accounts.google.com:sub}`),
    user(`\${oidc.eks.eu-west-1.amazonaws.com/id/A1:sub}`),
    // Not filled in, without a value, never closed, or no variable: other findings.
    user(`\${var.name}`),
    user(`\${}`),
    user(`\${user.name`),
    `{ "Version": "2008-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/\${user.name}" }] }`,
    { type: 'trust', text: when(`{ "StringEquals": { "aws:PrincipalTag/a": "\${user.name}" } }`) },
  ],
});

checkCases('TERRAFORM_INTERPOLATION', {
  invalid: [
    allow('"s3:PutObject"', `«"arn:aws:s3:::\${var.bucket}/*"»`),
    allow('"s3:PutObject"', `["arn:aws:s3:::shop/*", «"arn:aws:s3:::\${local.bucket}/*"»]`),
    { text: allow('"s3:PutObject"', `«"\${aws_s3_bucket.shop.arn}"»`) },
    allow('"iam:GetRole"', `«"arn:aws:iam::\${AWS::AccountId}:role/a"»`),
    { text: allow('"s3:PutObject"', `«{ "Fn::Sub": "arn:aws:s3:::\${Bucket}/*" }»`), also: ['DATA_TYPE_MISMATCH'] },
    { text: allow('"s3:PutObject"', '[«{ "Ref": "Bucket" }»]'), also: ['DATA_TYPE_MISMATCH'] },
    {
      type: 'scp',
      text: policyOf(
        `"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": «"\${data.aws_organizations_organization.o.id}"» } }`,
      ),
    },
  ],
  valid: [
    allow('"s3:PutObject"', `"arn:aws:s3:::shop/\${aws:username}/*"`),
    user(`\${variable}`),
    user(`\${user.name}`),
  ],
});

checkCases('S3_VARIABLE_IN_BUCKET_NAME', {
  invalid: [
    allow('"s3:PutObject"', `«"arn:aws:s3:::acme-\${aws:username}/*"»`),
    allow('"s3:ListBucket"', `["arn:aws:s3:::acme", «"arn:aws:s3:::\${aws:PrincipalTag/team}"»]`),
  ],
  valid: [
    allow('"s3:PutObject"', `"arn:aws:s3:::acme/\${aws:username}/*"`),
    allow('"s3:PutObject"', `"arn:aws:s3:::\${var.bucket}/*"`),
    user(`\${aws:username}`),
    { type: 'scp', text: allow('"s3:PutObject"', `"arn:aws:s3:::acme-\${aws:username}/*"`) },
  ],
});
