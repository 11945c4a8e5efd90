import { keyId } from '@/lib/iam/context-key';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { matchesPattern, type Pattern } from '@/lib/text/wildcard';

/** Where the state of a condition key comes from. */
type KeySource = 'stated' | 'derived' | 'assumed';

/**
 * What the request carries under a condition key (C28).
 * `partial`: one value, of which only the form is known (C181, C184). `presentUnknown`: there, value unknown (C163).
 * `containing`: a list of which only these values are known (C181). `spellings`: the request holds the key in several spellings, and AWS compares one of them (C14).
 */
export type KeyState =
  | { readonly state: 'present'; readonly values: readonly string[]; readonly source: KeySource }
  | { readonly state: 'partial'; readonly value: PartialValue }
  | { readonly state: 'containing'; readonly values: readonly string[]; readonly settled: boolean }
  | { readonly state: 'presentUnknown' }
  | { readonly state: 'absent'; readonly source: KeySource }
  | { readonly state: 'unknown' }
  | { readonly state: 'spellings'; readonly values: readonly (readonly string[])[] };

/** A value known only in part: a role's ARN without its path, a session's user ID without the role's. */
export interface PartialValue {
  /** Taken for the value where it fits, with the assumption said: the role has no path (R190). */
  readonly likely?: string;
  /** Every form the value can have. */
  readonly forms: readonly Pattern[];
  /** What could not be told counts as no match: mode `absent` (C172). */
  readonly settled: boolean;
}

/** The condition keys of one request. Names ignore case (C12). */
export interface RequestContext {
  lookup(key: string): KeyState;
}

/** The same context with some keys in another state, for asking what an unknown fact would change. */
export function withKeys(context: RequestContext, states: ReadonlyMap<string, KeyState>): RequestContext {
  return { lookup: (key) => states.get(keyId(key)) ?? context.lookup(key) };
}

/** `true`, `false`, or `undefined` where it depends on what is not known. */
export type Certainty = boolean | undefined;

/** Whether a pattern covers a value that is known only in part (R190, R191). */
export function matchesPartial(pattern: Pattern, value: PartialValue): Certainty {
  if (value.likely !== undefined && matchesPattern(pattern, value.likely)) return true;
  if (!value.forms.some((form) => patternsMeet(pattern, form))) return false;
  if (value.forms.every((form) => witnesses(form, pattern).every((text) => matchesPattern(pattern, text)))) return true;
  return value.settled ? false : undefined;
}

// A character that no policy writes: what fits it fits only by a wildcard.
const FRESH = '\u{F8FF}';

/**
 * Texts of a form that a pattern covers only if it covers every text of that form: the unknown parts as short as they can
 * be, and longer than the pattern, filled with a character that no policy writes.
 */
function witnesses(form: Pattern, pattern: Pattern): readonly string[] {
  const length = pattern.reduce((sum, token) => sum + (token.kind === 'text' ? token.text.length : 1), 1);
  return [0, 1, length].map((run) => form.map((token) => fill(token, run)).join(''));
}

function fill(token: Pattern[number], run: number): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'one':
    case 'notColon':
    case 'name':
      return FRESH;
    case 'any':
    case 'notColons':
    case 'names':
      return FRESH.repeat(run);
  }
}
