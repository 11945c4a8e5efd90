import { list, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const LAST_ACCESSED: Topic = {
  id: 'last-accessed',
  title: 'Which permissions are used',
  sentence: 'Last-accessed information shows what a user or role may do but never does.',
  parts: [
    text(
      'Someone who gets an Access Denied asks for more. Someone who keeps the account tidy asks what could go. For that AWS keeps, for every user, role, group and policy, when each allowed service was last tried, and for many services also when each management action was.',
    ),
    {
      kind: 'command',
      purpose: 'Ask for the report',
      text: 'aws iam generate-service-last-accessed-details --arn=ROLE_OR_USER_ARN --granularity=ACTION_LEVEL',
    },
    {
      kind: 'command',
      purpose: 'Read it, a few seconds later',
      text: 'aws iam get-service-last-accessed-details --job-id=JOB_ID',
    },
    text('Read it with care:'),
    list(
      'Attempts count, not successes. A service that was tried and denied looks used.',
      'No date means: not tried within the tracking period, about thirteen months. A yearly job may lie just outside it.',
      'It lists what identity-based policies allow. Access that a resource’s policy grants does not appear, and SCPs or boundaries that take something away are not counted in.',
      'New activity appears after some hours.',
      'Reads and writes of data, such as `s3:GetObject`, are shown for the service only, not by action.',
    ),
    text(
      'Take away what has stayed unused, in small steps. When something breaks after all, the message names the action, and WhyDenied shows which statement used to allow it.',
    ),
  ],
  pages: [
    userGuide('Last accessed information', 'access_policies_last-accessed'),
    userGuide('View last accessed information', 'access_policies_last-accessed-view-data'),
  ],
  steps: ['identity', 'organization'],
  next: ['access-analyzer', 'why-denied'],
};
