import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { STEP_POLICY_TYPES, type StepId } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';
import { readCaller } from '@/lib/iam/principal';
import { code } from '@/lib/text/wording';

/** What each step is called and asks. */
export const STEP_TEXTS = {
  source: { title: 'Source of the call', question: 'Who made the call?' },
  identity: { title: 'Identity-based policies', question: 'Which policies does the caller have?' },
  organization: { title: 'Organization policies', question: 'What do the SCPs and RCPs of the organization say?' },
  resource: { title: 'Resource-based policy', question: 'Does the resource have a policy of its own?' },
  boundary: { title: 'Permissions boundary', question: 'Does the caller have a permissions boundary?' },
  message: { title: 'Error message', question: 'What did AWS say?' },
  session: {
    title: 'Session and endpoint policies',
    question: 'Was the session scoped down, or did the call go through a VPC endpoint?',
  },
} as const satisfies Record<StepId, { readonly title: string; readonly question: string }>;

/** A few sentences for each step, with the user's own names. */
export function stepGuidance(id: StepId, document: DiagnosisDocument, diagnosis: Diagnosis): readonly string[] {
  const names = namesOf(document);
  const because = sentencesFor(id, diagnosis);
  return [...because, ...GUIDANCE[id](names)];
}

interface Names {
  readonly caller: string;
  readonly kind: string;
  readonly action: string;
}

function namesOf(document: DiagnosisDocument): Names {
  const { principal = '', action = '' } = document.request ?? {};
  const caller = readCaller(principal, action);
  const name =
    caller === undefined
      ? 'the caller'
      : 'role' in caller
        ? `the role ${code(caller.role)}`
        : 'name' in caller
          ? code(caller.name)
          : code(caller.arn);
  return { caller: name, kind: caller?.kind ?? 'unknown', action: action ? code(action) : 'the action' };
}

/** Why a step's policies do not apply to this request. */
function sentencesFor(id: StepId, diagnosis: Diagnosis): readonly string[] {
  const types: readonly PolicyType[] = STEP_POLICY_TYPES[id];
  const reasons = diagnosis.verdict.layers
    .filter((layer) => types.includes(layer.type))
    .flatMap((layer) => (layer.because ? [layer.because] : []));
  return [...new Set(reasons)];
}

const GUIDANCE: Readonly<Record<StepId, (names: Names) => readonly string[]>> = {
  source: ({ kind }) => [
    'Give the ARN of whoever made the call, or paste the CloudTrail event of the call: it names the caller, the action and much of the context.',
    kind === 'session' || kind === 'role'
      ? 'A role session has the permissions of its role. Calls from an EC2 instance, a Lambda function, an ECS task or an EKS pod come from the role they run with.'
      : 'A call from an EC2 instance, a Lambda function, an ECS task or an EKS pod comes from the role it runs with, not from you.',
  ],
  identity: ({ caller, kind }) => [
    `Paste every policy that ${caller} has: inline ones and managed ones${kind === 'user' ? ', and those of every group the user is in' : ''}. One Allow in any of them is enough; one Deny in any of them stops the call.`,
  ],
  organization: ({ action }) => [
    `An SCP is a ceiling over the caller’s account: at every level, from the root over each OU to the account, some SCP must allow ${action}. It grants nothing. AWS attaches \`FullAWSAccess\` at every level, but it can be detached.`,
    'SCPs do not bind the management account and service-linked roles. An RCP belongs to the resource’s organization; it only ever denies.',
  ],
  resource: () => [
    'The policy on the resource itself: of the bucket, key, queue, topic, function, secret or repository, or the trust policy of the role.',
    'Within one account an Allow on either side is mostly enough. Across accounts both sides must allow. A role’s trust policy and a KMS key’s policy must always allow.',
  ],
  boundary: ({ caller }) => [
    `A permissions boundary caps what the own policies of ${caller} can allow. It grants nothing, and it is easily forgotten: it is attached beside the policies, not among them.`,
  ],
  message: () => [
    'Paste the whole message, with whatever stands around it: a terminal line, a stack trace, a console banner, a CloudTrail event. Secrets in it are removed before anything is kept.',
    'An encoded message has to be decoded by AWS first. Paste it all the same: then the command that decodes it stands here.',
  ],
  session: ({ caller }) => [
    `A session policy can be passed when credentials are made (\`AssumeRole\`, \`GetFederationToken\`). Then ${caller} has only what both the session policy and the own policies allow. A resource-based policy of the same account that names the session itself, or everyone, stands outside it.`,
    'A VPC endpoint policy counts only for calls through that endpoint; then it must allow the call as well.',
  ],
};
