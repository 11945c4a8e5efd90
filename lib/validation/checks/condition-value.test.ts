import { checkCases } from '@/lib/testing/check-cases';
import { when } from '@/lib/testing/policy-texts';

checkCases('TYPE_MISMATCH_BOOLEAN', {
  invalid: [
    when('{ "Bool": { "aws:SecureTransport": «"yes"» } }'),
    when('{ "Null": { "aws:username": «"1"» } }'),
    when('{ "BoolIfExists": { "aws:SecureTransport": «0» } }'),
  ],
  valid: [
    when('{ "Bool": { "aws:SecureTransport": "TRUE" } }'),
    when('{ "Bool": { "aws:SecureTransport": false } }'),
    when('{ "StringEquals": { "aws:username": "yes" } }'),
  ],
});

checkCases('TYPE_MISMATCH_DATE', {
  invalid: [
    when('{ "DateLessThan": { "aws:CurrentTime": «"tomorrow"» } }'),
    when('{ "DateGreaterThan": { "aws:CurrentTime": [«"2026-02-30"», "2026-02-28"] } }'),
    when('{ "DateEquals": { "aws:CurrentTime": «"01/02/2026"» } }'),
  ],
  valid: [
    when('{ "DateGreaterThan": { "aws:CurrentTime": "2026-01-31T00:00:00Z" } }'),
    when('{ "DateGreaterThan": { "aws:CurrentTime": "2026" } }'),
    when('{ "DateGreaterThan": { "aws:CurrentTime": "1767225600" } }'),
  ],
});

checkCases('INVALID_DATE_VALUE', {
  invalid: [
    when('{ "DateGreaterThan": { "aws:CurrentTime": «"1767225600"» } }'),
    when('{ "DateGreaterThan": { "aws:TokenIssueTime": «1767225600» } }'),
  ],
  valid: [
    when('{ "DateGreaterThan": { "aws:CurrentTime": "2026" } }'),
    when('{ "DateGreaterThan": { "aws:EpochTime": "1767225600" } }'),
    when('{ "DateGreaterThan": { "aws:CurrentTime": "2026-01-31T00:00:00Z" } }'),
  ],
  fixed: [
    [
      when('{ "DateGreaterThan": { "aws:CurrentTime": "1767225600" } }'),
      when('{ "DateGreaterThan": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }'),
    ],
  ],
});

checkCases('TYPE_MISMATCH_IP_RANGE', {
  invalid: [
    when('{ "IpAddress": { "aws:SourceIp": «"203.0.113.0/40"» } }'),
    when('{ "NotIpAddress": { "aws:SourceIp": ["203.0.113.9", «"203.0.113.*"», «"localhost"»] } }'),
  ],
  valid: [when('{ "IpAddress": { "aws:SourceIp": ["203.0.113.9", "2001:DB8::/32"] } }')],
});

checkCases('TYPE_MISMATCH_NUMBER', {
  invalid: [
    when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": «"one hour"» } }'),
    when('{ "NumericLessThan": { "s3:max-keys": «"1,000"» } }'),
  ],
  valid: [
    when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }'),
    when('{ "NumericLessThan": { "s3:max-keys": 10 } }'),
  ],
});

checkCases('TYPE_MISMATCH_STRING', {
  invalid: [when('{ "BinaryEquals": { "cloudwatch:key": «"not base64!"» } }')],
  valid: [when('{ "BinaryEquals": { "cloudwatch:key": "QmluYXJ5" } }')],
});

const region = (value: string) => when(`{ "StringEquals": { "aws:RequestedRegion": ${value} } }`);

checkCases('INVALID_REGION', {
  invalid: [region('«"eu-west-11"»'), region('["eu-west-1", «"Ireland"»]'), region('«"eu-west-1a"»')],
  valid: [
    region('"eu-west-1"'),
    region(`"\${aws:PrincipalTag/region}"`),
    when('{ "StringLike": { "aws:RequestedRegion": "eu-*" } }'),
    when('{ "Null": { "aws:RequestedRegion": "true" } }'),
  ],
  fixed: [[region('"eu-wset-1"'), region('"eu-west-1"')]],
});

const vpc = (key: string, value: string) => when(`{ "StringEquals": { "${key}": ${value} } }`);

checkCases('INVALID_VPC_FORMAT', {
  invalid: [
    vpc('aws:SourceVpc', '«"vpc-123"»'),
    vpc('aws:SourceVpc', '«"vpce-1a2b3c4d"»'),
    vpc('aws:sourcevpc', '«"VPC-1a2b3c4d"»'),
  ],
  valid: [
    vpc('aws:SourceVpc', '"vpc-1a2b3c4d"'),
    vpc('aws:SourceVpc', '["vpc-0123456789abcdef0"]'),
    when('{ "StringLike": { "aws:SourceVpc": "vpc-*" } }'),
  ],
});

checkCases('INVALID_VPCE_FORMAT', {
  invalid: [vpc('aws:SourceVpce', '«"vpc-1a2b3c4d"»'), vpc('aws:SourceVpce', '«"vpce-1a2b3c4d5"»')],
  valid: [vpc('aws:SourceVpce', '"vpce-1a2b3c4d"'), vpc('aws:SourceVpc', '"vpc-1a2b3c4d"')],
});

checkCases('INVALID_SERVICE_PRINCIPAL_FORMAT', {
  invalid: [
    vpc('iam:PassedToService', '«"lambda"»'),
    vpc('iam:PassedToService', '["lambda.amazonaws.com", «"Lambda.amazonaws.com"»]'),
    vpc('iam:AWSServiceName', '«"ecs.application-autoscaling"»'),
    vpc('kms:ViaService', '«"s3.amazonaws.com"»'),
    vpc('kms:ViaService', '«"s3.eu-west-1"»'),
    when('{ "ForAnyValue:StringEquals": { "aws:CalledVia": «"athena"» } }'),
  ],
  valid: [
    vpc('iam:PassedToService', '"lambda.amazonaws.com"'),
    vpc('iam:PassedToService', '"ec2.amazonaws.com.cn"'),
    vpc('kms:ViaService', '"s3.eu-west-1.amazonaws.com"'),
    when('{ "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } }'),
    when('{ "ForAnyValue:StringEquals": { "aws:CalledVia": ["athena.amazonaws.com"] } }'),
    when('{ "Null": { "iam:PassedToService": "true" } }'),
  ],
  fixed: [[vpc('iam:PassedToService', '"lambda"'), vpc('iam:PassedToService', '"lambda.amazonaws.com"')]],
});
