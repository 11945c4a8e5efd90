import type { Pattern } from '@/lib/testing/model/pattern';
import type { Request } from '@/lib/testing/model/request';

/** What is known of a condition key in the request. */
export type KeyState =
  /** The key's values; several lists where the request spells the key in several ways (C14). */
  | { readonly kind: 'values'; readonly spellings: readonly (readonly string[])[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'presentUnknown' }
  /** A list that holds these values and perhaps more (C181). */
  | { readonly kind: 'containing'; readonly values: readonly string[]; readonly others: 'F' | 'U' }
  /** Known in part (C181, C184): T if all of `all` match, F if nothing of both can, else U (in mode `absent` F). */
  | {
      readonly kind: 'partial';
      readonly all: readonly string[];
      readonly some: readonly Pattern[];
      readonly asVariable: 'unknown' | 'none';
    };

export const ABSENT: KeyState = { kind: 'absent' };
export const UNKNOWN: KeyState = { kind: 'unknown' };
export const PRESENT: KeyState = { kind: 'presentUnknown' };

export function value(...values: readonly string[]): KeyState {
  return { kind: 'values', spellings: [values] };
}

/** What the document says about a key; `present` where only its presence is stated. */
type Stated = KeyState | 'present' | undefined;

const isSame = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase(); // C12

/** The document's word on a key: `context`, then `present`, then `absent` (C28, R180). */
export function stated(request: Request, key: string): Stated {
  const lists: (readonly string[])[] = [];
  let malformed = false;
  let empty = false;
  for (const [name, given] of Object.entries(request.context)) {
    if (!isSame(key)(name)) continue;
    const values = readContextValue(given);
    if (values === undefined) malformed = true;
    else if (values.length === 0) empty = true;
    else lists.push(values);
  }
  if (lists.length > 0) return { kind: 'values', spellings: lists };
  if (malformed) return UNKNOWN; // C24
  if (request.present.some(isSame(key))) return 'present';
  if (empty || request.absent.some(isSame(key))) return ABSENT; // C25
  return undefined;
}

/** C19, C24: numbers and booleans become text, null is an empty list; `undefined` is another shape. */
function readContextValue(given: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(given) ? given : given === null ? [] : [given];
  if (list.some((one) => !['string', 'number', 'boolean'].includes(typeof one))) return undefined;
  return list.map(String);
}

/** Whether the document says that the key is there, with or without a value. */
export function isStatedPresent(request: Request, key: string): boolean {
  const said = stated(request, key);
  return said === 'present' || (said !== undefined && said.kind !== 'absent');
}

export function isStatedAbsent(request: Request, key: string): boolean {
  const said = stated(request, key);
  return said !== undefined && said !== 'present' && said.kind === 'absent';
}

/** Names of the keys that the document says are there. */
export function statedKeys(request: Request): readonly string[] {
  const all = [...Object.keys(request.context), ...request.present].filter((key) => isStatedPresent(request, key));
  return all.filter((key, at) => all.findIndex(isSame(key)) === at);
}
