import type { Decision } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';

/** What a page needs to offer an example; its document is fetched when someone opens it (example-documents.ts). */
export interface Example {
  readonly id: ExampleId;
  readonly title: string;
  /** What is to be seen in it, in one sentence. */
  readonly sentence: string;
  readonly expected: { readonly decision: Decision; readonly deniedBy: readonly PolicyType[] };
}

export type ExampleId = (typeof EXAMPLE_LIST)[number]['id'];

// In the order of the gallery. The first three stand on the start page: the three answers that people most need.
const EXAMPLE_LIST = [
  {
    id: 'scp-ceiling',
    title: 'The SCP above the account',
    sentence: 'The user’s own policy allows `dynamodb:PutItem`, but one level of the organization allows only `s3:*`.',
    expected: { decision: 'implicitDeny', deniedBy: ['scp'] },
  },
  {
    id: 'list-bucket',
    title: 'The bucket is not its objects',
    sentence: 'A role may list `acme-reports/*`, yet `s3:ListBucket` is checked against the bucket itself.',
    expected: { decision: 'implicitDeny', deniedBy: ['identity'] },
  },
  {
    id: 'mfa-unknown',
    title: 'It depends on MFA',
    sentence: 'A Deny that holds only without MFA: nobody has said yet whether MFA was used.',
    expected: { decision: 'undetermined', deniedBy: [] },
  },
  {
    id: 'region-guard',
    title: 'A Deny beats the administrator',
    sentence: 'An SCP denies every Region outside Europe, and `AdministratorAccess` does not lift it.',
    expected: { decision: 'explicitDeny', deniedBy: ['scp'] },
  },
  {
    id: 'boundary',
    title: 'The forgotten boundary',
    sentence: 'The user’s policy allows `s3:GetObject`, the permissions boundary knows two EC2 actions only.',
    expected: { decision: 'implicitDeny', deniedBy: ['boundary'] },
  },
  {
    id: 'key-policy',
    title: 'The key that trusts nobody’s IAM policies',
    sentence: 'A key policy that names its administrators alone makes every identity-based Allow worthless.',
    expected: { decision: 'implicitDeny', deniedBy: ['resource'] },
  },
  {
    id: 'cross-account',
    title: 'Only one of two accounts agrees',
    sentence: 'The caller’s account allows the read; the bucket’s policy still names the role’s old name.',
    expected: { decision: 'implicitDeny', deniedBy: ['resource'] },
  },
  {
    id: 'session-policy',
    title: 'A session with less than its role',
    sentence: 'The role may use every queue; the policy passed with `AssumeRole` leaves one.',
    expected: { decision: 'implicitDeny', deniedBy: ['session'] },
  },
  {
    id: 'data-perimeter',
    title: 'Both sides agree, the perimeter does not',
    sentence: 'An RCP keeps everyone outside the organization away, also a partner whom the bucket policy lets in.',
    expected: { decision: 'explicitDeny', deniedBy: ['rcp'] },
  },
  {
    id: 'public-bucket',
    title: 'A bucket open to everyone',
    sentence: 'Nothing is denied here, and that is the trouble: `"Principal": "*"` lets the whole world read.',
    expected: { decision: 'allowed', deniedBy: [] },
  },
] as const;

/** The gallery, in its order; the first three stand on the start page. */
export const EXAMPLES: readonly Example[] = EXAMPLE_LIST;
