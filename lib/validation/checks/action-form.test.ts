import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

checkCases('ACTION_WITHOUT_SERVICE', {
  invalid: [
    allow('«"GetObject"»'),
    allow('["s3:GetObject", «"**"», «""»]'),
    policyOf('"Effect": "Deny", "NotAction": [«"s3"»], "Resource": "*"'),
    { type: 'scp', text: policyOf('"Effect": "Deny", "Action": [«"Run*"»], "Resource": "*"') },
  ],
  valid: [
    allow('"s3:GetObject"'),
    policyOf(
      '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
    ),
    // A finding about the variable says more.
    allow(`"\${aws:username}"`),
  ],
  fixed: [
    [allow('"GetObject"'), allow('"s3:GetObject"')],
    [allow('["s3:PutObject", "getobject"]', '"*"'), allow('["s3:PutObject", "s3:GetObject"]', '"*"')],
  ],
});

checkCases('ACTION_WITH_TWO_COLONS', {
  invalid: [
    allow('«"s3::GetObject"»'),
    allow('[«"iam:role:Get"», "s3:GetObject"]'),
    policyOf('"Effect": "Deny", "NotAction": «"arn:aws:s3:::shop"», "Resource": "*"'),
  ],
  valid: [allow('"s3:GetObject"'), allow(`"s3:\${aws:username}"`)],
  fixed: [[allow('"s3::getObject"'), allow('"s3:GetObject"')]],
});
