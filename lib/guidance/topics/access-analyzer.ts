import { list, type Topic, text, userGuide } from '@/lib/guidance/topics/topic';

export const ACCESS_ANALYZER: Topic = {
  id: 'access-analyzer',
  title: 'What Access Analyzer does',
  sentence: 'It finds access that is too wide and checks policies, and it changes nothing by itself.',
  parts: [
    text(
      'IAM Access Analyzer looks at the opposite of a denial: at who gets in. People meet it when a review says that a bucket is public, or when the policy editor underlines a statement. It never denied anybody a request.',
    ),
    list(
      'External access: it reads the policies on your resources and reports every way in from outside your account or organization, public access first.',
      'Unused access: it reports roles, keys and permissions that nobody has used for a while.',
      'Policy validation: it points out errors, risks and odd elements in a policy’s text.',
      'Custom checks: it answers whether a changed policy grants anything that the old one did not.',
      'Policy generation: it drafts a policy from what a role has done according to CloudTrail. Denied calls count there, too, so read the draft before you use it.',
    ),
    text(
      'All of these are findings and drafts. Whether a wide policy is a mistake or meant so, Access Analyzer cannot know; you narrow the policy, or archive the finding. So a finding that disappears after a change tells that the change worked, and a request that fails since then tells who needed the access.',
    ),
    {
      kind: 'command',
      purpose: 'Check the text of a policy',
      text: 'aws accessanalyzer validate-policy --policy-type=IDENTITY_POLICY --policy-document=file://policy.json',
    },
  ],
  pages: [
    userGuide('IAM Access Analyzer', 'what-is-access-analyzer'),
    userGuide('Policy validation', 'access-analyzer-policy-validation'),
  ],
  steps: ['resource'],
  next: ['last-accessed', 'simulate'],
};
