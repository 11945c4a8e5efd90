import { describe, expect, test } from 'vitest';
import { QUERY_SOURCES, type QueryFacts, type QuerySource, queriesFor, queryFactsOf } from '@/lib/guidance/queries';

const ROLE = 'arn:aws:iam::111122223333:role/team/dev';
const FACTS: QueryFacts = {
  principal: ROLE,
  action: 's3:ListBucket',
  region: 'eu-west-1',
  from: '2026-03-01T08:00:00Z',
  to: '2026-03-01T09:30:00.500Z',
};

const texts = (source: QuerySource, facts: QueryFacts) => queriesFor(source, facts).map(({ text }) => text);

test('Athena', () => {
  expect(texts('athena', FACTS)[0]).toBe(
    `SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn) AS caller, eventsource, eventname, errorcode,
       count(*) AS n, min(eventtime) AS first_seen, max(eventtime) AS last_seen, max_by(errormessage, eventtime) AS sample
FROM cloudtrail_logs
WHERE (errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%Unauthorized%' OR errorcode LIKE '%NotAuthorized%' OR errorcode LIKE '%AuthorizationError%' OR errorcode LIKE '%Forbidden%' OR errorcode LIKE '403')
  AND eventtime >= '2026-03-01T08:00:00Z'
  AND eventtime <= '2026-03-01T09:30:00Z'
  AND useridentity.sessioncontext.sessionissuer.arn = '${ROLE}'
  AND eventname IN ('ListBucket', 'ListObjects', 'ListObjectsV2', 'HeadBucket')
  AND awsregion = 'eu-west-1'
GROUP BY 1, 2, 3, 4
ORDER BY n DESC
LIMIT 1000`,
  );
});

describe('each language has its own names, times and quotes', () => {
  test.each<readonly [QuerySource, QueryFacts, readonly string[]]>([
    [
      'athena',
      { principal: "arn:aws:iam::111122223333:user/o'hara/kim" },
      ["useridentity.arn = 'arn:aws:iam::111122223333:user/o''hara/kim'"],
    ],
    ['athena', { principal: 'ec2.amazonaws.com' }, ["useridentity.invokedby = 'ec2.amazonaws.com'"]],
    ['athena', { principal: '*' }, ["useridentity.accountid = 'anonymous'"]],
    ['athena', { action: 'lambda:InvokeFunction' }, ["eventname LIKE 'InvokeFunction%' OR eventname LIKE 'Invoke%'"]],
    ['athena', { action: 's3:ListBucket', operation: 'HeadBucket' }, ["eventname IN ('HeadBucket')"]],
    [
      'lake',
      FACTS,
      [
        'FROM EVENT_DATA_STORE_ID',
        "eventTime >= '2026-03-01 08:00:00'",
        `userIdentity.sessionContext.sessionIssuer.arn = '${ROLE}'`,
      ],
    ],
    [
      'insights',
      FACTS,
      [
        `filter userIdentity.sessionContext.sessionIssuer.arn = "${ROLE}"`,
        'filter eventName in ["ListBucket", "ListObjects"',
        'filter awsRegion = "eu-west-1"',
      ],
    ],
    [
      'insights',
      { principal: 'arn:aws:iam::111122223333:user/a"b/kim' },
      [`filter userIdentity.arn = 'arn:aws:iam::111122223333:user/a"b/kim'`],
    ],
    ['insights', { action: 'lambda:GetFunction' }, ['filter eventName like /^(GetFunction)/']],
    [
      'cli',
      { ...FACTS, action: 'dynamodb:PutItem' },
      [
        'aws cloudtrail lookup-events --lookup-attributes=AttributeKey=EventName,AttributeValue=PutItem --start-time=2026-03-01T08:00:00Z --end-time=2026-03-01T09:30:00Z --region=eu-west-1 --output json > events.json',
      ],
    ],
    [
      'cli',
      FACTS,
      [
        'aws cloudtrail lookup-events --start-time=',
        'aws s3 sync s3://TRAIL_BUCKET/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/01/ trail/',
      ],
    ],
    [
      'cli',
      { from: '2026-03-01', to: '2026-03-09' },
      ['s3://TRAIL_BUCKET/AWSLogs/ACCOUNT_ID/CloudTrail/REGION/2026/03/ trail/'],
    ],
    ['cli', {}, ['aws cloudtrail lookup-events --output json > events.json', 'REGION/YYYY/MM/DD/']],
  ])('%s %j', (source, facts, want) => {
    const all = texts(source, facts).join('\n');
    for (const one of want) expect(all).toContain(one);
  });
});

test.each(['s3:Get*', '*', 'iam:PassRole', 'apigateway:GET', 'no action', ''])('%j narrows no query', (action) => {
  for (const source of QUERY_SOURCES) expect(texts(source, { action })).toEqual(texts(source, {}));
});

test('a span that is none is left out', () => {
  expect(texts('athena', { from: 'yesterday', to: '2026-13-01' })).toEqual(texts('athena', {}));
});

const HOSTILE = [
  "' OR '1'='1",
  "x'; DROP TABLE cloudtrail_logs; --",
  '$(touch x)',
  '`id`',
  '"; rm -rf ~',
  '../../x',
  String.raw`\'`,
  '/* */',
  '} | filter',
  ' | delete',
  '-',
];

describe('what was typed stays a value', () => {
  test.each(
    HOSTILE.flatMap((text) => [
      [text, `arn:aws:iam::111122223333:user/${text}`] as const,
      [text, `arn:aws:iam::${text}:role/r`] as const,
      [text, text] as const,
    ]),
  )('%j in %j', (text, principal) => {
    const facts = { principal, action: `s3:${text}`, region: text, from: text, operation: text };
    for (const sql of [...texts('athena', facts), ...texts('lake', facts)]) {
      const outside = sql.replaceAll(/'(?:[^']|'')*'/g, '');
      expect(outside).not.toMatch(/DROP|;|--|\/\*|'|touch|rm -rf|delete/);
    }
    for (const query of texts('insights', facts)) {
      const outside = query.replaceAll(/"[^"]*"|'[^']*'/g, '');
      expect(outside).not.toMatch(/DROP|;|--|\/\*|["']|touch|rm -rf|delete|\\/);
    }
    for (const command of texts('cli', facts)) expect(command).not.toContain(text === '-' ? '- -' : text);
  });

  test('a value with control characters is in no query', () => {
    for (const source of ['athena', 'lake', 'insights'] as const) {
      expect(texts(source, { principal: 'arn:aws:iam::111122223333:user/a\u202eb' })).toEqual([]);
    }
  });
});

describe('a diagnosis fills the queries in', () => {
  const request = { principal: ROLE, action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' };
  test.each<readonly [string, Parameters<typeof queryFactsOf>[0], QueryFacts]>([
    ['nothing known', { whydenied: 1 }, {}],
    [
      'the Region of the resource',
      { whydenied: 1, request },
      { principal: ROLE, action: 'sqs:SendMessage', region: 'eu-west-1' },
    ],
    [
      'time and Region of the event',
      {
        whydenied: 1,
        request: {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::shop/a',
          context: { 'aws:CurrentTime': '2026-03-01T08:12:13Z', 'aws:RequestedRegion': 'us-east-1' },
        },
      },
      { action: 's3:GetObject', region: 'us-east-1', from: '2026-03-01T07:12:13Z', to: '2026-03-01T09:12:13Z' },
    ],
  ])('%s', (_name, document, want) => expect(queryFactsOf(document)).toEqual(want));
});
