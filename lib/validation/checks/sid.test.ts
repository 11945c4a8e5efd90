import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, policyOf, READ } from '@/lib/testing/policy-texts';

const named = (...sids: readonly string[]) =>
  policyOf(...sids.map((sid, i) => `"Sid": ${sid}, ${READ.replace('cat', `cat${i}`)}`));

checkCases('UNSUPPORTED_SID', {
  invalid: [
    named('«"Read only"»'),
    named('«"read-only"»'),
    named('"A"', '«"A_"»'),
    {
      type: 'trust',
      text: policyOf(
        `"Sid": «"a b"», "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`,
      ),
    },
  ],
  valid: [
    named('"ReadOnly2"'),
    named('""'),
    { type: 'resource', text: bucketPolicy('{ "AWS": "111122223333" }', ', "Sid": "Read only"') },
  ],
  fixed: [[named('"Read only, please"'), named('"ReadOnlyPlease"')]],
});

checkCases('UNIQUE_SIDS_REQUIRED', {
  invalid: [named('"A"', '«"A"»'), named('"A"', '"B"', '«"A"»', '«"A"»')],
  valid: [named('"A"', '"a"'), named('""', '""'), policyOf(READ, READ)],
  fixed: [[named('"A"', '"A"', '"A2"'), named('"A"', '"A3"', '"A2"')]],
});

const denied = (...sids: readonly string[]) =>
  policyOf(
    ...sids.map(
      (sid, i) => `"Sid": "${sid}", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/${i}"`,
    ),
  )
    .replaceAll('"«', '«"')
    .replaceAll('»"', '"»');

checkCases('UNIQUE_SIDS_RECOMMENDED', {
  invalid: [{ type: 'scp', text: denied('A', '«A»') }],
  valid: [
    { type: 'scp', text: denied('A', 'B') },
    { type: 'identity', text: named('"A"', '"A"') },
  ],
});

checkCases('EMPTY_SID_VALUE', {
  invalid: [named('«""»'), named('"A"', '«""»')],
  valid: [named('"A"'), policyOf(READ)],
  fixed: [[named('""'), policyOf(READ.replace('cat', 'cat0'))]],
});
