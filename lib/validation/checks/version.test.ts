import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const withVersion = (version: string) => `{ "Version": ${version}, "Statement": [{ ${READ} }] }`;

checkCases('INVALID_VERSION', {
  invalid: [withVersion('«"2024-01-01"»'), withVersion('«"2012-10-17 "»'), withVersion('«""»')],
  valid: [
    withVersion('"2012-10-17"'),
    withVersion('"2008-10-17"'),
    withVersion('2012'),
    `{ "Statement": [{ ${READ} }] }`,
  ],
  fixed: [[withVersion('"2012"'), withVersion('"2012-10-17"')]],
});

checkCases('MISSING_VERSION', {
  invalid: [`«{ "Statement": [{ ${READ} }] }»`, `«{\n  "Statement": [{ ${READ} }]\n}»\n`],
  valid: [policyOf(READ), withVersion('5'), `{ "version": "2012-10-17", "Statement": [{ ${READ} }] }`],
  fixed: [
    [`{ "Statement": [{ ${READ} }] }`, policyOf(READ)],
    [`{\n  "Statement": [{ ${READ} }]\n}`, `{\n  "Version": "2012-10-17",\n  "Statement": [{ ${READ} }]\n}`],
  ],
});
