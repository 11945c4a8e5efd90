import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, trustPolicy } from '@/lib/testing/policy-texts';

checkCases('PRINCIPAL_IS_GROUP', {
  invalid: [
    bucketPolicy('{ "AWS": «"arn:aws:iam::111122223333:group/Admins"» }'),
    bucketPolicy('{ "AWS": ["arn:aws:iam::111122223333:root", «"arn:aws:iam::111122223333:group/a/b"»] }'),
    { type: 'trust', text: trustPolicy('{ "AWS": «"arn:aws:iam::111122223333:group/Admins"» }') },
  ],
  valid: [
    bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:role/group/Admins" }'),
    bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:group/*" }'),
  ],
});
