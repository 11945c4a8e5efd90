import { addPolicy } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

/** One condition key of the request. `absent`: the request does not carry it. */
export interface KeyRow {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly absent: boolean;
}

/** What the page holds: one policy and one request. */
export interface QuickCheck {
  readonly type: PolicyType;
  readonly text: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly keys: readonly KeyRow[];
  /** The caller's own policies are taken as allowing everything; left out: as fits the policy type. */
  readonly ownPoliciesAllow?: boolean;
}

export const EMPTY_CHECK: QuickCheck = {
  type: 'identity',
  text: '',
  principal: '',
  action: '',
  resource: '',
  keys: [],
};

/** Ceilings grant nothing, so by themselves they would always come out as a denial. */
export function ownPoliciesAllow({ type, ownPoliciesAllow: chosen }: QuickCheck): boolean {
  if (type === 'identity') return false;
  return chosen ?? type !== 'resource';
}

/** The diagnosis document of a check: policies that are not here do not exist, condition keys that are not here are unknown. */
export function checkDocument(check: QuickCheck): DiagnosisDocument {
  const { principal, action, resource, keys } = check;
  const named = keys.filter((row) => row.key.trim() !== '');
  const context = named.filter((row) => !row.absent).map((row) => [row.key.trim(), row.value.trim()] as const);
  const absent = named.filter((row) => row.absent).map((row) => row.key.trim());
  const bare: DiagnosisDocument = {
    whydenied: 1,
    request: {
      ...(principal.trim() && { principal: principal.trim() }),
      ...(action.trim() && { action: action.trim() }),
      ...(resource.trim() && { resource: resource.trim() }),
      ...(context.length > 0 && { context: Object.fromEntries(context) }),
      ...(absent.length > 0 && { absent }),
    },
    unstated: { context: 'unknown', policies: 'absent' },
  };
  const checked = check.text.trim() === '' ? bare : addPolicy(bare, { type: check.type, text: check.text });
  if (!ownPoliciesAllow(check)) return checked;
  return addPolicy(checked, { type: 'identity', name: 'Everything (assumed)', text: ALLOW_EVERYTHING });
}

const ALLOW_EVERYTHING = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
}`;

/** Shows what a check is: a policy that looks fine, and a question that it leaves open. */
export const EXAMPLE_CHECK: QuickCheck = {
  type: 'identity',
  text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReportsInTheOffice",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:GetObjectVersion"],
      "Resource": "arn:aws:s3:::acme-reports/*",
      "Condition": {
        "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }
      }
    }
  ]
}`,
  principal: 'arn:aws:iam::111122223333:user/Maria',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::acme-reports/2026/q3.pdf',
  keys: [],
};
