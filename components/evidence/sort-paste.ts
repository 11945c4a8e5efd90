import { refusePaste } from '@/components/shell/paste-limits';
import type { Evidence, FoundPolicy } from '@/lib/evidence/evidence';
import type { Notations } from '@/lib/evidence/pieces';
import { readEvidence } from '@/lib/evidence/read';
import type { PolicyType } from '@/lib/iam/policy-type';
import { findLink } from '@/lib/permalink/find-link';

/** What is to become of a pasted text. */
export type Sorted =
  /** The workspace knows what to do with it. */
  | { readonly kind: 'recognised' }
  /** Policies whose type the text does not tell, for the step where they were pasted. */
  | {
      readonly kind: 'policies';
      readonly policies: readonly { readonly type: PolicyType; readonly text: string }[];
    }
  /** Text that says nothing to WhyDenied, and the sentence that says so. */
  | { readonly kind: 'unrecognised'; readonly sentence: string }
  /** Text that cannot be kept at all. */
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Looks at a pasted text before it goes anywhere. `expected`: the policy types that the place where it was pasted takes, the
 * likeliest first. `notations`: what `loadNotations` gave for the text.
 */
export function sortPaste(text: string, expected: readonly PolicyType[] = [], notations: Notations = {}): Sorted {
  const refused = refusePaste(text);
  if (refused !== undefined) return { kind: 'refused', sentence: refused };
  if (findLink(text) !== undefined) return { kind: 'recognised' };
  const evidence = readEvidence(text, notations);
  if (evidence.kind === 'unknown') {
    return looksLikePolicy(text)
      ? { kind: 'policies', policies: [{ type: expected[0] ?? 'identity', text }] }
      : { kind: 'unrecognised', sentence: UNKNOWN };
  }
  // A policy that says what it is goes where it belongs, wherever it was pasted.
  if (!isBare(evidence)) return { kind: 'recognised' };
  const policies = evidence.policies.flatMap((policy) => {
    const type = fittingType(policy, expected);
    return type ? [{ type, text: policy.text }] : [];
  });
  return policies.length === evidence.policies.length ? { kind: 'policies', policies } : { kind: 'recognised' };
}

/** Documents alone, without a word about where they are attached. */
function isBare({ kind, policies, references, principals, none, collected }: Evidence): boolean {
  const saysMore = [references, principals, none, collected].some((said) => said !== undefined);
  const areNamed = policies.some((policy) => policy.arn ?? policy.attachedTo ?? policy.attachments);
  return kind === 'policies' && policies.length > 0 && !(saysMore || areNamed);
}

/** Of the expected types the one that a policy can be; nothing where it is certainly another. */
function fittingType({ type, namesPrincipals }: FoundPolicy, expected: readonly PolicyType[]): PolicyType | undefined {
  if (type === undefined && !namesPrincipals) return expected[0];
  if (type !== undefined && expected.includes(type)) return type;
  // Only these name principals, and by content they cannot be told apart.
  return type === undefined || type === 'resource'
    ? expected.find((one) => one === 'rcp' || one === 'endpoint' || one === 'resource')
    : undefined;
}

/** A policy so broken that no reader takes it for one: a lone statement, typographic quotes, only its beginning. */
function looksLikePolicy(text: string): boolean {
  return (
    /^\s*[{[]/.test(text) &&
    /["'“”„‘’](?:Statement|Effect|NotAction|Action|NotPrincipal|Principal)["'“”‘’]\s*:/.test(text)
  );
}

const UNKNOWN =
  'Nothing in this text was recognised as an error message, an event or a policy. Paste the whole message as AWS printed it, such as `User: … is not authorized to perform: …`, or the JSON of a policy.';
