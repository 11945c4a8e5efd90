import { expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { sayReason, sayTime } from '@/lib/explanation/message-words';

const ARN = 'arn:aws:iam::111122223333:policy/Ceiling';

const REASONS: readonly (readonly [Partial<DenialReport>, string])[] = [
  [{ policyType: 'scp', denial: 'implicit' }, 'No SCP allows it.'],
  [{ policyType: 'boundary', denial: 'implicit' }, 'No permissions boundary allows it.'],
  [{ policyType: 'scp', denial: 'explicit' }, 'An SCP denies it.'],
  [{ policyType: 'identity', denial: 'explicit', policyArn: ARN }, `An identity-based policy denies it: \`${ARN}\`.`],
  [{ policyType: 'endpoint', denial: 'unknown' }, 'A VPC endpoint policy denies it.'],
  [{ denial: 'explicit' }, 'A statement denies it; AWS does not say of which policy.'],
  [{ denial: 'implicit' }, 'No policy allows it.'],
  [{ denial: 'unknown' }, 'AWS does not say why.'],
  [{ denial: 'unknown', encodedMessage: true }, 'AWS says why in an encoded message.'],
  [{ isAccessDenied: false, notIamText: 'The token has expired.' }, 'The token has expired.'],
  [{ isAccessDenied: false }, 'This is no denial by policies.'],
];

test.each(REASONS)('%o: %s', (report, sentence) => {
  expect(sayReason({ isAccessDenied: true, ...report })).toBe(sentence);
});

const TIMES: readonly (readonly [string | readonly string[] | undefined, string | undefined])[] = [
  ['2026-11-20T09:30:12Z', '20 November 2026, 09:30:12 UTC'],
  ['2026-11-20T09:30Z', '20 November 2026, 09:30 UTC'],
  ['2026-11-20', undefined],
  [['2026-11-20T09:30:12Z', 'x'], undefined],
  [undefined, undefined],
];

test.each(TIMES)('the time %o is %s', (time, said) => {
  expect(sayTime({ isAccessDenied: true, context: { ...(time && { 'aws:CurrentTime': time }) } })).toBe(said);
});
