import { list, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const WHY_DENIED: Topic = {
  id: 'why-denied',
  title: 'Why requests are denied',
  sentence: 'Mostly not because something forbids them, but because something that must allow them does not.',
  parts: [
    text(
      'AWS starts from no. A request passes only if an Allow reaches it: the right action, on the right resource, with every condition met, all in one statement. Most denials are just that Allow missing.',
    ),
    text('It can be missing in two places:'),
    list(
      'Nowhere is there a grant. The caller’s own policies do not cover the request, and neither does the policy on the resource. Often a statement comes close and fails by a detail: the bucket’s ARN where an object’s is needed, another Region, a condition key the call did not carry.',
      'There is a grant, but a ceiling above it lacks the Allow: an SCP at one level of the organization, a permissions boundary, a session policy, or the policy of the VPC endpoint the call went through. A ceiling grants nothing; it must allow as well.',
    ),
    text(
      'An RCP is different: it never lacks an Allow, because AWS attaches one that cannot be removed. It can only deny.',
    ),
    text(
      'One thing is often said and wrong: SCPs do not block management services by default. They never bind the management account, and the SCP that AWS attaches everywhere, `FullAWSAccess`, allows everything until somebody detaches it.',
    ),
  ],
  pages: [
    userGuide('Troubleshoot access denied errors', 'troubleshoot_access-denied'),
    userGuide('Explicit and implicit denies', 'reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay'),
  ],
  steps: ['identity', 'message'],
  next: ['allow-and-deny', 'order-of-checks'],
};
