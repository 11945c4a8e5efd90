import type { ConditionKeyType } from '@/lib/catalog/catalog';
import { readOperator } from '@/lib/evaluation/operators';
import { servicePrefix } from '@/lib/iam/action';
import { splitArn } from '@/lib/iam/arn';
import { actions } from '@/lib/language/candidates/actions';
import { type Candidates, template } from '@/lib/language/candidates/candidate';
import {
  effects,
  policyElements,
  principalKinds,
  statementElements,
  statements,
  versions,
  wholePolicy,
} from '@/lib/language/candidates/elements';
import { keyValues } from '@/lib/language/candidates/key-values';
import { keys } from '@/lib/language/candidates/keys';
import { operators } from '@/lib/language/candidates/operators';
import { kindsFor, principalShapes, principals } from '@/lib/language/candidates/principals';
import { resources } from '@/lib/language/candidates/resources';
import { sids } from '@/lib/language/candidates/sids';
import { variableAt, variables } from '@/lib/language/candidates/variables';
import type { LanguageContext } from '@/lib/language/context';
import { propose, settingOf } from '@/lib/language/insertion';
import { type Place, placeAt } from '@/lib/language/place';
import type { Proposal } from '@/lib/language/proposal';
import { ranked } from '@/lib/language/rank';
import { versionOf } from '@/lib/language/statement';
import { globalKey } from '@/lib/language/words/global-keys';
import { looseMember, looseTexts } from '@/lib/text/loose-json';

/**
 * What can be put in at a cursor, best first; empty where nothing is known. The text may be half typed; every proposal says
 * exactly what it changes.
 * INVARIANT: a proposal, with what it asks for filled in, adds no error to the policy.
 */
export function complete(text: string, offset: number, context: LanguageContext): readonly Proposal[] {
  const place = placeAt(text, offset);
  if (place === undefined) return [];
  const { typed, list } = candidatesAt({ text, offset, place, context });
  if (list.length === 0) return [];
  const setting = settingOf(text, offset, place);
  return ranked(distinct(list), typed).map((candidate) => propose(candidate, setting));
}

/** Of several candidates of one name the first: it says most. */
function distinct(list: Candidates['list']): Candidates['list'] {
  const labels = new Set<string>();
  return list.filter(({ label }) => labels.size < labels.add(label).size);
}

interface Question {
  readonly text: string;
  readonly offset: number;
  readonly place: Place;
  readonly context: LanguageContext;
}

function candidatesAt(question: Question): Candidates {
  const { place, context } = question;
  const { slot, statement } = place;
  const { type } = context;
  const as = (list: Candidates['list']): Candidates => ({ typed: typedIn(question), list });
  switch (slot.kind) {
    case 'policy':
      return as(wholePolicy(type));
    case 'policyElement':
      return as(policyElements(type, otherNames(place)));
    case 'statement':
      return as(statements(type, slot.whole));
    case 'statementElement':
      return as(statementElements(type, otherNames(place), statement));
    case 'value':
      return elementValues(slot.element, question);
    case 'principal':
      return as(principalShapes(context, statement));
    case 'principalKind':
      return as(principalKinds(kindsFor(type, statement), otherNames(place)));
    case 'principalValue':
      return as(principals(slot.principalKind, statement, context, otherTexts(place)));
    case 'condition':
      return as([{ kind: 'element', label: '{ … }', insertion: { kind: 'json', value: CONDITION } }]);
    case 'operator':
      return as(operators(lower(otherNames(place)), typesBelow(place, context)));
    case 'operatorValue':
      return as([{ kind: 'element', label: '{ … }', insertion: { kind: 'json', value: KEY } }]);
    case 'key':
      return as(keys({ operator: slot.operator, statement, taken: lower(otherNames(place)) }, context));
    case 'keyValue':
      return variablesIn(question, slot.operator) ?? as(keyValues({ ...slot, taken: otherTexts(place) }, context));
  }
}

const CONDITION = template('{\n  ‸\n}');
const KEY = template('{ "‸": "" }');

function elementValues(element: string, question: Question): Candidates {
  const { place, context } = question;
  const { statement, policy } = place;
  const typed = typedIn(question);
  const taken = otherTexts(place);
  const negated = element.startsWith('Not');
  switch (element) {
    case 'Version':
      return { typed, list: versions(context.type) };
    case 'Effect':
      return { typed, list: effects(context.type, statement) };
    case 'Sid':
      return { typed, list: sids(statement, policy) };
    case 'Action':
    case 'NotAction':
      return actions(
        {
          typed,
          negated,
          taken: lower(taken),
          used: usedServices(question),
          statement,
          bound: boundServices(place, taken),
        },
        context,
      );
    case 'Resource':
    case 'NotResource':
      return variablesIn(question) ?? resources({ typed, negated, taken, statement }, context);
    default:
      return { typed, list: [] };
  }
}

/** What stands of the string or word before the cursor. */
function typedIn({ text, offset, place: { token } }: Question): string {
  return token ? text.slice(token.range.start + (token.kind === 'string' ? 1 : 0), offset) : '';
}

/** Policy variables, where one is being typed and they count. */
function variablesIn({ text, offset, place, context }: Question, operator?: string): Candidates | undefined {
  const { token } = place;
  const base = operator === undefined ? undefined : readOperator(operator)?.operator;
  const count = operator === undefined || (base !== undefined && base !== 'Null' && base.variables);
  if (token?.kind !== 'string' || !count || versionOf(place) !== '2012-10-17') return undefined;
  const end = token.range.end - (token.closed ? 1 : 0);
  const found = variableAt(text, offset, token.range.start + 1, end);
  return found && variables(found, context);
}

/** The names beside the one under the cursor. */
function otherNames({ container, token }: Place): ReadonlySet<string> {
  const members = container?.kind === 'object' ? container.members : [];
  return new Set(members.flatMap(({ key }) => (key === token ? [] : [key.text])));
}

/** The texts beside the one under the cursor, in its list. */
function otherTexts({ container, token }: Place): ReadonlySet<string> {
  const texts = container?.kind === 'array' ? looseTexts(container) : [];
  return new Set(texts.flatMap((item) => (item === token ? [] : [item.text])));
}

function lower(texts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...texts].map((text) => text.toLowerCase()));
}

/** The types of the keys below an operator's name that is being changed. */
function typesBelow({ container, token }: Place, { catalog }: LanguageContext): readonly ConditionKeyType[] {
  const below = container?.kind === 'object' ? container.members.find(({ key }) => key === token)?.value : undefined;
  if (below?.kind !== 'object') return [];
  return below.members.flatMap(({ key }) => (catalog.key(key.text) ?? globalKey(key.text))?.type ?? []);
}

/** The services that the request and the policy are about, the request's and the statement's first. */
function usedServices({ place: { policy, statement }, context: { catalog, request } }: Question): readonly string[] {
  const list = policy && looseMember(policy, 'Statement');
  const items = list?.kind === 'array' ? list.items.slice(0, MAX_STATEMENTS) : [];
  const patterns = [statement, ...items].flatMap((item) =>
    item?.kind === 'object'
      ? [...looseTexts(looseMember(item, 'Action')), ...looseTexts(looseMember(item, 'NotAction'))]
      : [],
  );
  const prefixes = [...(request ? [request.service] : []), ...patterns.map(({ text }) => servicePrefix(text))];
  return [...new Set(prefixes)].filter((prefix) => catalog.isService(prefix));
}

const MAX_STATEMENTS = 100;

/** The services that the other actions and the resources of a statement belong to. */
function boundServices({ statement }: Place, others: ReadonlySet<string>): readonly string[] {
  const arns = statement
    ? looseTexts(looseMember(statement, 'Resource')).map(({ text }) => splitArn(text)[2] ?? '')
    : [];
  return [...new Set([...[...others].map(servicePrefix), ...arns])].filter((prefix) => /^[a-z0-9-]+$/.test(prefix));
}
