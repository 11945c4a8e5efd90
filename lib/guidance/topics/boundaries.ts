import { type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const BOUNDARIES: Topic = {
  id: 'boundaries',
  title: 'The boundary that people forget',
  sentence: 'A permissions boundary caps what a user or role can be given; it gives nothing itself.',
  picture: 'ceiling',
  parts: [
    text(
      'A permissions boundary is one managed policy, set on a user or role beside its other policies. It looks like them, and it may even be one that others have attached as a grant. But as a boundary it only draws a line: what the identity’s own policies allow counts only where the boundary allows it, too.',
    ),
    text(
      'That makes it easy to overlook. It does not stand in the list of attached policies but below it, under its own heading. It came with the role, set by a platform team or a template. And everything works until the first action that its author did not think of, often one of a service that did not exist then. An administrator with `AdministratorAccess` and a boundary of two EC2 actions can do two EC2 actions.',
    ),
    text(
      'There is a way around, and it surprises people: a policy on a resource in the same account that names the user itself, the role session itself, or everyone, stands outside the boundary. One that names the role does not. An explicit Deny in the boundary always holds.',
    ),
    {
      kind: 'command',
      purpose: 'Whether a role has a boundary',
      text: "aws iam get-role --role-name=ROLE --query='Role.PermissionsBoundary'",
    },
    {
      kind: 'command',
      purpose: 'Whether a user has a boundary',
      text: "aws iam get-user --user-name=USER --query='User.PermissionsBoundary'",
    },
  ],
  pages: [userGuide('Permissions boundaries', 'access_policies_boundaries')],
  steps: ['boundary'],
  next: ['order-of-checks', 'why-denied'],
};
