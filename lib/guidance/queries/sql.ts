import { callerField } from '@/lib/guidance/queries/caller';
import { hasVersions, operationsOf } from '@/lib/guidance/queries/operations';
import type { Query, QueryFacts } from '@/lib/guidance/queries/query';
import { spanOf } from '@/lib/guidance/queries/span';
import { sqlText } from '@/lib/text/quote';

/** What tells Athena's SQL over the trail's files from that of CloudTrail Lake. */
interface Dialect {
  readonly table: string;
  /** A column as this dialect names it. */
  readonly column: (name: string) => string;
  /** An instant in ISO 8601 as its column is compared. */
  readonly time: (instant: string) => string;
}

/** https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html */
export const ATHENA: Dialect = {
  table: 'cloudtrail_logs',
  column: (name) => name.toLowerCase(),
  time: (instant) => instant,
};

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-limitations.html */
export const LAKE: Dialect = {
  table: 'EVENT_DATA_STORE_ID',
  column: (name) => name,
  time: (instant) => instant.replace('T', ' ').replace(/Z$/, ''),
};

const FIELDS = [
  ...[
    'eventVersion',
    'eventTime',
    'userIdentity',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
  ],
  ...['errorCode', 'errorMessage', 'requestParameters', 'additionalEventData', 'resources', 'recipientAccountId'],
  ...['vpcEndpointId', 'eventID'],
];

/** The queries of one dialect; none where a value must not stand in one. */
export function sqlQueries(dialect: Dialect, facts: QueryFacts): readonly Query[] {
  const where = conditions(dialect, facts);
  if (where === undefined) return [];
  const { column, table } = dialect;
  const [role, caller, time, message] = [
    'userIdentity.sessionContext.sessionIssuer.arn',
    'userIdentity.arn',
    'eventTime',
    'errorMessage',
  ].map(column);
  const kinds = ['eventSource', 'eventName', 'errorCode'].map(column).join(', ');
  const from = `FROM ${table}\nWHERE ${where.join('\n  AND ')}`;
  return [
    {
      purpose: 'The denied calls, counted by caller and operation',
      text: [
        `SELECT coalesce(${role}, ${caller}) AS caller, ${kinds},`,
        `       count(*) AS n, min(${time}) AS first_seen, max(${time}) AS last_seen, max_by(${message}, ${time}) AS sample`,
        from,
        'GROUP BY 1, 2, 3, 4',
        'ORDER BY n DESC',
        'LIMIT 1000',
      ].join('\n'),
    },
    {
      purpose: 'Every denied call with all that is known of it, the latest first',
      text: `SELECT ${FIELDS.map(column).join(', ')}\n${from}\nORDER BY ${time} DESC\nLIMIT 10000`,
    },
  ];
}

// The codes that lib/evidence takes as denials. LIKE tells upper from lower case.
const DENIED = ['%AccessDenied%', '%Unauthorized%', '%NotAuthorized%', '%AuthorizationError%', '%Forbidden%', '403'];

function conditions({ column, time }: Dialect, facts: QueryFacts): readonly string[] | undefined {
  const code = column('errorCode');
  const eventTime = column('eventTime');
  const { from, to } = spanOf(facts);
  const caller = callerField(facts.principal);
  const written = [
    `(${DENIED.map((pattern) => `${code} LIKE '${pattern}'`).join(' OR ')})`,
    ...(from ? [equation(eventTime, '>=', time(from))] : []),
    ...(to ? [equation(eventTime, '<=', time(to))] : []),
    ...(caller ? [equation(column(`userIdentity.${caller.path}`), '=', caller.value)] : []),
    ...operationCondition(column('eventName'), facts),
    ...(facts.region ? [equation(column('awsRegion'), '=', facts.region)] : []),
  ];
  return written.every((one) => one !== undefined) ? written : undefined;
}

function equation(name: string, sign: '=' | '<=' | '>=', value: string): string | undefined {
  const text = sqlText(value);
  return text && `${name} ${sign} ${text}`;
}

/** Names of operations are letters and digits, so they stand in a pattern as they are. */
function operationCondition(name: string, facts: QueryFacts): readonly string[] {
  const operations = operationsOf(facts);
  if (operations.length === 0) return [];
  if (hasVersions(facts)) return [`(${operations.map((one) => `${name} LIKE '${one}%'`).join(' OR ')})`];
  return [`${name} IN (${operations.map((one) => `'${one}'`).join(', ')})`];
}
