import type { PolicyVersion } from '@/lib/policy/document';

/**
 * A piece of a policy value: text, where wildcards may still stand, or a policy variable.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type ValuePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}`, `${$}`: one literal character (C147). */
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback?: string }
  /** `${}` and the like: never has a value (C136, C137, C148). */
  | { readonly kind: 'valueless' };

/** A policy value in its parts; before version 2012-10-17 all of it is text (C131). */
export function valueParts(value: string, version: PolicyVersion): readonly ValuePart[] {
  return version === '2012-10-17' && value.includes('${') ? splitVariables(value) : [{ kind: 'text', text: value }];
}

/**
 * Splits a policy value into text and policy variables (C130). Only for documents of version 2012-10-17; in older ones
 * `${…}` is ordinary text (C131). An opening `${` without its brace stays text (C148).
 */
export function splitVariables(value: string): readonly ValuePart[] {
  const parts: ValuePart[] = [];
  let from = 0;
  for (;;) {
    const open = value.indexOf('${', from);
    const variable = open < 0 ? undefined : readVariable(value, open + 2);
    if (open < 0 || variable === undefined) {
      if (from < value.length) parts.push({ kind: 'text', text: value.slice(from) });
      return parts;
    }
    if (open > from) parts.push({ kind: 'text', text: value.slice(from, open) });
    parts.push(variable.part);
    from = variable.end;
  }
}

/** Reads from behind `${`; `end` is behind the closing brace. */
function readVariable(value: string, start: number): { readonly part: ValuePart; readonly end: number } | undefined {
  const special = value.charAt(start);
  if ('*?$'.includes(special) && special !== '' && value.charAt(start + 1) === '}') {
    return { part: { kind: 'character', text: special }, end: start + 2 };
  }
  let stop = start;
  while (stop < value.length && value.charAt(stop) !== ',' && value.charAt(stop) !== '}') stop++;
  if (stop === value.length) return undefined;
  const key = value.slice(start, stop);
  const part: ValuePart = key === '' || /\s/.test(key) ? { kind: 'valueless' } : { kind: 'variable', key };
  if (value.charAt(stop) === '}') return { part, end: stop + 1 };
  return readFallback(value, part, stop + 1);
}

/** Reads `, 'DEFAULT'}` from behind the comma (C137). */
function readFallback(value: string, variable: ValuePart, start: number): ReturnType<typeof readVariable> {
  let open = start;
  while (/\s/.test(value.charAt(open))) open++;
  const close = value.charAt(open) === "'" ? value.indexOf("'", open + 1) : -1;
  if (close >= 0 && value.charAt(close + 1) === '}' && variable.kind === 'variable') {
    return { part: { ...variable, fallback: value.slice(open + 1, close) }, end: close + 2 };
  }
  const brace = value.indexOf('}', start);
  return brace < 0 ? undefined : { part: { kind: 'valueless' }, end: brace + 1 };
}
