import { checkCases } from '@/lib/testing/check-cases';
import { when } from '@/lib/testing/policy-texts';

checkCases('TYPE_MISMATCH', {
  invalid: [
    when('{ "StringEquals": { «"aws:SourceIp"»: "203.0.113.0/24" } }'),
    when('{ "NumericEquals": { «"aws:username"»: "1" } }'),
    when('{ "Bool": { «"aws:username"»: "true" } }'),
    when('{ "DateLessThan": { «"aws:MultiFactorAuthAge"»: "2026-01-01T00:00:00Z" } }'),
    when('{ "IpAddress": { «"aws:username"»: "203.0.113.9" } }'),
    when('{ "ArnLike": { «"aws:username"»: "kim" } }'),
    when('{ "NumericLessThan": { «"aws:SecureTransport"»: "one" } }'),
  ],
  valid: [
    when('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
    when('{ "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } }'),
    when('{ "NumericLessThan": { "aws:EpochTime": "1767225600" } }'),
    when('{ "DateLessThan": { "aws:EpochTime": "2030-01-01T00:00:00Z" } }'),
    when('{ "StringEquals": { "aws:SecureTransport": "true" } }'),
    when('{ "Null": { "aws:SourceIp": "true" } }'),
    when('{ "ArnLike": { "s3:ResourceAccount": "arn:aws:s3:::a" } }'),
    when('{ "NumericEquals": { "cloudwatch:anything": "1" } }'),
  ],
  fixed: [
    [
      when('{ "StringEquals": { "aws:SourceIp": "203.0.113.0/24" } }'),
      when('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
    ],
    [
      when('{ "StringNotLikeIfExists": { "aws:SourceIp": ["203.0.113.9"] } }'),
      when('{ "NotIpAddressIfExists": { "aws:SourceIp": ["203.0.113.9"] } }'),
    ],
  ],
});

checkCases('MISSING_QUALIFIER', {
  invalid: [
    when('{ "StringEquals": { «"aws:TagKeys"»: ["team"] } }'),
    when('{ "StringNotEquals": { «"dynamodb:LeadingKeys"»: "a" } }'),
    when('{ "StringLikeIfExists": { «"aws:PrincipalOrgPaths"»: "o-a/*" } }'),
  ],
  valid: [
    when('{ "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } }'),
    when('{ "Null": { "aws:TagKeys": "true" } }'),
    when('{ "StringEquals": { "aws:username": ["a", "b"] } }'),
  ],
  fixed: [
    [
      when('{ "StringLikeIfExists": { "aws:TagKeys": "a" } }'),
      when('{ "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "a" } }'),
    ],
  ],
});

checkCases('FORALLVALUES_WITH_SINGLE_VALUED_KEY', {
  invalid: [
    when('{ "ForAllValues:StringEquals": { «"aws:PrincipalOrgID"»: "o-exampleorg1" } }'),
    when('{ "ForAllValues:StringLike": { «"s3:prefix"»: "a*" } }'),
  ],
  valid: [
    { type: 'scp', text: when('{ "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }') },
    when('{ "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } }'),
    when('{ "ForAllValues:Null": { "aws:PrincipalOrgID": "true" } }'),
    when('{ "ForAllValues:StringEquals": { "idp.example.com:aud": "a" } }'),
  ],
  fixed: [
    [
      when('{ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a" } }'),
      when('{ "StringEquals": { "aws:PrincipalOrgID": "o-a" } }'),
    ],
  ],
});

checkCases('WILDCARD_WITHOUT_LIKE_OPERATOR', {
  invalid: [
    when('{ "StringEquals": { "s3:prefix": «"home/*"» } }'),
    when('{ "StringNotEquals": { "s3:prefix": ["a", «"b?"», «"*"»] } }'),
    when('{ "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": «"a*"» } }'),
    when('{ "StringEqualsIgnoreCase": { "s3:prefix": «"home/*"» } }'),
  ],
  valid: [
    when('{ "StringLike": { "s3:prefix": "home/*" } }'),
    when('{ "StringEquals": { "s3:prefix": "home/" } }'),
    when(`{ "StringEquals": { "s3:prefix": "home/\${*}" } }`),
    when('{ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } }'),
  ],
  fixed: [[when('{ "StringEquals": { "s3:prefix": "home/*" } }'), when('{ "StringLike": { "s3:prefix": "home/*" } }')]],
});
