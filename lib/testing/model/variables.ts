import { isOpenReference } from '@/lib/policy/open-references';
import { literal, type Pattern, wild } from '@/lib/testing/model/pattern';
import type { KeyState } from '@/lib/testing/model/stated-keys';

/** How to find out about a key; the case split of C165 puts its own answers in between. */
export type Lookup = (key: string) => KeyState;

// C104, C142: multivalued keys cannot be variables.
const MULTIVALUED = [
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:vpceorgpaths',
];

/** One piece of a policy value: text, or a variable as written between its braces. */
type Part = { readonly text: string } | { readonly variable: string };

/** C130, C136, C137, C148: cuts a value into text and variables. */
function parts(text: string): readonly Part[] {
  const start = text.indexOf('${');
  if (start < 0) return text === '' ? [] : [{ text }];
  const body = text.slice(start + 2);
  const quoted = /^[^,}]*,\s*'[^']*'\}/.exec(body);
  const length = quoted === null ? body.indexOf('}') + 1 : quoted[0].length;
  if (length === 0) return [{ text }]; // C148: no closing brace
  const before = text.slice(0, start);
  return [
    ...(before === '' ? [] : [{ text: before }]),
    { variable: body.slice(0, length - 1) },
    ...parts(body.slice(length)),
  ];
}

/** The keys that the variables of a value name. */
export function variableKeys(text: string): readonly string[] {
  return parts(text).flatMap((part) => ('variable' in part ? [part.variable.split(',')[0] ?? ''] : []));
}

/** Whether a variable stands before the fifth colon of the text as written (C124, C134). */
export function hasEarlyVariable(text: string): boolean {
  let colons = 0;
  for (const part of parts(text)) {
    if ('variable' in part) {
      if (isOpenReference(part.variable)) continue; // C151
      return colons < 5;
    }
    colons += part.text.split(':').length - 1;
    if (colons >= 5) return false;
  }
  return false;
}

/** Colons of the text as written, not counting those inside variables (R124). */
export function colons(text: string, version: string): number {
  if (version !== '2012-10-17') return text.split(':').length - 1;
  return parts(text).reduce((sum, part) => sum + ('text' in part ? part.text.split(':').length - 1 : 0), 0);
}

/** What a variable stands for: `undefined` where it has no value (C143). */
function standsFor(variable: string, lookup: Lookup): Pattern | undefined {
  if (['*', '?', '$'].includes(variable)) return literal(variable); // C147
  const comma = variable.indexOf(',');
  const key = comma < 0 ? variable : variable.slice(0, comma);
  const quoted = comma < 0 ? null : /^,\s*'([^']*)'$/.exec(variable.slice(comma));
  if (key === '' || /\s/.test(key) || (comma >= 0 && quoted === null)) return undefined; // C136, C137, C148
  if (MULTIVALUED.includes(key.toLowerCase())) return undefined;
  const state = lookup(key);
  switch (state.kind) {
    case 'absent':
      return quoted === null ? undefined : literal(quoted[1] ?? '');
    case 'values':
      return spelled(state.spellings);
    case 'unknown':
    case 'presentUnknown':
    case 'containing':
      return ['gap']; // C166
    case 'partial':
      return state.asVariable === 'unknown' ? ['gap'] : undefined;
  }
}

/** C14, C142: two spellings are unknown unless their values are equal; several values are no value. */
function spelled(spellings: readonly (readonly string[])[]): Pattern | undefined {
  const [first = [], ...others] = spellings;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return ['gap'];
  return first.length === 1 ? literal(first[0] ?? '') : undefined;
}

/** C131, C139: a policy value with its variables in place; `undefined` where one of them has no value (C141). */
export function substitute(text: string, version: string, lookup: Lookup, wildcards: boolean): Pattern | undefined {
  const plain = wildcards ? wild : literal;
  if (version !== '2012-10-17') return plain(text);
  const pieces = parts(text).map((part) => ('text' in part ? plain(part.text) : standsFor(part.variable, lookup)));
  return pieces.includes(undefined) ? undefined : pieces.flatMap((piece) => piece ?? []);
}
