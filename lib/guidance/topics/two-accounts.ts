import { list, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const TWO_ACCOUNTS: Topic = {
  id: 'two-accounts',
  title: 'Across two accounts',
  sentence: 'When caller and resource belong to different accounts, both accounts must allow.',
  picture: 'twoAccounts',
  parts: [
    text(
      'Within one account an Allow on either side is mostly enough: in the caller’s own policies or in the policy on the resource. Across accounts it takes both. The owner of the resource lets the other account in, and the caller’s account lets its caller out.',
    ),
    list(
      'On the resource: a policy that names the caller, its role, its account, or everyone.',
      'In the caller’s account: an identity-based policy that covers the foreign ARN, and no boundary, session policy or SCP without the action.',
      'SCPs count on the caller’s side alone, RCPs on the resource’s side alone.',
    ),
    text(
      'Naming a whole account, `arn:aws:iam::111122223333:root`, does not mean its root user. It means that this account may decide by its own policies who comes in.',
    ),
    text(
      'Where a resource cannot have a policy, as most cannot, there is one way in: a role in the other account. Then there are two requests. First `sts:AssumeRole`: the role’s trust policy must name the caller, and across accounts the caller needs that permission, too. A trust policy alone lets in, but it gives nothing to do. The role’s own policies decide the second request, and the caller’s former policies no longer count.',
    ),
  ],
  pages: [
    userGuide('Cross-account evaluation', 'reference_policies_evaluation-logic-cross-account'),
    userGuide('Cross-account resource access', 'access_policies-cross-account-resource-access'),
  ],
  steps: ['resource', 'source'],
  next: ['order-of-checks', 'boundaries'],
};
