import { order, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const ORDER_OF_CHECKS: Topic = {
  id: 'order-of-checks',
  title: 'The order of the checks',
  sentence: 'Seven kinds of policy can have a say in one request, and each has its own way of saying no.',
  picture: 'order',
  parts: [
    text('After all Denies have been looked for, AWS goes through the kinds of policies one after the other:'),
    order(
      'RCPs of the organization that owns the resource. They only deny.',
      'SCPs of the organization of the caller. At every level, from the root over each OU to the account, one must allow.',
      'The VPC endpoint’s policy, if the call went through one. AWS does not print its place in the order.',
      'The resource’s own policy, such as a bucket’s or a key’s. It can grant by itself.',
      'The caller’s identity-based policies, with those of a user’s groups. They grant.',
      'The permissions boundary of the user or role.',
      'The session policy, if one was passed with the credentials.',
    ),
    text(
      'The order never changes the outcome, only what AWS names first in its message; what else would stop the call stays unsaid. That is why a second error often follows the first.',
    ),
    text(
      'Some callers pass gates unseen. SCPs do not bind service-linked roles, AWS services acting for themselves, or anybody in the management account. Root users have neither boundary nor identity-based policies. An unsigned call has no policies of its own: only the resource can let it in.',
    ),
  ],
  pages: [
    userGuide('Policy evaluation logic', 'reference_policies_evaluation-logic'),
    {
      title: 'How SCPs are evaluated',
      href: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    },
  ],
  steps: ['organization', 'session'],
  next: ['two-accounts', 'boundaries'],
};
