import { type CloudTrailEvent, eventsIn, isRecord, parsed } from '@/lib/cloudtrail/find-events';
import { structureOf } from '@/lib/cloudtrail/row-values';

// Events from the rows of a query's result. The columns of a table are CloudTrail's own fields, in lower case; a query may name single
// fields (`userIdentity.arn`), count events, or keep the whole event in one column.

/** One row of a result: what stands in each column. */
export type Row = readonly (readonly [column: string, value: string])[];

/** An event that a row tells of, and how many more were like it. */
export interface CountedEvent {
  readonly event: CloudTrailEvent;
  readonly count: number;
  /** The time of the first of them, where the row tells it. */
  readonly first?: string;
}

/** What a column is, by its name in lower case without blanks and hyphens. */
const TEXT_COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[
      'eventVersion',
      'eventTime',
      'eventSource',
      'eventName',
      'awsRegion',
      'sourceIPAddress',
      'userAgent',
      'errorCode',
    ],
    ...['errorMessage', 'requestID', 'eventID', 'eventType', 'recipientAccountId', 'sharedEventID', 'vpcEndpointId'],
  ].map((name) => [name.toLowerCase(), name]),
);
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '@timestamp': 'eventTime',
  lastseen: 'eventTime',
  region: 'awsRegion',
  sample: 'errorMessage',
};
const STRUCTURES: Readonly<Record<string, string>> = Object.fromEntries(
  ['userIdentity', 'requestParameters', 'additionalEventData', 'resources', 'tlsDetails'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);
const WHOLE = ['@message', 'message', 'cloudtrailevent', 'event'];
const COUNTS = ['n', 'count', 'count(*)', '_col0', 'denials'];
const CALLERS = ['who', 'caller', 'principal', 'arn'];

// Names in the structures as CloudTrail writes them: tables have them in lower case, and readers tell the cases apart.
const CANONICAL = new Map(
  [
    ...[
      'type',
      'principalId',
      'arn',
      'accountId',
      'accessKeyId',
      'userName',
      'invokedBy',
      'identityProvider',
      'sessionContext',
    ],
    ...['sessionIssuer', 'attributes', 'creationDate', 'mfaAuthenticated', 'sourceIdentity', 'webIdFederationData'],
    ...['federatedProvider', 'ec2RoleDelivery', 'onBehalfOf', 'inScopeOf', 'credentialId', 'tlsVersion', 'cipherSuite'],
    ...['clientProvidedHostHeader'],
  ].map((name) => [name.toLowerCase(), name]),
);

/** Whether a table's columns are such that its rows can be read. */
export function isEventTable(columns: readonly string[]): boolean {
  const names = columns.map(plainName);
  const hasEvent = names.includes('eventname') && names.includes('eventsource');
  return hasEvent || WHOLE.some((name) => names.includes(name));
}

/** The events that a row tells of: none where it misses what makes an event. */
export function eventsOfRow(row: Row): readonly CountedEvent[] {
  const columns = new Map(row.map(([column, value]) => [plainName(column), value]));
  for (const name of WHOLE) {
    const found = eventsIn(parsed(columns.get(name) ?? ''));
    if (found.length > 0) return found.map((event) => ({ event, count: 1 }));
  }
  const event = eventOf(columns);
  if (event.eventName === undefined || event.eventSource === undefined) return [];
  const first = columns.get('firstseen');
  return [{ event, count: countIn(columns), ...(first && { first }) }];
}

function plainName(column: string): string {
  return column.toLowerCase().replace(/[\s_-]+/g, '');
}

function countIn(columns: ReadonlyMap<string, string>): number {
  const written = COUNTS.map((name) => columns.get(plainName(name))).find((value) => value !== undefined) ?? '';
  const count = /^\d{1,15}$/.test(written.trim()) ? Number(written) : 1;
  return Math.max(1, count);
}

function eventOf(columns: ReadonlyMap<string, string>): CloudTrailEvent {
  const event: Record<string, unknown> = {};
  const identity: Record<string, unknown> = {};
  for (const [name, value] of columns) {
    const text = value.trim();
    if (text === '' || text === 'null' || text === '-') continue;
    const field = TEXT_COLUMNS[name] ?? OTHER_NAMES[name];
    const structure = STRUCTURES[name];
    if (field) event[field] ??= text;
    else if (structure) event[structure] = withCanonicalNames(structureOf(text));
    else if (name.startsWith('useridentity.')) put(identity, name.split('.').slice(1), text);
    else if (CALLERS.includes(name)) identity[text.startsWith('arn:') ? 'arn' : 'principalId'] ??= text;
    else if (name === 'role') put(identity, ['sessioncontext', 'sessionissuer', 'arn'], text);
  }
  const whole = event.userIdentity;
  const userIdentity = completed(isRecord(whole) ? whole : identity);
  // Without the column of endpoints a missing endpoint says nothing, and a version would make it say that there was none.
  if (!columns.has('vpcendpointid')) delete event.eventVersion;
  return { ...event, ...(Object.keys(userIdentity).length > 0 && { userIdentity }) };
}

const MOST_LEVELS = 6;

function put(into: Record<string, unknown>, path: readonly string[], value: string): void {
  const [name = '', ...rest] = path;
  const canonical = CANONICAL.get(name) ?? name;
  if (rest.length === 0) into[canonical] ??= value;
  else if (rest.length < MOST_LEVELS) {
    const inner = isRecord(into[canonical]) ? { ...into[canonical] } : {};
    put(inner, rest, value);
    into[canonical] = inner;
  }
}

function withCanonicalNames(value: unknown, depth = 0): unknown {
  if (depth > MOST_LEVELS) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withCanonicalNames(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      CANONICAL.get(name.toLowerCase()) ?? name,
      withCanonicalNames(inner, depth + 1),
    ]),
  );
}

/**
 * A session of a role is what an assumed-role ARN names; other types say more than an ARN does, so they are left open. Where a query
 * kept the role alone, it stands for the caller.
 */
function completed(identity: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const session = identity.sessionContext;
  const issuer = isRecord(session) ? session.sessionIssuer : undefined;
  const role = isRecord(issuer) ? issuer.arn : undefined;
  const arn = identity.arn ?? role;
  if (typeof arn !== 'string') return identity;
  const isSession = /^arn:[^:]{1,20}:sts::\d{12}:assumed-role\//.test(arn);
  return { ...(isSession && { type: 'AssumedRole' }), ...identity, arn };
}
