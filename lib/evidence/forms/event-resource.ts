import { listAt, objectAt, textAt } from '@/lib/evidence/json-pieces';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import type { JsonObject } from '@/lib/text/json';

/** What an event tells of the resource: its name, and who owns it. */
export interface EventResource {
  readonly resource?: string;
  readonly owner?: string;
}

/** The resource that the message names; else the event's first one; else what follows from the parameters of the call. */
export function resourceOfEvent(event: JsonObject, said: string | undefined): EventResource {
  const listed = listAt(event, 'resources').flatMap((node) => (node.kind === 'object' ? [node] : []));
  const resource = said ?? arnOf(listed[0]) ?? fromParameters(event);
  const own = listed.find((entry) => arnOf(entry) === resource);
  // S3 lists the object without its owner and the bucket with it.
  const bucket = listed.find((entry) => resource?.startsWith(`${arnOf(entry)}/`) && textAt(entry, 'accountId'));
  const owner = textAt(own, 'accountId') ?? textAt(bucket, 'accountId');
  return { ...(resource && { resource }), ...(owner && isAccountId(owner) && { owner }) };
}

function arnOf(entry: JsonObject | undefined): string | undefined {
  return textAt(entry, 'ARN') ?? textAt(entry, 'arn');
}

// Parameters that hold the ARN of what the call is about.
const ARN_PARAMETERS = [
  'roleArn',
  'topicArn',
  'secretId',
  'keyId',
  'functionName',
  'stateMachineArn',
  'policyArn',
  'resourceArn',
];

/** Only what the parameters determine whole: S3's names carry no account, an ARN is one. */
function fromParameters(event: JsonObject): string | undefined {
  const parameters = objectAt(event, 'requestParameters');
  if (parameters === undefined) return undefined;
  const partition = partitionOf(textAt(event, 'awsRegion') ?? '');
  const source = textAt(event, 'eventSource') ?? '';
  const bucket = textAt(parameters, 'bucketName');
  if (source.startsWith('s3.') && bucket !== undefined) {
    const key = textAt(parameters, 'key');
    return `arn:${partition}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
  }
  const queue = textAt(parameters, 'queueUrl');
  if (queue?.startsWith('https://sqs.')) return queue;
  return ARN_PARAMETERS.map((name) => textAt(parameters, name)).find((value) => value && parseArn(value));
}

function partitionOf(region: string): string {
  return region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
