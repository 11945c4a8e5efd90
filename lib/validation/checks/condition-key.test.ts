import { checkCases } from '@/lib/testing/check-cases';
import { when } from '@/lib/testing/policy-texts';

const equals = (key: string, value = '"a"') => when(`{ "StringEquals": { ${key}: ${value} } }`);

checkCases('INVALID_CONDITION_KEY_FORMAT', {
  invalid: [equals('«"Team"»'), equals('«":username"»'), equals('«"aws:"»'), equals('«""»')],
  valid: [equals('"aws:username"'), equals('"saml:aud"'), equals('"idp.example.com/a:sub"')],
  fixed: [
    [
      when('{ "IpAddress": { "SourceIp": "203.0.113.9" } }'),
      when('{ "IpAddress": { "aws:SourceIp": "203.0.113.9" } }'),
    ],
  ],
});

checkCases('INVALID_GLOBAL_CONDITION_KEY', {
  invalid: [
    equals('«"aws:PrincipalTeams"»'),
    equals('«"aws:Username2"»'),
    equals('«"aws:RequestTags/team"»'),
    equals('«"AWS:PrincipalTeam"»'),
  ],
  valid: [
    equals('"aws:userName"'),
    equals('"aws:RequestTag/team"'),
    equals('"AWS:PrincipalTag/a:b/c"'),
    equals('"aws:ResourceTag/"'),
    equals('"aws:arn"'),
  ],
  fixed: [[equals('"aws:UserNmae"'), equals('"aws:username"')]],
});

checkCases('UNSUPPORTED_GLOBAL_CONDITION_KEY', {
  invalid: [when('{ "ArnLike": { «"aws:ARN"»: "arn:aws:iam::111122223333:role/app" } }'), equals('«"aws:arn"»')],
  valid: [equals('"aws:PrincipalArn"'), equals('"aws:SourceArn"')],
});

checkCases('INVALID_SERVICE_CONDITION_KEY', {
  invalid: [equals('«"s3:prefixes"»'), equals('«"S3:Team"»'), equals('«"sts:Nothing"»')],
  valid: [
    equals('"s3:prefix"'),
    equals('"S3:PREFIX"'),
    equals('"s3:ExistingObjectTag/team"'),
    equals('"kms:EncryptionContext:team"'),
    equals('"cloudwatch:anything"'),
    equals('"ec2:ResourceTag"'),
  ],
  fixed: [[equals('"s3:prefixes"'), equals('"s3:prefix"')]],
});

checkCases('MISSING_TAG_KEY_IN_CONDITION', {
  invalid: [
    equals('«"aws:ResourceTag/"»'),
    equals('«"aws:RequestTag"»'),
    equals('«"aws:PrincipalTag/"»'),
    equals('«"ec2:ResourceTag/"»'),
    equals('«"ec2:ResourceTag"»'),
  ],
  valid: [equals('"aws:ResourceTag/team"'), equals('"ec2:ResourceTag/team"'), equals('"aws:TagKeys"')],
});

checkCases('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', {
  invalid: [
    when('{ "StringEquals": { "aws:username": "a", «"aws:userName"»: "b" } }'),
    when('{ "StringEquals": { "aws:username": "a", «"aws:userName"»: "b", «"AWS:USERNAME"»: "c" } }'),
  ],
  valid: [
    when('{ "StringEquals": { "aws:username": "a", "aws:PrincipalTag/team": "b" } }'),
    when('{ "StringEquals": { "aws:username": "a" }, "StringLike": { "aws:userName": "b*" } }'),
  ],
});

checkCases('MISSING_PAIRED_CONDITION_KEYS', {
  invalid: [
    when('{ "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/16" } }'),
    when('{ "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/16" }, "Null": { "aws:SourceVpc": "false" } }'),
  ],
  valid: [
    when('{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
    when(
      '{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:sourcevpce": "vpce-1a2b3c4d" } }',
    ),
    when('{ "IpAddress": { "aws:SourceIp": "203.0.113.9" } }'),
  ],
});
