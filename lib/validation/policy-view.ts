import type { WrittenOperator } from '@/lib/evaluation/operators';
import type { Effect, PrincipalKind } from '@/lib/policy/document';
import type { JsonMember, JsonObject, JsonScalar } from '@/lib/text/json';
import type { Located, Range } from '@/lib/text/range';
import type { ResourceArn } from '@/lib/validation/resource-arn';

// A policy as checks see it. Unlike a `PolicyDocument` it keeps what can be read of a statement that AWS would refuse, so
// that one fault does not hide the others. An element that is missing here is missing in the text, or has a wrong JSON type.

export interface PolicyView {
  readonly node: JsonObject;
  /** As written, where it is a text. */
  readonly version?: Located<string>;
  readonly statements: readonly StatementView[];
}

export interface StatementView {
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly node: JsonObject;
  readonly range: Range;
  readonly sid?: Located<string>;
  /** Only where it is exactly `Allow` or `Deny`. */
  readonly effect?: Located<Effect>;
  /** Of an excluding pair the element that stands alone; left out where both are there. */
  readonly principal?: PrincipalView;
  readonly action?: ActionView;
  readonly resource?: ResourceView;
  /** One clause for each condition key below each operator. */
  readonly clauses: readonly Clause[];
  /** All elements are known, of the right type and allowed beside each other; `Effect` and an action are there. */
  readonly sound: boolean;
}

/** A list of texts as a policy writes it. */
interface TextList<Entry> {
  /** The element's name with its quotes. */
  readonly key: Range;
  /** The value, brackets or quotes included. */
  readonly value: Range;
  /** Written with brackets. */
  readonly isList: boolean;
  readonly entries: readonly Entry[];
}

export interface ActionView extends TextList<ActionPattern> {
  readonly name: 'Action' | 'NotAction';
}

export interface ResourceView extends TextList<ResourceEntry> {
  readonly name: 'Resource' | 'NotResource';
}

export interface ResourceEntry extends Located<string> {
  /** Left out for what is no ARN at all, `*` among it. */
  readonly arn?: ResourceArn;
}

export interface ActionPattern extends Located<string> {
  /** As actions are compared. */
  readonly id: string;
  /** What stands before the first colon, in lower case; left out where there is no colon. */
  readonly prefix?: string;
  /** What stands behind the first colon. */
  readonly name: string;
  readonly hasWildcard: boolean;
}

export interface PrincipalView {
  readonly name: 'Principal' | 'NotPrincipal';
  readonly key: Range;
  readonly value: Range;
  /** `"*"`, an object, or a text that is neither; then there are no entries. */
  readonly form: '*' | 'object' | 'text';
  /** The members of the object whose name AWS knows and whose value is a text or a list of texts. */
  readonly kinds: readonly PrincipalKindView[];
}

export interface PrincipalKindView extends TextList<Located<string>> {
  readonly kind: PrincipalKind;
}

/** What an operator compares. */
export type OperatorKind = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

/** One condition key below one operator, with its values. */
export interface Clause {
  readonly operator: Located<string>;
  /** The operator where AWS knows it in exactly this spelling. */
  readonly written?: WrittenOperator;
  /** The operator's name without set prefix and `IfExists`: `StringEquals`, `NotIpAddress`, `Null`. */
  readonly base: string;
  /** Left out for an operator that AWS does not know. */
  readonly kind?: OperatorKind;
  readonly key: Located<string>;
  /** The key as keys are compared. */
  readonly id: string;
  /** Whether the operator has no other key. */
  readonly isAlone: boolean;
  /** From the key to the end of its values. */
  readonly member: JsonMember;
  /** The value, brackets or quotes included. */
  readonly value: Range;
  readonly isList: boolean;
  /** Texts, numbers and booleans; values of another type are left out. */
  readonly values: readonly JsonScalar[];
}
