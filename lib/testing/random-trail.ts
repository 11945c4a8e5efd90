import { deniedEvent, passedEvent } from '@/lib/testing/cloudtrail-files';

// A trail as a busy account writes it, the same for the same seed: most calls succeed, some fail, some of these are denied. What fails is
// tried again and again by the same callers, a few things far more often than most.

const ACCOUNTS = ['111122223333', '444455556666', '123456789012'];
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const SERVICES = ['s3', 'dynamodb', 'sqs', 'kms', 'ec2', 'lambda', 'sts', 'logs'];
const VERBS = ['Get', 'List', 'Describe', 'Put', 'Delete', 'Update'];
const NOUNS = ['Object', 'Table', 'Queue', 'Key', 'Instances', 'Function', 'Role', 'LogStreams'];
const AGENTS = ['aws-cli/2.30.0', 'Boto3/1.40.1 md/Botocore#1.40.1 ua/2.1 os/linux#6.1', 'console.amazonaws.com'];

/** Makes one record after the other. */
export function randomTrail(seed: number): () => object {
  let state = seed >>> 0;
  let time = Date.UTC(2026, 2, 1);
  const random = () => {
    // https://en.wikipedia.org/wiki/Linear_congruential_generator, the parameters of "Numerical Recipes"
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number) => Math.floor(random() * count);
  const one = (values: readonly string[]) => values[below(values.length)] ?? '';
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  const machines = Array.from({ length: 200 }, () => `i-${hex(17)}`);
  const call = () => {
    const [account, region, service] = [one(ACCOUNTS), one(REGIONS), one(SERVICES)];
    const role = `role-${below(40)}`;
    return {
      ...{ account, region, service, role },
      name: `${one(VERBS)}${one(NOUNS)}`,
      session: `arn:aws:sts::${account}:assumed-role/${role}/${one(machines)}`,
      resource: `arn:aws:${service}:${region}:${account}:thing/${below(30)}/${hex(6)}`,
      key: `ASIA${hex(16).toUpperCase()}`,
    };
  };
  const troubles = Array.from({ length: 4000 }, call);
  return () => {
    time += below(400);
    const kind = random();
    const trouble = troubles[Math.floor(random() ** 3 * troubles.length)];
    const { account, region, service, role, name, session, resource, key } = kind < 0.06 && trouble ? trouble : call();
    const change = {
      userIdentity: {
        type: 'AssumedRole',
        principalId: `AROAEXAMPLEID0000001:${session.split('/').at(-1)}`,
        arn: session,
        accountId: account,
        accessKeyId: key,
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            arn: `arn:aws:iam::${account}:role/${role}`,
            accountId: account,
            userName: role,
          },
          attributes: { creationDate: new Date(time - (time % 3_600_000)).toISOString(), mfaAuthenticated: 'false' },
        },
      },
      eventTime: new Date(time).toISOString().replace(/\.\d+/, ''),
      eventSource: `${service}.amazonaws.com`,
      eventName: name,
      awsRegion: region,
      sourceIPAddress: `10.${below(256)}.${below(256)}.${below(256)}`,
      userAgent: one(AGENTS),
      requestParameters: { name: hex(24), maxResults: below(1000), note: `of "${role}"`, items: [hex(8), hex(8)] },
      requestID: hex(32),
      eventID: hex(32),
      readOnly: true,
      resources: [{ accountId: account, type: 'AWS::Thing', ARN: resource }],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: 'Management',
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: `${service}.${region}.amazonaws.com`,
      },
    };
    if (kind >= 0.06) return { ...passedEvent(), ...change };
    if (kind >= 0.03)
      return deniedEvent({
        ...change,
        errorCode: 'ResourceNotFoundException',
        requestParameters: { name: resource },
        errorMessage: `Thing ${resource} not found`,
      });
    const said = `User: ${session} is not authorized to perform: ${service}:${name} on resource: ${resource} because no identity-based policy allows the ${service}:${name} action`;
    return deniedEvent({ ...change, requestParameters: null, errorMessage: said });
  };
}
