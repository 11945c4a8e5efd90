import type { Unknown } from '@/lib/evaluation/verdict';
import type { OutcomeInWords } from '@/lib/explanation/outcome-words';
import { keyId } from '@/lib/iam/context-key';
import type { PolicyType } from '@/lib/iam/policy-type';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** Something that would settle the case: a fact to state, a policy to paste. */
export interface Dependency {
  readonly unknown: Unknown;
  /** Fits behind "Depends on": "whether MFA was used". */
  readonly phrase: string;
  /** What to do about it, as a sentence. */
  readonly sentence: string;
  /** A template's reference, which a policy has to be filled in with; the request has no such key. */
  readonly isReference?: true;
  /** For condition keys: which answers lead where. */
  readonly outcomes?: readonly OutcomeInWords[];
}

/** What a verdict depends on, in words. `isGiven`: whether a policy of a type is there. `isReference`: whether a policy has the key as a template's reference. */
export function describeUnknown(
  unknown: Unknown,
  policyName: (policyIndex: number) => string,
  isGiven: (type: PolicyType) => boolean,
  isReference: (key: string) => boolean,
): Dependency {
  switch (unknown.kind) {
    case 'contextKey': {
      if (isReference(unknown.key)) return { unknown, isReference: true, ...openReference(unknown.key) };
      const phrase = lookUp(KEY_PHRASES, keyId(unknown.key)) ?? `the value of ${code(unknown.key)}`;
      return {
        unknown,
        phrase,
        sentence: `State the condition key ${code(unknown.key)}, or say that the request does not have it.`,
      };
    }
    case 'policies':
      return { unknown, ...missingPolicies(unknown.type, isGiven(unknown.type)) };
    case 'unreadable': {
      const name = code(policyName(unknown.policyIndex));
      const part = unknown.range === undefined ? name : `a condition of ${name}`;
      return {
        unknown,
        phrase: `${part}, which cannot be read`,
        sentence: `Mend ${part}: as it stands it cannot be read.`,
      };
    }
    case 'parentUser':
      return {
        unknown,
        phrase: 'which user made the federated session',
        sentence: `Find out whether ${code(unknown.arn)} called \`GetFederationToken\`; CloudTrail shows it.`,
      };
    case 'canonicalUser':
      return {
        unknown,
        phrase: 'which account a canonical user ID belongs to',
        sentence: `Find out whose canonical user ID ${code(unknown.id)} is, and write that account's ID instead.`,
      };
    case 'sessionName':
      return {
        unknown,
        phrase: 'the name of the role session',
        sentence:
          'Give the caller as a role session, `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. `aws sts get-caller-identity` prints it.',
      };
    case 'endpointKind':
      return {
        unknown,
        phrase: 'whether the VPC endpoint is a gateway or an interface endpoint',
        sentence:
          'A gateway endpoint compares only `"Principal": "*"`. Look up the endpoint’s type in the VPC console.',
      };
    case 'request':
      return { unknown, ...MISSING_FIELDS[unknown.field] };
  }
}

function openReference(name: string): Pick<Dependency, 'phrase' | 'sentence'> {
  const written = code(`\${${name}}`);
  return {
    phrase: `what ${written} stands for`,
    sentence: `A template left ${written} open. Fill in its value below the policy.`,
  };
}

const KEY_PHRASES: Readonly<Record<string, string>> = {
  'aws:multifactorauthpresent': 'whether MFA was used',
  'aws:multifactorauthage': 'how long ago MFA was used',
  'aws:sourceip': 'the IP address the call came from',
  'aws:sourcevpce': 'the VPC endpoint the call came through',
  'aws:sourcevpc': 'the VPC the call came from',
  'aws:requestedregion': 'the Region that was called',
  'aws:principalorgid': 'the caller’s organization',
  'aws:principalarn': 'the caller’s full ARN, with its path',
  'aws:resourceaccount': 'the account that owns the resource',
  'aws:securetransport': 'whether the call used TLS',
  'aws:currenttime': 'the time of the call',
  'aws:epochtime': 'the time of the call',
  'aws:tokenissuetime': 'when the credentials were issued',
  'aws:viaawsservice': 'whether an AWS service made the call for you',
  'sts:externalid': 'the external ID that was passed',
};

const MISSING_POLICIES: Readonly<Record<PolicyType, string>> = {
  rcp: 'the RCPs of the resource’s organization',
  scp: 'your organization’s SCPs',
  endpoint: 'the VPC endpoint policy',
  resource: 'the resource-based policy',
  identity: 'the identity-based policies',
  boundary: 'the permissions boundary',
  session: 'the session policy',
};

function missingPolicies(type: PolicyType, given: boolean): Pick<Dependency, 'phrase' | 'sentence'> {
  const policies = MISSING_POLICIES[type];
  if (given) return { phrase: `the rest of ${policies}`, sentence: `Paste what is still missing of ${policies}.` };
  return { phrase: policies, sentence: `Paste ${policies}, or say that there are none.` };
}

const MISSING_FIELDS = {
  principal: { phrase: 'who called', sentence: 'Give the caller’s ARN; `aws sts get-caller-identity` prints it.' },
  action: {
    phrase: 'which action was denied',
    sentence: 'Give the action, such as `s3:GetObject`; the error message names it.',
  },
  resource: {
    phrase: 'which resource was asked for',
    sentence: 'Give the resource’s ARN, or `*` for actions without one.',
  },
} as const;
