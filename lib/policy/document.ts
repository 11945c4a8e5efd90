import type { Located, Range } from '@/lib/text/range';

/** The elements of a policy, as AWS writes them. */
export const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'] as const;

/** The elements of a statement, as AWS writes them. */
export const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

export type Effect = 'Allow' | 'Deny';

/** The two editions of the policy language; they differ in policy variables alone (R140). */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

/** `Action`, `Resource` and their Not- forms: a list of patterns, of which one has to fit (or none, for the Not- forms). */
interface PatternElement<Name extends string> {
  readonly name: Name;
  /** From the element's name to the end of its value. */
  readonly range: Range;
  readonly patterns: readonly Located<string>[];
}

export type ActionElement = PatternElement<'Action' | 'NotAction'>;
export type ResourceElement = PatternElement<'Resource' | 'NotResource'>;

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** One entry of a `Principal`; `"Principal": "*"` is the entry `*` of kind `AWS` (R15). */
export interface PrincipalEntry {
  readonly kind: PrincipalKind;
  readonly text: Located<string>;
}

export interface PrincipalElement {
  readonly name: 'Principal' | 'NotPrincipal';
  readonly range: Range;
  readonly entries: readonly PrincipalEntry[];
}

/** One condition key below one operator, with the values the policy lists for it. */
export interface ConditionKey {
  readonly key: Located<string>;
  /** From the key to the end of its values. */
  readonly range: Range;
  /** Numbers and booleans stand here as written in the policy (C19, C20). */
  readonly values: readonly Located<string>[];
}

/** One operator of a `Condition` with its keys; occurrences of one name are kept apart (C11). */
export interface ConditionOperator {
  readonly operator: Located<string>;
  readonly range: Range;
  /** `unreadable`: the operator's value is no object of keys (C2). */
  readonly keys: readonly ConditionKey[] | 'unreadable';
}

export interface ConditionElement {
  readonly range: Range;
  /** `unreadable`: the value of `Condition` is no object of operators (C2). */
  readonly operators: readonly ConditionOperator[] | 'unreadable';
}

export interface Statement {
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly range: Range;
  readonly sid?: Located<string>;
  readonly effect: Located<Effect>;
  readonly principal?: PrincipalElement;
  readonly action: ActionElement;
  readonly resource?: ResourceElement;
  /** Several only where a text repeats the element; all of them count (C11). */
  readonly conditions: readonly ConditionElement[];
}

/** A statement that cannot be used as it stands; it never hides its neighbours (R147). */
export interface BrokenStatement {
  readonly index: number;
  readonly range: Range;
  /** As far as it could be read; left out when the effect itself is missing or wrong. */
  readonly effect?: Effect;
}

export interface PolicyDocument {
  /** `missing` counts as 2008-10-17 but is told apart for findings. */
  readonly version: PolicyVersion;
  readonly versionElement?: Located<string>;
  readonly statements: readonly Statement[];
  readonly broken: readonly BrokenStatement[];
  /** False when no list of statements could be found in the text at all. */
  readonly readable: boolean;
}
