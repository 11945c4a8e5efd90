import type { Action, Catalog, ConditionKey, ResourceType } from '@/lib/catalog/catalog';
import { actionId, actionMatcher, servicePrefix } from '@/lib/iam/action';
import { keyId } from '@/lib/iam/context-key';
import type { PolicyVersion } from '@/lib/policy/document';
import { type LooseObject, looseMember, looseTexts } from '@/lib/text/loose-json';

// What a statement is about, read off its text however much of it is there.

/** Patterns with wildcards that are looked up; a statement with more is generated, not written. */
const MAX_PATTERNS = 100;

/** The actions a statement names. */
export interface NamedActions {
  /** As far as the catalog knows them, each once. */
  readonly actions: readonly Action[];
  /** False where a pattern reaches services or actions that the catalog does not know: more may be meant. */
  readonly complete: boolean;
}

/** The actions that `Action` names. With `NotAction` it is every action but a few, which tells nothing. */
export function namedActions(statement: LooseObject | undefined, catalog: Catalog): NamedActions {
  const patterns = statement ? looseTexts(looseMember(statement, 'Action')).map(({ text }) => text) : [];
  const actions = new Set<Action>();
  let complete = patterns.length > 0;
  let wildcards = 0;
  for (const pattern of patterns) {
    const known = /[*?]/.test(pattern) ? undefined : catalog.action(pattern);
    if (known) actions.add(known);
    const service = known ? undefined : catalog.service(servicePrefix(pattern));
    const isPattern = service !== undefined && /[*?]/.test(pattern) && wildcards++ < MAX_PATTERNS;
    if (isPattern) for (const action of coveredActions(pattern, service.actions)) actions.add(action);
    else if (!known) complete = false;
  }
  return { actions: [...actions], complete };
}

/** The actions of one service that a pattern covers, in their order. */
export function coveredActions(pattern: string, actions: readonly Action[]): readonly Action[] {
  const fits = actionMatcher(pattern);
  return actions.filter((action) => fits(actionId(`${action.service}:${action.name}`)));
}

/** The resource types that actions can be limited to, each once. */
export function resourceTypesOf(actions: readonly Action[]): readonly ResourceType[] {
  return [...new Set(actions.flatMap((action) => action.resources.map(({ type }) => type)))];
}

/** The condition keys that some of these actions send, besides the global ones, each once. */
export function keysOf(actions: readonly Action[]): readonly ConditionKey[] {
  // The actions of a whole service share most keys and lists of keys, so each is looked at once.
  const lists = new Set<readonly ConditionKey[]>();
  for (const action of actions) {
    lists.add(action.keys);
    for (const resource of action.resources) lists.add(resource.keys);
  }
  const keys = new Set<ConditionKey>();
  for (const list of lists) for (const key of list) keys.add(key);
  return [...new Map(Array.from(keys, (key) => [keyId(key.name), key])).values()];
}

/** The `Effect` that a statement has so far. */
export function effectOf(statement: LooseObject | undefined): string | undefined {
  const effect = statement && looseMember(statement, 'Effect');
  return effect?.kind === 'string' ? effect.text : undefined;
}

/** Whom a trust policy's statement lets assume the role so far, by its actions, and what it lets them set. */
export function trustActions(statement: LooseObject | undefined) {
  const names = statement ? looseTexts(looseMember(statement, 'Action')).map(({ text }) => text.toLowerCase()) : [];
  const [ofOthers, tags, identity] = ['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity'].map((name) =>
    names.includes(name),
  );
  return {
    ofOthers: ofOthers === true,
    ofProviders: names.includes('sts:assumerolewithwebidentity') || names.includes('sts:assumerolewithsaml'),
    ofRolesAnywhere: ofOthers === true && tags === true && identity === true,
    setsTags: tags === true,
    setsIdentity: identity === true,
  };
}

/** The edition of the policy language; policy variables count in the current one alone (C131). */
export function versionOf({ policy }: { readonly policy?: LooseObject | undefined }): PolicyVersion {
  const version = policy && looseMember(policy, 'Version');
  return version?.kind === 'string' && version.text === '2012-10-17' ? '2012-10-17' : '2008-10-17';
}
