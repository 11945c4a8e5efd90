import type { Action, Catalog } from '@/lib/catalog/catalog';
import { servicePrefix } from '@/lib/iam/action';
import { type Candidate, type Candidates, textCandidate } from '@/lib/language/candidates/candidate';
import type { LanguageContext } from '@/lib/language/context';
import { type LooseObject, looseMember, looseTexts } from '@/lib/text/loose-json';
import { plural } from '@/lib/text/wording';

export interface ActionPlace {
  readonly typed: string;
  /** `NotAction` takes no `*`: it would exclude everything. */
  readonly negated: boolean;
  /** In lower case: what the element lists already. */
  readonly taken: ReadonlySet<string>;
  /** Prefixes that the policy names elsewhere, first of all. */
  readonly used: readonly string[];
  readonly statement: LooseObject | undefined;
  /** Prefixes that the rest of the statement names: the policy of one resource grants actions of one service. */
  readonly bound: readonly string[];
}

/** What a role's trust policy decides (R80), for those whom the statement names so far. */
function trustActionsFor(statement: LooseObject | undefined): readonly string[] {
  const principal = statement && looseMember(statement, 'Principal');
  const kinds = principal?.kind === 'object' ? principal.members.map(({ key }) => key.text) : [];
  const providers = principal?.kind === 'object' ? looseTexts(looseMember(principal, 'Federated')) : [];
  const ofSaml = providers.some(({ text }) => text.includes(':saml-provider/'));
  const ofWeb = providers.some(({ text }) => text !== '' && !text.includes(':saml-provider/'));
  const ofOthers = kinds.some((kind) => kind !== 'Federated');
  const isOpen = !ofSaml && !ofWeb && !ofOthers;
  return [
    ...(ofOthers || isOpen ? ['sts:AssumeRole'] : []),
    ...(ofWeb || isOpen ? ['sts:AssumeRoleWithWebIdentity'] : []),
    ...(ofSaml || isOpen ? ['sts:AssumeRoleWithSAML'] : []),
    'sts:TagSession',
    'sts:SetSourceIdentity',
  ];
}

/** Actions: services first; the actions of one behind its colon. */
export function actions(place: ActionPlace, context: LanguageContext): Candidates {
  const { typed, taken } = place;
  const { catalog, request, type } = context;
  const free = (list: readonly Candidate[]) => list.filter(({ label }) => !taken.has(label.toLowerCase()));
  if (type === 'trust')
    return { typed, list: free(trustActionsFor(place.statement).map((name) => named(name, catalog))) };
  const asked = request && isOffered(request.service, place, context) ? [named(request.action, catalog, ASKED)] : [];
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const prefix = servicePrefix(typed);
    const own = asked.filter(({ label }) => servicePrefix(label) === prefix);
    return { typed, list: free([...own, ...ofService(prefix, context)]) };
  }
  const used = place.used.filter((prefix) => isOffered(prefix, place, context));
  const others = catalog.prefixes.filter((prefix) => !used.includes(prefix) && isOffered(prefix, place, context));
  // A name alone finds its action in the services at hand.
  const byName = typed.length < 2 ? [] : used.flatMap((prefix) => catalog.service(prefix)?.actions ?? []);
  const all = place.negated || type === 'rcp' ? [] : [textCandidate('action', '*', 'Every action of every service.')];
  const list = [
    ...asked,
    ...[...used, ...others].map((prefix) => service(prefix, catalog)),
    ...byName.map(known),
    ...all,
  ];
  return { typed, list: free(list) };
}

const ASKED = 'the action of this request';

/** RCPs restrict the resources of some services alone (R41), and only some services' resources have policies (R93). */
function isOffered(prefix: string, { bound }: ActionPlace, { type, catalog }: LanguageContext): boolean {
  if (type === 'rcp') return catalog.rcpCovers(prefix) === true;
  if (type !== 'resource') return true;
  return bound.length > 0 ? bound.includes(prefix) : catalog.resourcePolicies(prefix) !== 'none';
}

function service(prefix: string, catalog: Catalog): Candidate {
  const name = catalog.serviceName(prefix);
  const insertion = { kind: 'text', text: `${prefix}:`, goesOn: true } as const;
  return { kind: 'service', label: prefix, insertion, ...(name !== undefined && { detail: name }) };
}

function named(name: string, catalog: Catalog, fallback = ''): Candidate {
  const action = catalog.action(name);
  return action ? known(action) : textCandidate('action', name, fallback);
}

function known(action: Action): Candidate {
  return textCandidate('action', `${action.service}:${action.name}`, action.levels.join(', '));
}

function ofService(prefix: string, { catalog }: LanguageContext): readonly Candidate[] {
  const found = catalog.service(prefix);
  if (!catalog.isService(prefix)) return [];
  const everything = textCandidate('action', `${prefix}:*`, `Every action of ${found?.name ?? 'this service'}.`);
  if (found === undefined) return [everything];
  return [...found.actions.map(known), ...families(prefix, found.actions), everything];
}

/** `s3:Get*` and the like: verbs with which several actions begin. */
function families(prefix: string, all: readonly Action[]): readonly Candidate[] {
  const verbs = new Map<string, { readonly verb: string; covered: number }>();
  for (const { name } of all) {
    const verb = /^[A-Z][a-z]+(?=[A-Z])/.exec(name)?.[0];
    if (verb !== undefined) verbs.set(verb.toLowerCase(), { verb, covered: 0 });
  }
  const longest = Math.max(0, ...[...verbs.keys()].map(({ length }) => length));
  for (const { name } of all) {
    const lower = name.toLowerCase();
    for (let length = 1; length <= longest && length <= lower.length; length++) {
      const family = verbs.get(lower.slice(0, length));
      if (family) family.covered++;
    }
  }
  return [...verbs.values()]
    .filter(({ covered }) => covered >= LEAST_FAMILY)
    .map(({ verb, covered }) => textCandidate('action', `${prefix}:${verb}*`, plural(covered, 'action', 'actions')));
}

const LEAST_FAMILY = 3;
