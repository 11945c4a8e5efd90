import { isBinary } from '@/components/shell/read-file';
import { readEvidence } from '@/lib/evidence/read';
import { STEP_POLICY_TYPES, type StepId, stepOfPolicyType } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';
import { findLink } from '@/lib/permalink/find-link';

/** What is to become of a pasted text. */
export type Sorted =
  /** The workspace knows what to do with it. */
  | { readonly kind: 'recognised' }
  /** Policies whose type the text does not tell, for the step where they were pasted. */
  | { readonly kind: 'policies'; readonly type: PolicyType; readonly step: StepId; readonly texts: readonly string[] }
  /** Text that says nothing to WhyDenied, and the sentence that says so. */
  | { readonly kind: 'unrecognised'; readonly sentence: string }
  /** Text that cannot be kept at all. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Longest text that is worth looking at: the workspace refuses longer ones. */
const MAX_PASTE = 1_000_000;

/** Looks at a pasted text before it goes anywhere. */
export function sortPaste(text: string, step?: StepId): Sorted {
  if (text.length > MAX_PASTE) return { kind: 'refused', sentence: tooLong(text.length) };
  if (isBinary(text)) return { kind: 'refused', sentence: BINARY };
  if (findLink(text) !== undefined) return { kind: 'recognised' };
  const evidence = readEvidence(text);
  const types: readonly PolicyType[] = step ? STEP_POLICY_TYPES[step] : [];
  const type = types[0] ?? 'identity';
  const asPolicies = (texts: readonly string[]): Sorted => ({
    kind: 'policies',
    type,
    step: stepOfPolicyType(type),
    texts,
  });
  if (evidence.kind === 'unknown') {
    return looksLikePolicy(text) ? asPolicies([text]) : { kind: 'unrecognised', sentence: UNKNOWN };
  }
  const untyped = evidence.kind === 'policies' && types.length > 0 && evidence.policies.every((policy) => !policy.type);
  return untyped ? asPolicies(evidence.policies.map((policy) => policy.text)) : { kind: 'recognised' };
}

/** A policy so broken that no reader takes it for one: a lone statement, typographic quotes, only its beginning. */
function looksLikePolicy(text: string): boolean {
  return (
    /^\s*[{[]/.test(text) &&
    /["'“”„‘’](?:Statement|Effect|NotAction|Action|NotPrincipal|Principal)["'“”‘’]\s*:/.test(text)
  );
}

function tooLong(length: number): string {
  return `The pasted text has ${length.toLocaleString('en-US')} characters, and this page reads up to ${MAX_PASTE.toLocaleString('en-US')}. Nothing was changed. Paste the error message, the event or one policy alone.`;
}

const BINARY =
  'What you pasted is not text: it holds control characters as compressed or compiled files do. Nothing was changed. Paste the error message, the event or the policy as text.';
const UNKNOWN =
  'Nothing in this text was recognised as an error message, an event or a policy. Paste the whole message as AWS printed it, such as `User: … is not authorized to perform: …`, or the JSON of a policy.';
