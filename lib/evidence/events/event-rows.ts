import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { type JsonNode, type JsonObject, parseJson } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// Events as tables have them: one row an event, columns in small letters, with dots or underscores, nested values as text. So answer
// CloudTrail Lake, Athena, CloudWatch Logs Insights, and the collectors that flatten what they keep.
// https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html

/** A row: its columns with their values, in their order. */
export type Row = readonly (readonly [column: string, value: string])[];

const MOST_ROWS = 5000;

/** The rows of a query's answer, or of an object whose members are columns; none in another object. */
export function rowsOf(object: JsonObject): readonly Row[] {
  const lake = listAt(object, 'QueryResultRows');
  if (lake.length > 0) return lake.slice(0, MOST_ROWS).map(lakeRow);
  const athena = listAt(objectAt(object, 'ResultSet'), 'Rows');
  if (athena.length > 0) return athenaRows(athena.slice(0, MOST_ROWS));
  const insights = listAt(object, 'results').filter(({ kind }) => kind === 'array');
  if (insights.length > 0) return insights.slice(0, MOST_ROWS).map(insightsRow);
  const flat = columnsIn(object, '', 0);
  return flat.some(([column]) => column.includes('.') || /^event(?:name|source)$/.test(column)) ? [flat] : [];
}

/** `[{"eventName": "PutItem"}, {"errorCode": "AccessDenied"}]` */
function lakeRow(node: JsonNode): Row {
  return node.kind === 'array' ? node.items.flatMap((item) => (item.kind === 'object' ? textsIn(item) : [])) : [];
}

function textsIn(object: JsonObject): Row {
  return object.members.flatMap(({ key }) => {
    const value = textAt(object, key.value);
    return value === undefined ? [] : [[key.value, value] as const];
  });
}

/** The first row has the columns' names. */
function athenaRows(rows: readonly JsonNode[]): readonly Row[] {
  const [head = [], ...others] = rows.map((row) =>
    listAt(row.kind === 'object' ? row : undefined, 'Data').map((cell) =>
      cell.kind === 'object' ? textAt(cell, 'VarCharValue') : undefined,
    ),
  );
  return others.map((cells) => pairsOf(head, cells));
}

function pairsOf(head: readonly (string | undefined)[], cells: readonly (string | undefined)[]): Row {
  return head.flatMap((column, place) => {
    const value = cells[place];
    return column === undefined || value === undefined ? [] : [[column, value] as const];
  });
}

/** `[{"field": "eventName", "value": "PutItem"}]` */
function insightsRow(node: JsonNode): Row {
  return node.kind === 'array'
    ? node.items.flatMap((item) => {
        const [field, value] = item.kind === 'object' ? [textAt(item, 'field'), textAt(item, 'value')] : [];
        return field === undefined || value === undefined ? [] : [[field, value] as const];
      })
    : [];
}

const MOST_LEVELS = 5;

/** The members of an object as columns, those of inner objects behind a dot. */
function columnsIn(object: JsonObject, before: string, depth: number): Row {
  return object.members.flatMap(({ key, value }): Row => {
    const name = `${before}${key.value}`;
    if (value?.kind === 'object') return depth < MOST_LEVELS ? columnsIn(value, `${name}.`, depth + 1) : [];
    const text = textAt(object, key.value);
    return text === undefined ? [] : [[name, text]];
  });
}

/** The event that a row is; `undefined` where it does not tell operation and service. */
export function eventOfRow(row: Row): JsonObject | undefined {
  const message = row.find(([column]) => column === '@message')?.[1];
  const inside = message?.includes('"eventName"') ? parseJson(message).value : undefined;
  if (inside?.kind === 'object') return inside;
  const event: Record<string, unknown> = {};
  for (const [column, value] of row) {
    const path = lookUp(PATHS, plainColumn(column));
    if (path !== undefined && value !== '' && value !== 'null' && value !== '-')
      put(event, path.split('.'), valueOfCell(path, value));
  }
  if (event.eventName === undefined || event.eventSource === undefined) return undefined;
  const { value } = parseJson(JSON.stringify(withCallersKind(event)));
  return value?.kind === 'object' ? value : undefined;
}

/** Without the name of the collector, capitals and underscores. */
function plainColumn(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(
      /^(?:aws\.cloudtrail\.|cloudtrail\.|aws\.|detail\.|eventdata\.|event\.(?=event|error|aws|user|source)|_source\.)/,
      '',
    )
    .replace(/_/g, '');
}

const NAMES = [
  'eventVersion',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'eventType',
  'eventCategory',
  'recipientAccountId',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'resources',
  'tlsDetails',
  'tlsDetails.tlsVersion',
  'userIdentity',
  'userIdentity.type',
  'userIdentity.principalId',
  'userIdentity.arn',
  'userIdentity.accountId',
  'userIdentity.accessKeyId',
  'userIdentity.userName',
  'userIdentity.invokedBy',
  'userIdentity.identityProvider',
  'userIdentity.sessionContext.sessionIssuer.type',
  'userIdentity.sessionContext.sessionIssuer.arn',
  'userIdentity.sessionContext.sessionIssuer.principalId',
  'userIdentity.sessionContext.sessionIssuer.accountId',
  'userIdentity.sessionContext.sessionIssuer.userName',
  'userIdentity.sessionContext.attributes.mfaAuthenticated',
  'userIdentity.sessionContext.attributes.creationDate',
  'userIdentity.sessionContext.sourceIdentity',
];

// The names of the Elastic Common Schema, and those of the queries that this project offers.
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'event.action': 'eventName',
  'event.provider': 'eventSource',
  'cloud.region': 'awsRegion',
  'source.ip': 'sourceIPAddress',
  'source.address': 'sourceIPAddress',
  'useragent.original': 'userAgent',
  eventtime: 'eventTime',
  '@timestamp': 'eventTime',
  caller: 'userIdentity.arn',
  arn: 'userIdentity.arn',
  role: 'userIdentity.sessionContext.sessionIssuer.arn',
  sample: 'errorMessage',
};

const PATHS: Readonly<Record<string, string>> = {
  ...OTHER_NAMES,
  ...Object.fromEntries(NAMES.map((name) => [name.toLowerCase(), name])),
};

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    target[name] ??= value;
    return;
  }
  const inner = target[name];
  const next: Record<string, unknown> = isRecord(inner) ? inner : {};
  target[name] = next;
  put(next, rest, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NESTED = [
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'resources',
  'tlsDetails',
  'userIdentity',
];

function valueOfCell(path: string, value: string): unknown {
  if (path === 'eventTime') return value.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})?$/, '$1T$2Z');
  if (!NESTED.includes(path)) return value;
  const json = parsed(value);
  return json ?? readStruct(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const STRUCT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  [...NAMES.flatMap((name) => name.split('.')), 'sessionContext', 'sessionIssuer', 'attributes'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** A struct as Athena writes it: `{type=AssumedRole, sessioncontext={attributes={mfaauthenticated=false}}}`. */
function readStruct(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return partsOf(trimmed).map((part) => readStruct(part));
  if (!trimmed.startsWith('{')) return trimmed === 'null' ? undefined : trimmed;
  const pairs = partsOf(trimmed).flatMap((part) => {
    const sign = part.indexOf('=');
    const name = part.slice(0, sign).trim();
    const value = sign < 0 ? undefined : readStruct(part.slice(sign + 1));
    return value === undefined || value === '' ? [] : [[lookUp(STRUCT_NAMES, name) ?? name, value] as const];
  });
  return Object.fromEntries(pairs);
}

/** The parts between the outermost brackets, by the commas at their level. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 1;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if ((letter === ',' && depth === 1) || depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
    if (depth === 0) break;
  }
  return parts.filter((part) => part.trim() !== '');
}

// The kind of caller that an ARN shows.
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^arn:[^:]*:sts::\d{12}:assumed-role\//, 'AssumedRole'],
  [/^arn:[^:]*:sts::\d{12}:federated-user\//, 'FederatedUser'],
  [/^arn:[^:]*:iam::\d{12}:user\//, 'IAMUser'],
  [/^arn:[^:]*:iam::\d{12}:root$/, 'Root'],
];

function withCallersKind(event: Record<string, unknown>): Record<string, unknown> {
  const identity = event.userIdentity;
  if (!isRecord(identity) || identity.type !== undefined || typeof identity.arn !== 'string') return event;
  const arn = identity.arn;
  const kind = KINDS.find(([pattern]) => pattern.test(arn))?.[1];
  return kind === undefined ? event : { ...event, userIdentity: { ...identity, type: kind } };
}
