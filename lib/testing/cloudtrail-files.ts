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
};
