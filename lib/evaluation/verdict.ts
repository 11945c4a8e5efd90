import type { PolicyType } from '@/lib/iam/policy-type';
import type { Statement } from '@/lib/policy/document';
import type { Range } from '@/lib/text/range';

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'undetermined';

/** What one policy type says (R173). */
export type LayerOutcome = 'allows' | 'explicitDeny' | 'implicitDeny' | 'notApplicable' | 'unknown';

/** A fact that is missing and that the outcome depends on. */
export type Unknown =
  | { readonly kind: 'contextKey'; readonly key: string }
  | { readonly kind: 'policies'; readonly type: PolicyType }
  | { readonly kind: 'unreadable'; readonly type: PolicyType; readonly policyIndex: number; readonly range?: Range }
  | { readonly kind: 'parentUser'; readonly arn: string }
  | { readonly kind: 'canonicalUser'; readonly id: string }
  | { readonly kind: 'sessionName'; readonly arn: string }
  | { readonly kind: 'endpointKind' }
  | { readonly kind: 'request'; readonly field: 'principal' | 'action' | 'resource' };

/** Three-valued: certainly, certainly not, or depending on facts that are missing (R170). */
export type Match =
  | { readonly outcome: 'matches' }
  | { readonly outcome: 'doesNotMatch' }
  | { readonly outcome: 'dependsOn'; readonly unknowns: readonly Unknown[] };

export type ElementName =
  | 'Principal'
  | 'NotPrincipal'
  | 'Action'
  | 'NotAction'
  | 'Resource'
  | 'NotResource'
  | 'Condition';

/** Why a single comparison came out as it did (C176 for conditions). */
export type Reason =
  | 'equal'
  | 'noValueEqual'
  | 'absent'
  | 'absentIfExists'
  | 'absentNegated'
  | 'absentForAllValues'
  | 'absentForAnyValue'
  | 'nullDataset'
  | 'unknown'
  | 'present'
  | 'malformedPolicyValue'
  | 'malformedRequestValue'
  | 'variableWithoutValue'
  | 'variableUnknown'
  | 'severalValuesWithoutSetOperator'
  | 'unknownOperator';

/** One comparison: what the policy writes against what the request carries. */
export interface Comparison {
  readonly range: Range;
  /** What the policy writes, after policy variables were replaced. */
  readonly wanted: readonly string[];
  /** What the request carries; empty when it carries nothing or nothing is known. */
  readonly given: readonly string[];
  readonly match: Match;
  readonly reason: Reason;
  /** Conditions only: operator and key as the policy writes them. */
  readonly operator?: string;
  readonly key?: string;
}

export interface ElementTrace {
  readonly element: ElementName;
  readonly range: Range;
  readonly match: Match;
  readonly comparisons: readonly Comparison[];
}

export interface StatementTrace {
  readonly type: PolicyType;
  /** Place of the policy in the document, from 0. */
  readonly policyIndex: number;
  readonly policyName: string;
  readonly attachedTo?: string;
  readonly statement: Statement;
  readonly match: Match;
  /** Every element, also after the first mismatch, so that everything wrong can be said at once (R217). */
  readonly elements: readonly ElementTrace[];
}

/** The SCPs or RCPs attached at one place: the root, an OU, or the account. */
export interface LevelVerdict {
  readonly attachedTo: string;
  readonly outcome: LayerOutcome;
}

export interface LayerVerdict {
  readonly type: PolicyType;
  readonly outcome: LayerOutcome;
  /** How many policies of this type were given. */
  readonly policies: number;
  /** A sentence, for `notApplicable` alone: why this layer does not apply to this request. */
  readonly because?: string;
  /** For SCPs and RCPs, in the order of the document. */
  readonly levels?: readonly LevelVerdict[];
  readonly statements: readonly StatementTrace[];
}

export interface Verdict {
  readonly decision: Decision;
  /** The policy types responsible, most decisive first (R210, R211); empty unless denied. */
  readonly deniedBy: readonly PolicyType[];
  /** The deciding statements (R213). */
  readonly deciding: readonly StatementTrace[];
  /** All seven policy types in the order of evaluation (R215). */
  readonly layers: readonly LayerVerdict[];
  readonly dependsOn: readonly Unknown[];
}
