import { type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const ALLOW_AND_DENY: Topic = {
  id: 'allow-and-deny',
  title: 'Allow against Deny',
  sentence: 'One Deny that matches beats every Allow; without any Allow the answer is deny all the same.',
  picture: 'decision',
  parts: [
    text(
      'Every statement has an `Effect`, `Allow` or `Deny`, and counts only if it matches the request with all its elements: principal, action, resource and every condition. A statement that fails in one of them says nothing at all.',
    ),
    text(
      'First AWS gathers the Denies. If a single one matches, in whatever policy, the request is denied explicitly. No Allow lifts that: not `AdministratorAccess`, not a later statement, not the owner of the resource. To get through you change the Deny, or you change the request so that the Deny no longer matches: another Region, with MFA, through the endpoint it demands.',
    ),
    text(
      'If no Deny matches, AWS looks for the Allows it needs. Is one missing, the request is denied implicitly. Nobody wrote down that you may not; nobody wrote down that you may. Here adding an Allow helps, provided that it is added in the policy that lacks it.',
    ),
    text(
      'So look at AWS’s words first. “With an explicit deny in …” means: find that statement. “Because no … allows” means: find what is missing. Only for SCPs do the words mislead now and then: AWS may write of an explicit deny where the SCP merely lacks an Allow.',
    ),
  ],
  pages: [
    userGuide('How AWS decides', 'reference_policies_evaluation-logic_policy-eval-denyallow'),
    userGuide('The Effect element', 'reference_policies_elements_effect'),
  ],
  steps: ['identity', 'organization', 'resource'],
  next: ['order-of-checks', 'why-denied'],
};
