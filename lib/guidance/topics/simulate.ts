import { list, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const SIMULATE: Topic = {
  id: 'simulate',
  title: 'Trying out permissions',
  sentence:
    'AWS’s simulator answers from your account; WhyDenied answers from pasted text. Each sees what the other does not.',
  parts: [
    text(
      'AWS’s Policy Simulator takes a user, group or role of your account, an action and a resource, and says whether the policies attached there allow it and which statement decided. It makes no real call. It knows your live policies, the boundary and the SCPs above your account.',
    ),
    {
      kind: 'command',
      purpose: 'Simulate one request',
      text: 'aws iam simulate-principal-policy --policy-source-arn=ROLE_OR_USER_ARN --action-names=ACTION --resource-arns=RESOURCE_ARN',
    },
    text('What it leaves out, and where it therefore says “allowed” too early:'),
    list(
      'RCPs, session policies and VPC endpoint policies.',
      'The resource’s own policy, unless you hand it over; and that is possible for users only, not for roles.',
      'The other account, when caller and resource belong to different ones.',
      'The real context: IP address, MFA, tags count only as you state them.',
    ),
    text(
      'WhyDenied simulates as well, without any access to AWS: it decides from the policies you paste, all seven kinds of them, and from what you state about the request. What is not stated stays open, and the verdict says what it depends on. It cannot know a policy that you did not paste. For the last word, make the call itself.',
    ),
  ],
  pages: [
    userGuide('Test policies with the policy simulator', 'access_policies_testing-policies'),
    {
      title: 'simulate-principal-policy',
      href: 'https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-principal-policy.html',
    },
  ],
  steps: ['identity'],
  next: ['order-of-checks', 'access-analyzer'],
};
