import type { OutputLine } from '@/lib/evidence/notations/output-line';
import { arrayNode, objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import type { JsonNode } from '@/lib/text/json';
import type { Parsed } from '@/lib/text/problem';
import { lookUp } from '@/lib/text/table';

// A document in text output. It prints values without their names, so only where the values themselves tell the names can the document be put
// together again: never with a condition, and not where `Resource` and `NotResource` would look alike.

// Lists of values keep their element's name.
const LISTS: Readonly<Record<string, string>> = {
  ACTION: 'Action',
  NOTACTION: 'NotAction',
  RESOURCE: 'Resource',
  NOTRESOURCE: 'NotResource',
};

/** The document whose version is given, from the lines below it; none where it cannot be told for certain. */
export function readTextDocument(
  lines: readonly OutputLine[],
  version: string,
  holder: string,
): Parsed<JsonNode | undefined> {
  const statements: Map<string, JsonNode[]>[] = [];
  for (const { name, values } of lines) {
    if (name === 'STATEMENT') {
      const statement = statementOf(values, holder);
      if (statement === undefined) return UNTOLD;
      statements.push(statement);
      continue;
    }
    const current = statements.at(-1);
    const list = lookUp(LISTS, name);
    if (list !== undefined && current) addTo(current, list, values.map(textNode));
    else if (name === 'PRINCIPAL' && current && values.length === 1) {
      const principal = principalOf(values[0] ?? '');
      if (principal === undefined) return UNTOLD;
      current.set('Principal', [principal]);
    } else if (OTHER_OBJECTS.includes(name)) break;
    else return UNTOLD;
  }
  if (statements.length === 0 || !/^20(?:12-10|08-10)-17$/.test(version)) return UNTOLD;
  const list = statements.map((statement) =>
    objectNode(
      Array.from(statement, ([key, nodes]) => [
        key,
        nodes.length === 1 ? (nodes[0] ?? arrayNode([])) : arrayNode(nodes),
      ]),
    ),
  );
  return {
    value: objectNode([
      ['Version', textNode(version)],
      ['Statement', arrayNode(list)],
    ]),
    problems: [],
  };
}

// What may follow a document.
const OTHER_OBJECTS = [
  'PERMISSIONSBOUNDARY',
  'ROLELASTUSED',
  'TAGS',
  'ROLE',
  'USER',
  'POLICYVERSION',
  'ATTACHEDPOLICIES',
];

function addTo(statement: Map<string, JsonNode[]>, key: string, nodes: readonly JsonNode[]): void {
  statement.set(key, [...(statement.get(key) ?? []), ...nodes]);
}

/** Action, Effect, NotAction, Resource or Principal, Sid: in this order, without their names. */
function statementOf(values: readonly string[], holder: string): Map<string, JsonNode[]> | undefined {
  const place = values.findIndex((value) => value === 'Allow' || value === 'Deny');
  if (place < 0 || place > 1) return undefined;
  const statement = new Map<string, JsonNode[]>();
  const put = (key: string, text: string) => statement.set(key, [textNode(text)]);
  if (place === 1) put('Action', values[0] ?? '');
  put('Effect', values[place] ?? '');
  for (const value of values.slice(place + 1)) {
    if (/^[a-z0-9-]{2,40}:[\w*?]{1,128}$/i.test(value)) put('NotAction', value);
    // A role's trust policy has no resource, and the policies of identities no principal.
    else if (value === '*') put(holder === 'AssumeRolePolicyDocument' ? 'Principal' : 'Resource', value);
    else if (/^[A-Za-z0-9]{1,128}$/.test(value)) put('Sid', value);
    else return undefined;
  }
  return statement;
}

/** The kind of a single principal follows from its form. */
function principalOf(value: string): JsonNode | undefined {
  if (/^[a-z0-9.-]{3,100}\.amazonaws\.com(?:\.cn)?$/.test(value)) return objectNode([['Service', textNode(value)]]);
  const isProvider = /^arn:aws[\w-]*:iam::\d{12}:(?:oidc|saml)-provider\//.test(value);
  if (isProvider) return objectNode([['Federated', textNode(value)]]);
  const isAws = /^(?:\d{12}|arn:aws[\w-]{0,20}:(?:iam|sts)::\d{12}:.{1,600})$/.test(value);
  return isAws ? objectNode([['AWS', textNode(value)]]) : undefined;
}

const UNTOLD: Parsed<undefined> = {
  value: undefined,
  problems: [
    {
      code: 'text-output-document',
      severity: 'warning',
      message:
        'The text output of AWS’s commands leaves out the names of a policy’s elements and condition keys, so this policy cannot be told from it. Print it again with `--output json`.',
    },
  ],
};
