import type { ConditionKey } from '@/lib/catalog/catalog';
import { readOperator } from '@/lib/evaluation/operators';
import { keyId, keyPrefix } from '@/lib/iam/context-key';
import { type Candidate, template } from '@/lib/language/candidates/candidate';
import { familyOf, fits } from '@/lib/language/candidates/operators';
import type { LanguageContext } from '@/lib/language/context';
import { keysOf, namedActions, trustActions } from '@/lib/language/statement';
import { GLOBAL_KEYS_BY_USE } from '@/lib/language/words/global-keys';
import type { Request } from '@/lib/request/request';
import type { LooseObject } from '@/lib/text/loose-json';
import { code } from '@/lib/text/wording';

export interface KeyPlace {
  readonly operator: string;
  readonly statement: LooseObject | undefined;
  /** In lower case: what the operator has already. */
  readonly taken: ReadonlySet<string>;
}

/** Keys that can fit the operator: those of the request, those that the statement's actions send, the global ones. */
export function keys(place: KeyPlace, context: LanguageContext): readonly Candidate[] {
  const { request, catalog, type: policyType } = context;
  const family = familyOf(place.operator) ?? 'Null';
  const ofSet = readOperator(place.operator)?.prefix !== undefined;
  const ofActions = keysOf(namedActions(place.statement, catalog).actions).filter(
    ({ name }) => keyPrefix(name) !== 'aws',
  );
  const isSet = policyType === 'trust' ? settableKeys(place.statement) : () => true;
  const all = [...ofActions, ...GLOBAL_KEYS_BY_USE].filter(({ type, name }) => fits(family, type) && isSet(name));
  // A set operator is for keys of several values, any other one for keys of one.
  const fitting = all.filter((key) => key.isMultivalued === ofSet);
  return (fitting.length > 0 ? fitting : all)
    .flatMap((key) => candidatesOf(key, request))
    .filter(({ label }) => !place.taken.has(keyId(label)));
}

/** In a trust policy: keys that another action sets are only sent where the statement allows that action. */
function settableKeys(statement: LooseObject | undefined): (name: string) => boolean {
  const { setsTags, setsIdentity } = trustActions(statement);
  return (name) => {
    const id = keyId(name);
    if (id === 'sts:sourceidentity') return setsIdentity;
    return setsTags || !['aws:requesttag/*', 'aws:tagkeys', 'sts:transitivetagkeys'].includes(id);
  };
}

function candidatesOf(key: ConditionKey, request: Request | undefined): readonly Candidate[] {
  if (!key.name.endsWith('*')) return [candidate(key, key.name, request)];
  const start = key.name.slice(0, -1);
  const stated = request?.stated.keys.filter((id) => id.startsWith(keyId(start)) && id.length > start.length) ?? [];
  const names = stated.map((id) => start + (request?.stated.spelling(id) ?? id).slice(start.length));
  const example = start.startsWith('kms:') ? 'name' : 'tag-key';
  const shape = candidate(key, start + example, undefined);
  const select = { start: start.length, end: start.length + example.length };
  return [
    ...names.map((name) => candidate(key, name, request)),
    { ...shape, insertion: { ...shape.insertion, kind: 'member', name: start + example, value: VALUE, select } },
  ];
}

const VALUE = template('"‸"');

function candidate(key: ConditionKey, name: string, request: Request | undefined): Candidate {
  const carried = request?.context.lookup(name);
  const value = carried?.state === 'present' ? ` · ${carried.values.map(code).join(', ')} in this request` : '';
  const type = `${key.isMultivalued ? 'several of ' : ''}${key.type}`;
  return {
    kind: 'key',
    label: name,
    detail: type + value,
    insertion: { kind: 'member', name, value: VALUE },
  };
}
