import { BARE_OPERATIONS } from '@/lib/evidence/operations/bare';
import { ACTIONS_BY_OPERATION, hasNoAction } from '@/lib/evidence/operations/exceptions';
import { PREFIXES_BY_NAME, PREFIXES_OF_SAME_NAME } from '@/lib/evidence/operations/prefixes';
import { lookUp } from '@/lib/text/table';

/** What is known of a call besides the name of its operation. */
interface Call {
  /** IAM's prefix of the service. */
  readonly prefix?: string;
  /** The operation names a version of an S3 object. */
  readonly isVersion?: boolean;
}

/**
 * The IAM action behind an API operation. Without a service only operations are known that no other service has under that name.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function actionOfOperation(operation: string, { prefix, isVersion }: Call): string | undefined {
  const service = prefix ?? serviceOfOperation(operation);
  if (service === undefined || !/^[\w.]{1,128}$/.test(operation) || hasNoAction(service, operation)) return undefined;
  if (service === 'apigateway') return httpAction(operation);
  const action = lookUp(ACTIONS_BY_OPERATION, `${service}:${operation}`) ?? `${service}:${operation}`;
  if (action.endsWith('.OBJECT')) return undefined;
  if (!isVersion || service !== 's3') return action;
  return lookUp(VERSIONED, action) ?? action;
}

/** The prefix of the one service that has an operation of this name, if it is known. */
export function serviceOfOperation(operation: string): string | undefined {
  return lookUp(BARE_OPERATIONS, operation);
}

// With a version ID these ask for an action of their own.
const VERSIONED: Readonly<Record<string, string>> = {
  's3:GetObject': 's3:GetObjectVersion',
  's3:GetObjectAcl': 's3:GetObjectVersionAcl',
  's3:GetObjectTagging': 's3:GetObjectVersionTagging',
  's3:GetObjectAttributes': 's3:GetObjectVersionAttributes',
  's3:GetObjectTorrent': 's3:GetObjectVersionTorrent',
  's3:PutObjectAcl': 's3:PutObjectVersionAcl',
  's3:PutObjectTagging': 's3:PutObjectVersionTagging',
  's3:DeleteObject': 's3:DeleteObjectVersion',
  's3:DeleteObjectTagging': 's3:DeleteObjectVersionTagging',
};

/**
 * API Gateway's actions are HTTP methods.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-create-and-manage-api.html
 */
function httpAction(operation: string): string | undefined {
  const [verb = ''] = /^[A-Z][a-z]+/.exec(operation) ?? [];
  const method = lookUp(ODD_METHODS, operation) ?? lookUp(METHODS, verb);
  return method && `apigateway:${method}`;
}

const METHODS: Readonly<Record<string, string>> = {
  Create: 'POST',
  Import: 'POST',
  Test: 'POST',
  Generate: 'POST',
  Reject: 'POST',
  Publish: 'POST',
  Preview: 'POST',
  Get: 'GET',
  List: 'GET',
  Export: 'GET',
  Update: 'PATCH',
  Delete: 'DELETE',
  Flush: 'DELETE',
  Reset: 'DELETE',
  Disable: 'DELETE',
  Untag: 'DELETE',
  Put: 'PUT',
  Reimport: 'PUT',
  Tag: 'PUT',
};

const ODD_METHODS: Readonly<Record<string, string>> = { ImportApi: 'PUT', ImportDocumentationParts: 'PUT' };

/** The action behind a CloudTrail event, from its source (`dynamodb.amazonaws.com`) and name. */
export function actionOfEvent(eventSource: string, eventName: string, isVersion: boolean): string | undefined {
  const prefix = prefixOfSource(eventSource);
  if (prefix === undefined) return undefined;
  // Lambda and CloudFront append the version of their interface: CreateFunction20150331, UpdateDistribution2020_05_31.
  const version = prefix === 'lambda' ? /\d{8}(?:v\d{1,3})?$/ : prefix === 'cloudfront' ? /\d{4}_\d{2}_\d{2}$/ : /$^/;
  return actionOfOperation(eventName.replace(version, ''), { prefix, isVersion });
}

/** IAM's prefix of the service that an event names as its source. */
export function prefixOfSource(eventSource: string): string | undefined {
  const host = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '').toLowerCase();
  const prefix = lookUp(PREFIXES_BY_NAME, host) ?? host;
  return /^[a-z0-9-]{1,60}$/.test(prefix) ? prefix : undefined;
}

/** IAM's prefix of a service as an SDK names it: `AmazonSQS`, `Elastic Load Balancing v2`, `CloudWatch Logs`, `EMR Serverless`. */
export function prefixOfService(name: string): string | undefined {
  const short = name
    .toLowerCase()
    .replace(/^(?:amazon|aws)\s?/, '')
    .replace(/[\s_]/g, '');
  const known = (candidate: string) => {
    const joined = candidate.replaceAll('-', '');
    return (
      lookUp(PREFIXES_BY_NAME, candidate) ?? lookUp(PREFIXES_BY_NAME, joined) ?? lookUp(PREFIXES_OF_SAME_NAME, joined)
    );
  };
  return known(short) ?? known(short.replace(/v\d$/, ''));
}
