// A trail to try the page of events with: a day in an invented account, in which a few things go wrong again and again.

const ACCOUNT = '111122223333';
const BEGIN = Date.UTC(2026, 2, 1, 6);
const HOUR = 3_600_000;

interface Trouble {
  readonly role: string;
  readonly session: string;
  readonly source: string;
  readonly name: string;
  readonly code: string;
  /** The sentence behind "is not authorized to perform". */
  readonly said: (place: number) => string;
  readonly times: number;
  /** Hours after the beginning, and how long it lasts. */
  readonly from: number;
  readonly hours: number;
}

const TROUBLES: readonly Trouble[] = [
  {
    role: 'reports/nightly',
    session: 'nightly-2026-03-01',
    source: 's3.amazonaws.com',
    name: 'GetObject',
    code: 'AccessDenied',
    said: (place) =>
      `s3:GetObject on resource: "arn:aws:s3:::acme-sales/2026/03/${place}.csv" because no identity-based policy allows the s3:GetObject action`,
    times: 180,
    from: 1,
    hours: 3,
  },
  {
    role: 'ci/deploy',
    session: 'build-4711',
    source: 'ec2.amazonaws.com',
    name: 'RunInstances',
    code: 'Client.UnauthorizedOperation',
    said: () =>
      `ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${ACCOUNT}:instance/* with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplepolicy1`,
    times: 24,
    from: 5,
    hours: 9,
  },
  {
    role: 'app/orders',
    session: 'i-0a1b2c3d4e5f60718',
    source: 'kms.amazonaws.com',
    name: 'Decrypt',
    code: 'AccessDenied',
    said: () =>
      `kms:Decrypt on resource: arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-0000-4000-8000-000000000001 because no resource-based policy allows the kms:Decrypt action`,
    times: 61,
    from: 9,
    hours: 2,
  },
  {
    role: 'app/orders',
    session: 'i-0a1b2c3d4e5f60718',
    source: 'dynamodb.amazonaws.com',
    name: 'PutItem',
    code: 'AccessDenied',
    said: () =>
      `dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/Orders because no permissions boundary allows the dynamodb:PutItem action`,
    times: 9,
    from: 11,
    hours: 1,
  },
];

/** The trail as CloudTrail writes a file. */
export function exampleTrail(): string {
  const denied = TROUBLES.flatMap((trouble) =>
    Array.from({ length: trouble.times }, (_, place) => event(trouble, place, true)),
  );
  const passed = TROUBLES.flatMap((trouble) =>
    Array.from({ length: trouble.times * 3 }, (_, place) => event(trouble, place, false)),
  );
  return JSON.stringify({ Records: [...denied, ...passed] });
}

function event(trouble: Trouble, place: number, isDenied: boolean): object {
  const { role, session, source, name, code, said, times, from, hours } = trouble;
  // Not evenly: what goes wrong is tried again at once, then ever less often.
  const share = isDenied ? ((place + 1) / times) ** 2 : place / (times * 3);
  const time = BEGIN + (isDenied ? from + share * hours : share * 16) * HOUR;
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role.split('/').at(-1)}/${session}`;
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAEXAMPLEID0000001:${session}`,
      arn,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, accountId: ACCOUNT },
        attributes: { creationDate: new Date(BEGIN).toISOString(), mfaAuthenticated: 'false' },
      },
    },
    eventTime: new Date(time).toISOString().replace(/\.\d{3}/, ''),
    eventSource: source,
    eventName: name,
    awsRegion: source === 'ec2.amazonaws.com' ? 'us-east-1' : 'eu-west-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'Boto3/1.40.1',
    ...(isDenied && { errorCode: code, errorMessage: `User: ${arn} is not authorized to perform: ${said(place)}` }),
    requestParameters: null,
    responseElements: null,
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
  };
}
