import type { PolicyType } from '@/lib/iam/policy-type';

interface TypeTexts {
  /** Heading where a step takes two types. */
  readonly heading: string;
  /** What stands below the heading while nothing is there. */
  readonly empty: string;
  /** In the empty editor. */
  readonly paste: string;
  /** The answer that there is no such policy, or that it plays no part. */
  readonly none: string;
  /** AWS attaches one at most. */
  readonly single?: true;
}

const TYPE_TEXTS = {
  identity: {
    heading: 'Identity-based policies',
    empty: 'Inline and managed policies, also those of groups.',
    paste: 'Paste a policy here',
    none: 'Does not apply',
  },
  scp: {
    heading: 'Service control policies (SCPs)',
    empty: 'Say where SCPs are attached: a new level starts with `FullAWSAccess`, because that is what AWS attaches.',
    paste: 'Paste an SCP here',
    none: 'Not in an organization',
  },
  rcp: {
    heading: 'Resource control policies (RCPs)',
    empty: 'Few organizations have RCPs. Add one if the message names it, or if you know of any.',
    paste: 'Paste an RCP here',
    none: 'There are none',
  },
  resource: {
    heading: 'Resource-based policy',
    empty: 'The policy on the resource itself.',
    paste: 'Paste the resource’s policy here',
    none: 'It has none',
  },
  boundary: {
    heading: 'Permissions boundary',
    empty: 'The managed policy that is set as the boundary.',
    paste: 'Paste the boundary here',
    none: 'There is none',
    single: true,
  },
  session: {
    heading: 'Session policy',
    empty: 'The policy that was passed when the session’s credentials were made.',
    paste: 'Paste the session policy here',
    none: 'None was passed',
  },
  endpoint: {
    heading: 'VPC endpoint policy',
    empty: 'The policy of the VPC endpoint that the call went through.',
    paste: 'Paste the endpoint’s policy here',
    none: 'No VPC endpoint',
    single: true,
  },
} as const satisfies Record<PolicyType, TypeTexts>;

/** What the steps say about a policy type. */
export function typeTexts(type: PolicyType): TypeTexts {
  return TYPE_TEXTS[type];
}
