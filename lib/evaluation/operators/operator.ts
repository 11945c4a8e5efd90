import type { Certainty, PartialValue } from '@/lib/request/context';
import type { Pattern } from '@/lib/text/wildcard';

/** One policy value, ready to be compared with request values. */
export interface Comparer {
  /** `malformed`: the request value is not of the operator's type and equals nothing (C33). */
  compare(value: string): boolean | 'malformed';
  /** Against a value known only in part; operators of other types than text and ARN never fit one. */
  comparePartial?(value: PartialValue): Certainty;
  /** Fits every request value there can be (C162). */
  readonly fitsAll: boolean;
}

/** A policy value after its variables were replaced. */
export interface Operand {
  /** As text; a variable with an unknown value shows as `${…}`. */
  readonly text: string;
  readonly pattern: Pattern;
  /** Place in the pattern of the first variable with an unknown value: what fits may fit, nothing fits for certain (C166). */
  readonly openAt?: number;
}

/**
 * A positive condition operator. Its negated twin is this one negated per request value, never written twice.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Operator {
  readonly name: string;
  readonly negatedName?: string;
  /** Policy variables are replaced in its values (C132). */
  readonly variables: boolean;
  /** `*` and `?` are wildcards in its values. */
  readonly wildcards: boolean;
  /** `undefined` for a policy value that is not of the operator's type: it equals nothing (C33). */
  prepare(operand: Operand): Comparer | undefined;
}

/** Compares values of one type: both sides are read as that type, and what cannot be read equals nothing (C33). */
export function comparing<Value>(
  read: (text: string) => Value | undefined,
  holds: (given: Value, wanted: Value) => boolean,
): Operator['prepare'] {
  return ({ text }) => {
    const wanted = read(text);
    if (wanted === undefined) return undefined;
    return {
      compare: (value) => {
        const given = read(value);
        return given === undefined ? 'malformed' : holds(given, wanted);
      },
      fitsAll: false,
    };
  };
}
