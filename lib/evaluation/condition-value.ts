import type { Comparer, Operator } from '@/lib/evaluation/operators/operator';
import { substitute } from '@/lib/evaluation/substitute';
import type { PolicyVersion } from '@/lib/policy/document';
import { type ValuePart, valueParts } from '@/lib/policy/variables';
import type { RequestContext } from '@/lib/request/context';

/** One policy value: what it fits, and why not when it fits nothing. */
export interface PreparedValue {
  readonly text: string;
  readonly comparer?: Comparer;
  readonly open: boolean;
  readonly unknownKeys: readonly string[];
  readonly failure?: 'malformedPolicyValue' | 'variableWithoutValue';
}

/** Prepared once where no request changes it, else in its parts: variables are replaced for each request. */
export type CompiledValue =
  | { readonly kind: 'closed'; readonly prepared: PreparedValue }
  | { readonly kind: 'open'; readonly written: string; readonly parts: readonly ValuePart[] };

/** Reads one value that a policy writes below `operator`. */
export function compileValue(written: string, operator: Operator, version: PolicyVersion): CompiledValue {
  const parts = operator.variables ? valueParts(written, version) : [{ kind: 'text', text: written } as const];
  return parts.every((part) => part.kind === 'text')
    ? { kind: 'closed', prepared: prepareValue(written, parts, operator, NO_CONTEXT) }
    : { kind: 'open', written, parts };
}

const NO_CONTEXT: RequestContext = { lookup: () => ({ state: 'unknown' }) };

/** The value as this request's variables make it. */
export function preparedFor(value: CompiledValue, operator: Operator, context: RequestContext): PreparedValue {
  return value.kind === 'closed' ? value.prepared : prepareValue(value.written, value.parts, operator, context);
}

function prepareValue(
  written: string,
  parts: readonly ValuePart[],
  operator: Operator,
  context: RequestContext,
): PreparedValue {
  const { operand, unknownKeys } = substitute(parts, operator, context);
  if (operand === undefined) return { text: written, open: false, unknownKeys, failure: 'variableWithoutValue' };
  const comparer = operator.prepare(operand);
  const open = operand.openAt !== undefined;
  if (comparer === undefined)
    return { text: operand.text, open: false, unknownKeys: [], failure: 'malformedPolicyValue' };
  return { text: operand.text, comparer, open, unknownKeys };
}
