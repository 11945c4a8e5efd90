// CloudTrail events, and the files in which they arrive, for tests.

/** A denied call of a role's session; every field can be changed. */
export function deniedEvent(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEID0000001:kim',
      arn: 'arn:aws:sts::111122223333:assumed-role/dev/kim',
      accountId: '111122223333',
      sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/team/dev' } },
    },
    eventTime: '2026-03-01T08:12:13Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.9',
    errorCode: 'AccessDenied',
    errorMessage:
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/Grüße 🐈/1.png" because no identity-based policy allows the s3:GetObject action',
    requestParameters: { bucketName: 'shop', key: 'Grüße 🐈/1.png', 'x-note': 'quote " brace } bracket ] \\ end' },
    ...change,
  };
}

/** A call that succeeded. */
export function passedEvent(): Readonly<Record<string, unknown>> {
  return deniedEvent({ errorCode: undefined, errorMessage: undefined });
}

/** How events are dressed in a file. */
export const DRESSES: Readonly<Record<string, (events: readonly object[]) => string>> = {
  'a file of CloudTrail': (events) => JSON.stringify({ Records: events }),
  'a file printed on lines': (events) => JSON.stringify({ Records: events }, null, 2),
  'a list': (events) => JSON.stringify(events),
  'lists in a list': (events) => JSON.stringify([events.slice(0, 1), [events.slice(1)]]),
  lines: (events) => events.map((event) => JSON.stringify(event)).join('\n'),
  'lines of Windows': (events) => events.map((event) => `${JSON.stringify(event)}\r\n`).join(''),
  'events printed on lines, one after the other': (events) =>
    events.map((event) => JSON.stringify(event, null, 4)).join('\n'),
  'files one after the other': (events) => events.map((event) => JSON.stringify({ Records: [event] })).join(''),
  'lookup-events': (events) =>
    JSON.stringify(
      {
        Events: events.map((event) => ({ EventId: 'x', EventName: 'y', CloudTrailEvent: JSON.stringify(event) })),
        NextToken: 'abc',
      },
      null,
      4,
    ),
  EventBridge: (events) => events.map((event) => JSON.stringify({ source: 'aws.s3', detail: event })).join('\n'),
  'a subscription of CloudWatch Logs': (events) =>
    JSON.stringify({
      messageType: 'DATA_MESSAGE',
      logEvents: events.map((event) => ({ id: '1', timestamp: 1, message: JSON.stringify(event) })),
    }),
  'filter-log-events': (events) =>
    JSON.stringify({ events: events.map((event) => ({ message: JSON.stringify(event) })), searchedLogStreams: [] }),
  'an export of CloudWatch Logs': (events) =>
    events.map((event) => `2026-03-01T08:12:13.000Z ${JSON.stringify(event)}`).join('\n'),
  Elasticsearch: (events) => events.map((event) => JSON.stringify({ _index: 'a', _source: event })).join('\n'),
  'Logs Insights': (events) =>
    JSON.stringify({
      results: events.map((event) => [
        { field: '@timestamp', value: '2026-03-01 08:12:13.000' },
        { field: '@message', value: JSON.stringify(event) },
        { field: '@ptr', value: 'x' },
      ]),
      status: 'Complete',
    }),
  'an answer of Elasticsearch': (events) =>
    JSON.stringify({ took: 1, hits: { total: 9, hits: events.map((event) => ({ _id: 'x', _source: event })) } }),
  'records in small letters': (events) => JSON.stringify({ records: events }),
};

/** Events that a collector has flattened, with names of its own. */
export const FLAT_DRESSES: Readonly<Record<string, (events: readonly object[]) => string>> = {
  'names with dots': (events) => lines(events.map((event) => flattened(event, 'aws.cloudtrail.'))),
  'names with underscores': (events) => lines(events.map((event) => flattened(event, 'aws.cloudtrail.', snakeCase))),
  'names in small letters': (events) =>
    lines(events.map((event) => flattened(event, '', (name) => name.toLowerCase()))),
  'in objects of its own': (events) => lines(events.map((event) => ({ aws: { cloudtrail: snakeCased(event) } }))),
};

function lines(values: readonly object[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

const FLAT = ['eventSource', 'eventName', 'eventTime', 'awsRegion', 'errorCode', 'errorMessage'];

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function flattened(event: object, before: string, write = (name: string) => name): object {
  return Object.fromEntries(
    Object.entries(event)
      .filter(([name]) => FLAT.includes(name))
      .map(([name, value]: [string, unknown]) => [`${before}${write(name)}`, value]),
  );
}

function snakeCased(event: object): object {
  return flattened(event, '', snakeCase);
}
