import type { PolicyType } from '@/lib/iam/policy-type';

interface TypeTexts {
  /** Heading where a step takes two types. */
  readonly heading: string;
  readonly add: string;
  /** What stands where no policy is there yet. */
  readonly empty: string;
  /** The answer that there is no such policy, or that it plays no part. */
  readonly none: string;
  /** AWS attaches one at most. */
  readonly single?: true;
}

/** What the steps say about each policy type. */
const TYPE_TEXTS = {
  identity: {
    heading: 'Identity-based policies',
    add: 'Add a policy',
    empty: 'Inline and managed policies, also those of groups. Paste one here, or drop a file.',
    none: 'Does not apply',
  },
  scp: {
    heading: 'Service control policies (SCPs)',
    add: 'Add an SCP',
    empty: 'Say where SCPs are attached: a new level starts with `FullAWSAccess`, because that is what AWS attaches.',
    none: 'Not in an organization',
  },
  rcp: {
    heading: 'Resource control policies (RCPs)',
    add: 'Add an RCP',
    empty: 'Few organizations have RCPs. Add one if the message names it, or if you know of any.',
    none: 'There are none',
  },
  resource: {
    heading: 'Resource-based policy',
    add: 'Add the policy',
    empty:
      'The policy of the bucket, key, queue, topic, function or secret, or the role’s trust policy. Paste it here, or drop a file.',
    none: 'It has none',
  },
  boundary: {
    heading: 'Permissions boundary',
    add: 'Add the boundary',
    empty: 'The managed policy that is set as the boundary. Paste it here, or drop a file.',
    none: 'There is none',
    single: true,
  },
  session: {
    heading: 'Session policy',
    add: 'Add a session policy',
    empty: 'The policy that was passed when the session’s credentials were made.',
    none: 'None was passed',
  },
  endpoint: {
    heading: 'VPC endpoint policy',
    add: 'Add the endpoint’s policy',
    empty: 'The policy of the VPC endpoint that the call went through.',
    none: 'No VPC endpoint',
    single: true,
  },
} as const satisfies Record<PolicyType, TypeTexts>;

export function typeTexts(type: PolicyType): TypeTexts {
  return TYPE_TEXTS[type];
}
