import { keyId } from '@/lib/iam/context-key';
import type { KeyState } from '@/lib/request/context';
import type { StatedRequest } from '@/lib/request/stated-request';
import type { Parsed, Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** The condition keys that a document states, names in lower case. */
export interface StatedContext {
  /** The lower-case names in `context`, each once. */
  readonly keys: readonly string[];
  state(id: string): KeyState | undefined;
  /** The first spelling of a key, as stated in `context`, else in `present`. */
  spelling(id: string): string;
  readonly absent: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
}

/** Reads `context`, `absent` and `present`; values of a wrong shape leave their key open, with a problem (C24). */
export function readStatedContext(request: StatedRequest): Parsed<StatedContext> {
  const problems: Problem[] = [];
  const states = new Map<string, KeyState>();
  const spellings = new Map<string, string>();
  for (const [key, value] of Object.entries(request.context ?? {})) {
    const id = keyId(key);
    const state = stateOf(key, value, problems);
    const other = states.get(id);
    if (other)
      problems.push(
        warning(
          'context-spellings',
          `The request holds ${code(spellings.get(id) ?? id)} and ${code(key)}, which differ only in letter case. AWS compares one of them and does not say which.`,
        ),
      );
    states.set(id, other ? joined(other, state) : state);
    if (!other) spellings.set(id, key);
  }
  const absent = new Set((request.absent ?? []).map(keyId));
  // An empty list is absent in every respect (C25), so that `present` beats it as it beats `absent` (C28).
  for (const [id, { state }] of states) {
    if (state === 'absent') {
      states.delete(id);
      absent.add(id);
    }
  }
  const present = new Set((request.present ?? []).map(keyId));
  for (const key of request.present ?? []) {
    if (!spellings.has(keyId(key))) spellings.set(keyId(key), key);
  }
  append(problems, contradictions(states, spellings, absent, present));
  return {
    value: {
      keys: [...states.keys()],
      state: (id) => states.get(id),
      spelling: (id) => spellings.get(id) ?? id,
      absent,
      present,
    },
    problems,
  };
}

function warning(code: string, message: string): Problem {
  return { code, severity: 'warning', message };
}

function stateOf(key: string, value: unknown, problems: Problem[]): KeyState {
  const items: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const values: string[] = [];
  for (const item of items) {
    if (typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean') {
      problems.push(
        warning(
          'context-shape',
          `The value of ${code(key)} is neither a text, a number, true or false, nor a list of these. The key counts as unknown.`,
        ),
      );
      return { state: 'unknown' };
    }
    values.push(String(item));
  }
  return values.length === 0 ? { state: 'absent', source: 'stated' } : { state: 'present', values, source: 'stated' };
}

/** Two spellings of one key (C14). */
function joined(one: KeyState, other: KeyState): KeyState {
  const all = [one, other].flatMap((state) => {
    if (state.state === 'present') return [state.values];
    return state.state === 'spellings' ? state.values : [];
  });
  if (all.length < 2) return one.state === 'absent' ? other : one;
  return { state: 'spellings', values: all };
}

function contradictions(
  states: ReadonlyMap<string, KeyState>,
  spellings: ReadonlyMap<string, string>,
  absent: ReadonlySet<string>,
  present: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const id of absent) {
    const name = spellings.get(id) ?? id;
    const state = states.get(id);
    if (state && state.state !== 'absent') {
      problems.push(
        warning('context-and-absent', `${code(name)} has a value and is also listed as absent. The value was used.`),
      );
    } else if (present.has(id)) {
      problems.push(
        warning(
          'present-and-absent',
          `${code(name)} is listed both as present and as absent. It was taken as present.`,
        ),
      );
    }
  }
  if (states.has('aws:sourceip') && states.has('aws:sourcevpce')) {
    problems.push(
      warning(
        'context-network',
        'The request states both `aws:SourceIp` and `aws:SourceVpce`. A call carries one of them; both were used as stated.',
      ),
    );
  }
  append(problems, contradictoryTags(states, spellings, absent));
  return problems;
}

/** Tags in the request and the list of their keys say the same thing twice (C192). */
function contradictoryTags(
  states: ReadonlyMap<string, KeyState>,
  spellings: ReadonlyMap<string, string>,
  absent: ReadonlySet<string>,
): readonly Problem[] {
  const listed = states.get('aws:tagkeys');
  const keys = listed?.state === 'present' ? listed.values.map((key) => key.toLowerCase()) : [];
  if (listed?.state !== 'present' && !absent.has('aws:tagkeys')) return [];
  return [...states.entries()]
    .filter(([id, state]) => id.startsWith('aws:requesttag/') && state.state === 'present')
    .filter(([id]) => !keys.includes(id.slice('aws:requesttag/'.length)))
    .map(([id]) =>
      warning(
        'context-tags',
        `The request states ${code(spellings.get(id) ?? id)}, but its \`aws:TagKeys\` do not hold that tag. Both were used as stated.`,
      ),
    );
}
