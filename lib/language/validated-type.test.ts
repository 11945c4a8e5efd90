import { expect, test } from 'vitest';
import type { PolicyType } from '@/lib/iam/policy-type';
import { validatedType } from '@/lib/language/validated-type';
import { languageContext, READS_OBJECT } from '@/lib/testing/language-contexts';

const statement = (action: string) => `{ "Statement": { "Action": "${action}" } }`;
const ASSUMES = { ...READS_OBJECT, action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/dev' };

test.each<[string, PolicyType, string, typeof READS_OBJECT, string]>([
  ['a trust policy by its actions', 'resource', statement('STS:assumeRole'), READS_OBJECT, 'trust'],
  ['half typed', 'resource', '{ "Statement": [ { "Action": [ "sts:AssumeRole"', READS_OBJECT, 'trust'],
  ['a bucket’s policy', 'resource', statement('s3:GetObject'), ASSUMES, 'resource'],
  ['nothing yet, and a request to assume a role', 'resource', '', ASSUMES, 'trust'],
  ['nothing yet, and another request', 'resource', '[1]', READS_OBJECT, 'resource'],
  ['a policy of another type', 'identity', statement('sts:AssumeRole'), ASSUMES, 'identity'],
])('%s', (_name, type, text, stated, want) => {
  expect(validatedType(type, text, languageContext('resource', stated).request)).toBe(want);
});
