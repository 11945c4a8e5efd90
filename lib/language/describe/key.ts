import type { Catalog, ConditionKey } from '@/lib/catalog/catalog';
import { actionsWithKey, keysOfAction } from '@/lib/catalog/relations';
import { keyId, keyPrefix } from '@/lib/iam/context-key';
import type { LanguageContext } from '@/lib/language/context';
import { type Description, type DescriptionSection, listSection } from '@/lib/language/describe/description';
import { namedActions } from '@/lib/language/statement';
import { globalKey, globalKeyWords } from '@/lib/language/words/global-keys';
import type { KeyState } from '@/lib/request/context';
import type { LooseObject } from '@/lib/text/loose-json';
import { code, listOf, plural } from '@/lib/text/wording';

const MOST = 8;

const TYPES = {
  String: 'a text',
  ARN: 'an ARN',
  Bool: '`true` or `false`',
  Numeric: 'a number',
  Date: 'a point in time',
  IPAddress: 'an IP address',
  Binary: 'bytes in Base64',
} satisfies Record<ConditionKey['type'], string>;

/** A condition key: its values, who sends it, and what this request carries. */
export function describeKey(
  written: string,
  statement: LooseObject | undefined,
  { catalog, request }: LanguageContext,
): Description | undefined {
  const global = globalKey(written);
  const key = global ?? catalog.key(written);
  const carried = request ? [{ heading: 'This request', lines: [sayState(request.context.lookup(written))] }] : [];
  if (key === undefined) {
    const line = `${code(written)} is none of the global keys, and AWS lists it for no service that is known here.`;
    return written.includes(':') ? { title: written, sections: [{ lines: [line] }, ...carried] } : undefined;
  }
  const values = key.isMultivalued
    ? `Several values, each ${TYPES[key.type]}: use it with \`ForAllValues\` or \`ForAnyValue\`.`
    : `One value, ${TYPES[key.type]}.`;
  const words = globalKeyWords(written);
  return {
    title: written,
    sections: [
      { lines: [...(words === undefined ? [] : [words]), values] },
      ...(global && !isOfSomeActions(key) ? [] : senders(key, statement, catalog)),
      ...carried,
    ],
  };
}

// Global, and yet only some actions send them.
const OF_SOME_ACTIONS = ['aws:resourcetag/*', 'aws:requesttag/*', 'aws:tagkeys'];

function isOfSomeActions({ name }: ConditionKey): boolean {
  return OF_SOME_ACTIONS.includes(keyId(name));
}

/** Which actions send it: those of the statement where it names any, else those of the key's own service. */
function senders(
  key: ConditionKey,
  statement: LooseObject | undefined,
  catalog: Catalog,
): readonly DescriptionSection[] {
  const { actions, complete } = namedActions(statement, catalog);
  const sends = actions.filter((action) => keysOfAction(action).some(({ name }) => keyId(name) === keyId(key.name)));
  const names = sends.map(({ service, name }) => code(`${service}:${name}`));
  if (complete && sends.length === 0) {
    return [{ heading: 'Actions of this statement that send it', lines: ['None, as far as AWS lists them.'] }];
  }
  if (complete && sends.length === actions.length) {
    return [{ heading: 'Actions of this statement that send it', lines: ['All.'] }];
  }
  if (names.length > 0) return listSection('Actions of this statement that send it', names, MOST);
  if (isOfSomeActions(key)) return [];
  const all = actionsWithKey(ofServices(catalog, servicesOf(key, catalog)), key);
  return listSection(
    'Actions that send it',
    all.map(({ service, name }) => code(`${service}:${name}`)),
    MOST,
  );
}

function servicesOf({ name }: ConditionKey, catalog: Catalog): readonly string[] {
  const prefix = keyPrefix(name);
  // Keys of identity providers come with the calls of `sts`.
  return catalog.isService(prefix) ? [prefix] : ['sts'];
}

/** Looking through every service would take as long as reading them all. */
function ofServices(catalog: Catalog, prefixes: readonly string[]): Catalog {
  return { ...catalog, prefixes };
}

function sayState(state: KeyState): string {
  switch (state.state) {
    case 'present': {
      const values = listOf(state.values.slice(0, MOST).map(code), 'and');
      const assumed = state.source === 'assumed' ? ', as is assumed' : '';
      return `It carries ${values}${assumed}.`;
    }
    case 'partial':
      return state.value.likely === undefined
        ? 'It carries one value that is known only in part.'
        : `It carries ${code(state.value.likely)}, if no path is missing from it.`;
    case 'containing':
      return `It carries ${listOf(state.values.map(code), 'and')}, perhaps among others.`;
    case 'presentUnknown':
      return 'It carries a value that is not known.';
    case 'absent':
      return state.source === 'assumed' ? 'It lacks the key, as is assumed.' : 'It lacks the key.';
    case 'unknown':
      return 'Whether it carries the key is not known.';
    case 'spellings':
      return `It carries the key in ${plural(state.values.length, 'spelling', 'spellings')}; AWS compares one of them.`;
  }
}
