import type { Operand } from '@/lib/evaluation/operators/operator';
import type { ValuePart } from '@/lib/policy/variables';
import type { RequestContext } from '@/lib/request/context';
import { append } from '@/lib/text/table';
import { literalPattern, type PatternToken, wildcardPattern } from '@/lib/text/wildcard';

/** A policy value with its variables replaced, and the keys that stood in it with unknown values. */
export interface Substituted {
  /** Left out when a variable has no value: the policy value then equals nothing (C143). */
  readonly operand?: Operand;
  /** Each once. */
  readonly unknownKeys: readonly string[];
}

export interface SubstituteOptions {
  /** `*` and `?` in its text are wildcards. */
  readonly wildcards: boolean;
}

/**
 * Replaces policy variables by their values, as literal text in one pass (C139).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function substitute(
  parts: readonly ValuePart[],
  { wildcards }: SubstituteOptions,
  context: RequestContext,
): Substituted {
  const tokens: PatternToken[] = [];
  const unknownKeys = new Set<string>();
  let text = '';
  let openAt: number | undefined;
  for (const part of parts) {
    const resolved = resolve(part, context);
    if (resolved.kind === 'none') return { unknownKeys: [] };
    if (resolved.kind === 'unknown') {
      unknownKeys.add(resolved.key);
      openAt ??= tokens.length;
      // Two runs behind each other are one.
      if (tokens.at(-1)?.kind !== 'any' || tokens.length === openAt) tokens.push({ kind: 'any' });
      text += `\${${resolved.key}}`;
      continue;
    }
    text += resolved.text;
    const wild = part.kind === 'text' && wildcards;
    append(tokens, wild ? wildcardPattern(resolved.text) : literalPattern(resolved.text));
  }
  return {
    operand: { text, pattern: joined(tokens, openAt), ...(openAt !== undefined && { openAt }) },
    unknownKeys: [...unknownKeys],
  };
}

/** Neighbouring texts become one, so that a pattern reads as if it had been written out. */
function joined(tokens: readonly PatternToken[], openAt: number | undefined): readonly PatternToken[] {
  // Places behind an unknown variable are counted by token, so nothing may move then.
  if (openAt !== undefined) return tokens;
  const out: PatternToken[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (token.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + token.text };
    else out.push(token);
  }
  return out;
}

/** A part of a policy value: its text, a variable that nobody knows, or a variable without value. */
type Resolved =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'none' };

const NONE: Resolved = { kind: 'none' };

function textOr(none: Resolved, text: string | undefined): Resolved {
  return text === undefined ? none : { kind: 'text', text };
}

function resolve(part: ValuePart, context: RequestContext): Resolved {
  switch (part.kind) {
    case 'text':
    case 'character':
      return { kind: 'text', text: part.text };
    case 'valueless':
      return NONE;
    case 'variable':
      return variableValue(part.key, part.fallback, context);
  }
}

// Keys with several values cannot be variables (C142).
const MULTIVALUED: ReadonlySet<string> = new Set([
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:vpceorgpaths',
]);

function variableValue(key: string, fallback: string | undefined, context: RequestContext): Resolved {
  if (MULTIVALUED.has(key.toLowerCase())) return NONE;
  const unknown: Resolved = { kind: 'unknown', key };
  const state = context.lookup(key);
  switch (state.state) {
    case 'present':
      return textOr(NONE, state.values.length === 1 ? state.values[0] : undefined);
    case 'absent':
      return textOr(NONE, fallback);
    case 'partial':
      return state.value.settled ? NONE : unknown;
    case 'spellings': {
      const [first, ...others] = state.values;
      const same = first?.length === 1 && others.every((other) => other.length === 1 && other[0] === first[0]);
      return textOr(unknown, same ? first[0] : undefined);
    }
    case 'containing':
    case 'presentUnknown':
    case 'unknown':
      return unknown;
  }
}
