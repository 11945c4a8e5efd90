import type { Catalog } from '@/lib/catalog/catalog';
import { keyId, keyPrefix, lacksTagKey } from '@/lib/iam/context-key';
import type { Caller } from '@/lib/iam/principal';
import type { KeyState, RequestContext } from '@/lib/request/context';
import { principalKey } from '@/lib/request/principal-keys';
import { globalNameOf, relatedKey, type StatedKeys, serviceNamesOf } from '@/lib/request/related-keys';
import type { UnstatedMode } from '@/lib/request/request';
import { type ResourceFacts, resourceKey } from '@/lib/request/resource-keys';
import type { StatedContext } from '@/lib/request/stated-context';
import { isUnlistedKey } from '@/lib/request/unlisted-keys';

export interface ContextFacts {
  readonly stated: StatedContext;
  readonly caller: Caller;
  readonly resource: ResourceFacts;
  readonly mode: UnstatedMode;
  readonly catalog: Catalog;
}

/**
 * The condition keys of a request: stated, else derived, else open or absent by the document's mode (C28, R180).
 * INVARIANT: what the document states about a key is never overruled by a derivation.
 */
export function buildContext(facts: ContextFacts): RequestContext {
  const known = new Map<string, KeyState>();
  return {
    lookup(key) {
      const id = keyId(key);
      const hit = known.get(id);
      if (hit) return hit;
      const state = lacksTagKey(key) ? ABSENT : find(id, facts);
      known.set(id, state);
      return state;
    },
  };
}

const ABSENT: KeyState = { state: 'absent', source: 'derived' };
const PRESENT_UNKNOWN: KeyState = { state: 'presentUnknown' };

function find(id: string, facts: ContextFacts): KeyState {
  const { stated, mode } = facts;
  const own = stated.state(id);
  if (own) return own;
  const derived = derive(id, facts);
  if (stated.present.has(id)) return derived && derived.state !== 'absent' ? derived : PRESENT_UNKNOWN;
  if (stated.absent.has(id)) return { state: 'absent', source: 'stated' };
  if (derived) return derived;
  return mode === 'unknown' ? { state: 'unknown' } : { state: 'absent', source: 'assumed' };
}

function derive(id: string, facts: ContextFacts): KeyState | undefined {
  const { caller, resource, mode, catalog } = facts;
  const stated = statedKeys(facts.stated);
  return (
    statedUnderAnotherName(id, facts) ??
    forMode(relatedKey(id, stated), mode) ??
    principalKey(id, caller, resource.action, mode) ??
    resourceKey(id, resource, mode, catalog) ??
    sameFact(id, facts) ??
    (isUnlistedKey(id, resource.action, catalog) ? ABSENT : undefined) ??
    (ALWAYS_PRESENT.includes(id) && mode === 'unknown' ? PRESENT_UNKNOWN : undefined)
  );
}

/** What is there with an unknown value counts as absent where what is not stated does not exist (C173). */
function forMode(state: KeyState | undefined, mode: UnstatedMode): KeyState | undefined {
  return state?.state === 'presentUnknown' && mode === 'absent' ? { state: 'absent', source: 'assumed' } : state;
}

/** What the document states of the fact by the service's own name for it; it beats what only follows (C28, C192). */
function statedUnderAnotherName(id: string, { stated, resource }: ContextFacts): KeyState | undefined {
  if (keyPrefix(id) !== 'aws') return undefined;
  for (const name of serviceNamesOf(id, resource.service)) {
    const state = stated.state(name);
    if (state) return state;
    if (stated.absent.has(name) && !stated.present.has(name)) return { state: 'absent', source: 'stated' };
  }
  return undefined;
}

/** Another name of the same fact, where that one is stated or derived (C192). */
function sameFact(id: string, facts: ContextFacts): KeyState | undefined {
  if (keyPrefix(id) === 'aws') {
    const names = serviceNamesOf(id, facts.resource.service);
    return names.some((name) => facts.stated.present.has(name)) ? PRESENT_UNKNOWN : undefined;
  }
  const global = globalNameOf(id);
  if (global === undefined) return undefined;
  const state = find(global, facts);
  return state.state === 'unknown' || (state.state === 'absent' && state.source === 'assumed') ? undefined : state;
}

// In every request, whatever their value (C182).
const ALWAYS_PRESENT = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:securetransport',
  'aws:useragent',
  'aws:requestedregion',
  'aws:viaawsservice',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:userid',
  'aws:resourceaccount',
];

export function statedKeys(stated: StatedContext): StatedKeys {
  return {
    values: (id) => {
      const state = stated.state(id);
      return state?.state === 'present' ? state.values : undefined;
    },
    isPresent: (id) => {
      const state = stated.state(id);
      return state ? state.state !== 'absent' : stated.present.has(id);
    },
    isAbsent: (id) =>
      stated.state(id)?.state === 'absent' || (!stated.state(id) && stated.absent.has(id) && !stated.present.has(id)),
    withPrefix: (prefix) =>
      [...new Set([...stated.keys, ...stated.present])].filter(
        (id) => id.startsWith(prefix) && stated.state(id)?.state !== 'unknown',
      ),
    spelling: (id) => stated.spelling(id),
  };
}
