import { checkCases } from '@/lib/testing/check-cases';
import { when } from '@/lib/testing/policy-texts';

checkCases('INVALID_CONDITION_OPERATOR', {
  invalid: [
    when('{ «"StringEqual"»: { "aws:username": "a" } }'),
    when('{ «"stringEquals"»: { "aws:username": "a" } }'),
    when('{ «"StringContains"»: { "aws:username": "a" } }'),
    { type: 'scp', text: when('{ «"ForAllValue:StringEquals"»: { "aws:TagKeys": "a" } }') },
    when('{ «"ForAnyValue:ForAllValues:StringLike"»: {} }'),
    when('{ «"StringEqualsIfExist"»: { "aws:username": "a" } }'),
    when('{ «""»: { "aws:username": "a" } }'),
    when('{ «"nullIfExists"»: { "aws:username": "true" } }'),
  ],
  valid: [
    when('{ "StringEqualsIfExists": { "aws:username": "a" } }'),
    when('{ "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": "a" } }'),
    when('{ "Null": { "aws:username": "true" }, "Bool": { "aws:SecureTransport": "true" } }'),
    when('{ "NullIfExists": { "aws:username": "true" } }'),
  ],
  fixed: [
    [when('{ "stringEquals": { "aws:username": "a" } }'), when('{ "StringEquals": { "aws:username": "a" } }')],
    [
      when('{ "IpAdress": { "aws:SourceIp": "203.0.113.9" } }'),
      when('{ "IpAddress": { "aws:SourceIp": "203.0.113.9" } }'),
    ],
  ],
});

checkCases('NULL_WITH_IF_EXISTS', {
  invalid: [
    when('{ «"NullIfExists"»: { "aws:username": "true" } }'),
    when('{ «"ForAnyValue:NullIfExists"»: { "aws:TagKeys": "true" } }'),
  ],
  valid: [
    when('{ "Null": { "aws:username": "true" } }'),
    when('{ "BoolIfExists": { "aws:SecureTransport": "true" } }'),
  ],
  fixed: [[when('{ "NullIfExists": { "aws:username": "true" } }'), when('{ "Null": { "aws:username": "true" } }')]],
});

checkCases('NULL_WITH_QUALIFIER', {
  invalid: [
    when('{ «"ForAnyValue:Null"»: { "aws:TagKeys": "true" } }'),
    when('{ «"ForAllValues:Null"»: { "aws:TagKeys": "true" } }'),
  ],
  valid: [when('{ "Null": { "aws:TagKeys": "true" } }')],
});
