import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ, when } from '@/lib/testing/policy-texts';

checkCases('INVALID_CONDITION_DATA_TYPE', {
  invalid: [
    when('{ "NumericEquals": { "aws:MultiFactorAuthAge": «["300", 600]» } }'),
    when('{ "StringEquals": { "aws:username": «[true, "a", 1]» } }'),
  ],
  valid: [
    when('{ "NumericEquals": { "aws:MultiFactorAuthAge": [300, 600] } }'),
    when('{ "StringEquals": { "aws:username": ["1", "a"] } }'),
  ],
  fixed: [
    [
      when('{ "NumericEquals": { "aws:MultiFactorAuthAge": ["300", 600] } }'),
      when('{ "NumericEquals": { "aws:MultiFactorAuthAge": ["300", "600"] } }'),
    ],
  ],
});

checkCases('INVALID_CONDITION_MULTIPLE_BOOLEAN', {
  invalid: [
    when('{ "Bool": { "aws:SecureTransport": «["true", "false"]» } }'),
    when('{ "Null": { "aws:username": «["true", "true"]» } }'),
  ],
  valid: [
    when('{ "Bool": { "aws:SecureTransport": ["true"] } }'),
    when('{ "Bool": { "aws:SecureTransport": "true" } }'),
  ],
  fixed: [[when('{ "Null": { "aws:username": ["true", "true"] } }'), when('{ "Null": { "aws:username": "true" } }')]],
});

checkCases('REDUNDANT_CONDITION_VALUE_NUM', {
  invalid: [
    when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": «["2700", "3600"]» } }'),
    when('{ "NumericGreaterThanEqualsIfExists": { "aws:MultiFactorAuthAge": «[5, 6]» } }'),
  ],
  valid: [
    when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": ["2700"] } }'),
    when('{ "NumericEquals": { "aws:MultiFactorAuthAge": ["2700", "3600"] } }'),
  ],
  fixed: [
    [
      when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": ["2700", "3600"] } }'),
      when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }'),
    ],
    [
      when('{ "NumericGreaterThan": { "s3:max-keys": ["5", "60"] } }'),
      when('{ "NumericGreaterThan": { "s3:max-keys": "5" } }'),
    ],
  ],
});

checkCases('EMPTY_OBJECT_CONDITION', {
  invalid: [when('«{}»'), when('{ "Bool": «{}» }'), when('{ "Bool": «{}», "StringEquals": { "aws:username": "a" } }')],
  valid: [when('{ "Bool": { "aws:SecureTransport": "true" } }'), policyOf(READ)],
  fixed: [
    [when('{}'), policyOf(READ)],
    [when('{ "Bool": {} }'), policyOf(READ)],
    [
      when('{ "Bool": {}, "StringEquals": { "aws:username": "a" } }'),
      when('{ "StringEquals": { "aws:username": "a" } }'),
    ],
  ],
});

const EMPTY = '{ "aws:TagKeys": «[]» }';
const SINGLE = '{ "aws:SourceVpc": «[]» }';
const FULL = '{ "aws:SourceVpc": ["vpc-1a2b3c4d"] }';

checkCases('EMPTY_ARRAY_CONDITION', {
  invalid: [when(`{ "StringEquals": ${SINGLE} }`), when(`{ "Null": ${SINGLE} }`)],
  valid: [
    when(`{ "StringEquals": ${FULL} }`),
    when(`{ "StringEqualsIfExists": ${SINGLE} }`),
    when(`{ "ForAnyValue:StringEquals": ${EMPTY} }`),
  ],
});

checkCases('EMPTY_ARRAY_CONDITION_FORALLVALUES', {
  invalid: [
    { type: 'scp', text: when(`{ "ForAllValues:StringEquals": ${EMPTY} }`) },
    { type: 'scp', text: when(`{ "ForAllValues:StringEqualsIfExists": ${EMPTY} }`) },
  ],
  valid: [when(`{ "StringEquals": ${SINGLE} }`)],
});

checkCases('EMPTY_ARRAY_CONDITION_FORANYVALUE', {
  invalid: [when(`{ "ForAnyValue:StringEquals": ${EMPTY} }`)],
  valid: [when(`{ "StringEqualsIfExists": ${SINGLE} }`)],
});

checkCases('EMPTY_ARRAY_CONDITION_IFEXISTS', {
  invalid: [when(`{ "StringEqualsIfExists": ${SINGLE} }`)],
  valid: [when(`{ "StringEquals": ${SINGLE} }`), when(`{ "StringEqualsIfExists": ${FULL} }`)],
});
