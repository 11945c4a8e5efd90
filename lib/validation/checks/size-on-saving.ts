import { sayNumber } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { sizeWithoutBlanks } from '@/lib/validation/terms/size';

const PAGE = iamPage('reference_iam-quotas');
/** All inline policies of one user together; of a group they may have 5,120 characters, of a role 10,240. */
const INLINE_OF_USER = 2048;
const MANAGED = 6144;
const SESSION = 2048;

const POLICY_SIZE_EXCEEDS_INLINE_QUOTA: Check = {
  id: 'POLICY_SIZE_EXCEEDS_INLINE_QUOTA',
  severity: 'suggestion',
  types: ['identity'],
  rank: 'style',
  reads: 'text',
  page: PAGE,
  *find({ text }): Iterable<Found> {
    const size = sizeWithoutBlanks(text);
    if (size <= INLINE_OF_USER || size > MANAGED) return;
    const message = `Without white space the policy has ${sayNumber(size)} characters: too long to stand inline in a user, where all policies together have at most ${sayNumber(INLINE_OF_USER)} (\`LimitExceeded: Maximum policy size of 2048 bytes exceeded for user NAME\`). Save it as a managed policy, or inline in a group or a role.`;
    yield { range: { start: 0, end: text.length }, message };
  },
};

/** White space counts (R153). */
const POLICY_SIZE_EXCEEDS_SESSION_QUOTA: Check = {
  id: 'POLICY_SIZE_EXCEEDS_SESSION_QUOTA',
  severity: 'error',
  types: ['session'],
  rank: 'grammar',
  reads: 'text',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  *find({ text }): Iterable<Found> {
    if (text.length <= SESSION) return;
    const message = `The session policy has ${sayNumber(text.length)} characters, ${sayNumber(text.length - SESSION)} more than AWS STS takes; white space counts. Take out white space, or statements that the role’s own policies already limit.`;
    yield { range: { start: 0, end: text.length }, message };
  },
};

export const SIZE_ON_SAVING_CHECKS: readonly Check[] = [
  POLICY_SIZE_EXCEEDS_INLINE_QUOTA,
  POLICY_SIZE_EXCEEDS_SESSION_QUOTA,
];
