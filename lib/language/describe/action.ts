import type { AccessLevel, Action, Catalog, Service } from '@/lib/catalog/catalog';
import { keysOfAction } from '@/lib/catalog/relations';
import { actionMatches, servicePrefix } from '@/lib/iam/action';
import { keyPrefix } from '@/lib/iam/context-key';
import type { LanguageContext } from '@/lib/language/context';
import { type Description, type DescriptionSection, listSection } from '@/lib/language/describe/description';
import { coveredActions } from '@/lib/language/statement';
import { code, listOf, plural } from '@/lib/text/wording';

/** Names in one list: more are counted. */
const MOST = 12;

/** An action, or a pattern by what it covers. */
export function describeAction(written: string, context: LanguageContext): Description | undefined {
  const described = describeWritten(written, context);
  const { request } = context;
  if (described === undefined || request === undefined) return described;
  const fits = actionMatches(written, request.action) ? 'Its action fits' : 'Its action does not fit';
  const section = { heading: 'This request', lines: [`${fits}: ${code(request.action)}.`] };
  return { ...described, sections: [...described.sections, section] };
}

function describeWritten(written: string, { catalog }: LanguageContext): Description | undefined {
  if (/^\*+$/.test(written)) return { title: written, sections: [{ lines: ['Every action of every service.'] }] };
  const prefix = servicePrefix(written);
  const action = catalog.action(written);
  if (action) return oneAction(action, catalog);
  const service = catalog.service(prefix);
  if (service === undefined) return unknownDetails(written, prefix, catalog);
  if (/[*?]/.test(written)) return describePattern(written, service);
  const line = `${service.name} has no action ${code(written)}${asOf(catalog)}. It fits nothing.`;
  return { title: written, sections: [{ lines: [line] }] };
}

function asOf({ date }: Catalog): string {
  return date === undefined ? '' : ` in AWS’s list of ${date}`;
}

function unknownDetails(written: string, prefix: string, catalog: Catalog): Description | undefined {
  if (prefix === '') return undefined;
  const line = catalog.isService(prefix)
    ? `An action of ${code(prefix)}. What AWS lists for this service is not loaded.`
    : `${code(prefix)} is no service prefix that is known here${asOf(catalog)}.`;
  return { title: written, sections: [{ lines: [line] }] };
}

function oneAction(action: Action, catalog: Catalog): Description {
  const service = catalog.serviceName(action.service) ?? action.service;
  const level = action.levels.length > 0 ? ` Access level: ${listOf(action.levels, 'and')}.` : '';
  const keys = keysOfAction(action).flatMap(({ name }) => (keyPrefix(name) === 'aws' ? [] : [code(name)]));
  return {
    title: `${action.service}:${action.name}`,
    sections: [
      { lines: [`${service}: ${inWords(action.name)}.${level}`] },
      ...resourceSection(action),
      ...listSection('Condition keys, besides the global ones', keys, MOST),
      ...listSection('Also needs', action.dependentActions.map(code), MOST),
    ],
  };
}

function resourceSection({ resources }: Action): readonly DescriptionSection[] {
  if (resources.length === 0) return [{ heading: 'Resources', lines: ['None: only `"Resource": "*"` fits.'] }];
  const types = resources.map(({ type, required }) => `${code(type.name)}${required ? ' (required)' : ''}`);
  const several = resources.length > 1 && resources.every(({ required }) => !required);
  return listSection(several ? 'Resources, one or more of' : 'Resources', types, MOST);
}

/** `GetObjectTagging` → "get object tagging", with `ACL` and `VPC` as they are. */
function inWords(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+/g) ?? [name];
  return words.map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase())).join(' ');
}

function describePattern(pattern: string, service: Service): Description {
  const covered = coveredActions(pattern, service.actions);
  const all = covered.length === service.actions.length;
  const count = plural(covered.length, 'action', 'actions');
  const line =
    covered.length === 0
      ? `Fits no action of ${service.name}.`
      : `${all ? `All ${count}` : `${covered.length} of ${plural(service.actions.length, 'action', 'actions')}`} of ${service.name}.`;
  return {
    title: pattern,
    sections: [
      { lines: [line] },
      ...(covered.length === 0 ? [] : [{ heading: 'By access level', lines: [sayLevels(covered)] }]),
      ...listSection('Actions', all ? [] : covered.map(({ name }) => code(name)), MOST),
    ],
  };
}

const LEVELS: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];

export interface LevelCount {
  readonly level: AccessLevel;
  readonly count: number;
}

/** How many actions there are of every access level; one of several levels counts for each. */
export function countLevels(actions: readonly Action[]): readonly LevelCount[] {
  return LEVELS.flatMap((level) => {
    const count = actions.filter(({ levels }) => levels.includes(level)).length;
    return count === 0 ? [] : [{ level, count }];
  });
}

/** "3 List, 14 Read, 1 Permissions management". */
function sayLevels(actions: readonly Action[]): string {
  return countLevels(actions)
    .map(({ level, count }) => `${count} ${level}`)
    .join(', ');
}
