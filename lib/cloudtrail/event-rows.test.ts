import { describe, expect, test } from 'vitest';
import { DenialStream, type DenialSummary } from '@/lib/cloudtrail/stream';
import { readEvidence } from '@/lib/evidence/read';
import { deniedEvent } from '@/lib/testing/cloudtrail-files';

function summary(text: string): DenialSummary {
  const stream = new DenialStream();
  const sink = stream.open('result.csv');
  sink.push(new TextEncoder().encode(text));
  sink.end();
  return stream.summary();
}

const MESSAGE =
  'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs with an explicit deny in a service control policy';
const IDENTITY =
  '{type=AssumedRole, principalid=AROAEXAMPLEID0000001:kim, arn=arn:aws:sts::111122223333:assumed-role/dev/kim, accountid=111122223333, invokedby=null, accesskeyid=ASIAEXAMPLEKEY000001, username=null, sessioncontext={attributes={mfaauthenticated=false, creationdate=2026-03-01T08:00:00Z}, sessionissuer={type=Role, principalid=AROAEXAMPLEID0000001, arn=arn:aws:iam::111122223333:role/team/dev, accountid=111122223333, username=dev}}}';
const GROUP = {
  principal: 'arn:aws:iam::111122223333:role/team/dev',
  action: 'sqs:SendMessage',
  resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
  denial: 'explicit',
  policyType: 'scp',
  code: 'AccessDenied',
};

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.map(quoted).join(',')).join('\n');
const COLUMNS = ['eventtime', 'useridentity', 'eventsource', 'eventname', 'errorcode', 'errormessage'];
const VALUES = ['2026-03-01T08:12:13Z', IDENTITY, 'sqs.amazonaws.com', 'SendMessage', 'AccessDenied', MESSAGE];
const PASSED = ['2026-03-01T08:12:14Z', IDENTITY, 'sqs.amazonaws.com', 'SendMessage', '', ''];
const at = Date.UTC(2026, 2, 1, 8, 12, 13);

describe('a query’s result is read back', () => {
  test.each<readonly [string, string, object]>([
    [
      'a table of Athena',
      csv(COLUMNS, VALUES, PASSED),
      { events: 2, total: { count: 1, first: at, last: at }, groups: [GROUP] },
    ],
    ['with tabs', [COLUMNS, VALUES].map((row) => row.join('\t')).join('\r\n'), { events: 1, groups: [GROUP] }],
    [
      'with semicolons',
      [COLUMNS, VALUES].map((row) => row.map(quoted).join(';')).join('\n'),
      { events: 1, groups: [GROUP] },
    ],
    [
      'single fields',
      csv(
        [
          'eventTime',
          'userIdentity.sessionContext.sessionIssuer.arn',
          'userIdentity.arn',
          'eventSource',
          'eventName',
          'errorCode',
          'errorMessage',
        ],
        [
          '2026-03-01 08:12:13.000',
          GROUP.principal,
          'arn:aws:sts::111122223333:assumed-role/dev/kim',
          ...VALUES.slice(2),
        ],
      ),
      { groups: [{ ...GROUP, last: at }] },
    ],
    [
      'counted events',
      csv(
        ['caller', 'eventsource', 'eventname', 'errorcode', 'n', 'first_seen', 'last_seen', 'sample'],
        [
          GROUP.principal,
          'sqs.amazonaws.com',
          'SendMessage',
          'AccessDenied',
          '41',
          '2026-03-01T08:00:00Z',
          '2026-03-01T08:12:13Z',
          MESSAGE,
        ],
      ),
      {
        events: 41,
        total: { count: 41, first: Date.UTC(2026, 2, 1, 8), last: at },
        groups: [{ ...GROUP, principal: 'arn:aws:iam::111122223333:role/team/dev', count: 41 }],
      },
    ],
    [
      'the console’s list of events',
      csv(
        ['Event name', 'Event time', 'User name', 'Event source', 'Resource name', 'AWS region', 'Error code'],
        ['SendMessage', '2026-03-01T08:12:13Z', 'kim', 'sqs.amazonaws.com', '', 'eu-west-1', 'AccessDenied'],
      ),
      { groups: [{ action: 'sqs:SendMessage', code: 'AccessDenied' }] },
    ],
    [
      'whole events in a column',
      csv(['@timestamp', '@message'], ['2026-03-01 08:12:13.000', JSON.stringify(deniedEvent())]),
      { groups: [{ action: 's3:GetObject', last: at }] },
    ],
    [
      'rows of Athena in JSON',
      JSON.stringify({
        ResultSet: {
          Rows: [COLUMNS, VALUES, PASSED].map((row) => ({
            Data: row.map((value) => (value === '' ? {} : { VarCharValue: value })),
          })),
          ResultSetMetadata: { ColumnInfo: [{ Name: 'eventtime' }] },
        },
        UpdateCount: 0,
      }),
      { events: 2, groups: [GROUP] },
    ],
    [
      'rows of CloudTrail Lake',
      JSON.stringify({
        QueryStatus: 'FINISHED',
        QueryStatistics: { ResultsCount: 1 },
        QueryResultRows: [
          [
            { eventTime: '2026-03-01 08:12:13.000' },
            { userIdentity: IDENTITY },
            { eventSource: 'sqs.amazonaws.com' },
            { eventName: 'SendMessage' },
            { errorCode: 'AccessDenied' },
            { errorMessage: MESSAGE },
          ],
        ],
      }),
      { events: 1, groups: [{ ...GROUP, last: at }] },
    ],
    [
      'rows of Logs Insights',
      JSON.stringify({
        results: [
          [
            { field: '@timestamp', value: '2026-03-01 08:12:13.000' },
            { field: 'userIdentity.arn', value: 'arn:aws:iam::111122223333:user/kim' },
            { field: 'eventSource', value: 'sqs.amazonaws.com' },
            { field: 'eventName', value: 'SendMessage' },
            { field: 'errorCode', value: 'AccessDenied' },
            { field: 'errorMessage', value: MESSAGE },
          ],
        ],
      }),
      { groups: [{ ...GROUP, principal: 'arn:aws:iam::111122223333:user/kim', last: at }] },
    ],
  ])('%s', (_name, text, want) => {
    const read = summary(text);
    expect(read).toMatchObject(want);
    expect(read.problems).toEqual([]);
  });

  test('opened again, a row says nothing of what it has no column for, and the same as before of everything else', () => {
    const [group] = summary(
      csv(['eventVersion', 'sourceIPAddress', ...COLUMNS], ['1.10', '203.0.113.9', ...VALUES]),
    ).groups;
    const [report, ...others] = readEvidence(group?.sample ?? '').reports;
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      isAccessDenied: true,
      action: 'sqs:SendMessage',
      policyType: 'scp',
      code: 'AccessDenied',
    });
    expect(report).not.toHaveProperty('absent');
  });

  test('a quote that is never closed is said', () => {
    expect(summary(`${csv(COLUMNS, VALUES)}\n"2026`)).toMatchObject({
      total: { count: 1 },
      problems: [{ code: 'cut-record' }],
    });
  });
});
