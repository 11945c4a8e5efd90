import { ACTIONS_BY_OPERATION, BARE_OPERATIONS, SERVICE_PREFIXES_BY_NAME } from '@/lib/evidence/operations';
import { lookUp } from '@/lib/text/table';

/** What is known of a call besides the name of its operation. */
export interface Call {
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
  const service = prefix ?? lookUp(BARE_OPERATIONS, operation);
  if (service === undefined || !/^\w{1,128}$/.test(operation)) return undefined;
  if (service === 'apigateway') return httpAction(operation);
  const action = lookUp(ACTIONS_BY_OPERATION, `${service}:${operation}`) ?? `${service}:${operation}`;
  if (!isVersion || service !== 's3') return action;
  return lookUp(VERSIONED, action) ?? action;
}

// With a version ID these ask for an action of their own.
const VERSIONED: Readonly<Record<string, string>> = {
  's3:GetObject': 's3:GetObjectVersion',
  's3:GetObjectAcl': 's3:GetObjectVersionAcl',
  's3:GetObjectTagging': 's3:GetObjectVersionTagging',
  's3:PutObjectAcl': 's3:PutObjectVersionAcl',
  's3:PutObjectTagging': 's3:PutObjectVersionTagging',
  's3:DeleteObject': 's3:DeleteObjectVersion',
  's3:DeleteObjectTagging': 's3:DeleteObjectVersionTagging',
};

/** API Gateway's actions are HTTP methods. */
function httpAction(operation: string): string | undefined {
  const [verb = ''] = /^(?:Create|Import|Test|Get|Update|Delete|Put)/.exec(operation) ?? [];
  const method = lookUp(METHODS, verb);
  return method && `apigateway:${method}`;
}

const METHODS: Readonly<Record<string, string>> = {
  Create: 'POST',
  Import: 'POST',
  Test: 'POST',
  Get: 'GET',
  Update: 'PATCH',
  Delete: 'DELETE',
  Put: 'PUT',
};

/** The action behind a CloudTrail event, from its source (`dynamodb.amazonaws.com`) and name. */
export function actionOfEvent(eventSource: string, eventName: string, isVersion: boolean): string | undefined {
  const host = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  const prefix = lookUp(SERVICE_PREFIXES_BY_NAME, host) ?? host;
  // Signing in to the console is no call that policies decide.
  if (!/^[a-z0-9-]{1,60}$/.test(prefix) || prefix === 'signin') return undefined;
  // Lambda and CloudFront append the version of their interface: CreateFunction20150331, UpdateDistribution2020_05_31.
  const version = prefix === 'lambda' ? /\d{8}(?:v\d{1,3})?$/ : prefix === 'cloudfront' ? /\d{4}_\d{2}_\d{2}$/ : /$^/;
  return actionOfOperation(eventName.replace(version, ''), { prefix, isVersion });
}

/** IAM's prefix of a service as an SDK names it: `AmazonSQS`, `Elastic Load Balancing v2`, `CloudWatch Logs`. */
export function prefixOfService(name: string): string | undefined {
  const short = name
    .toLowerCase()
    .replace(/^(?:amazon|aws)\s?/, '')
    .replace(/[\s_]/g, '')
    .replace(/v\d$/, '');
  return lookUp(SERVICE_PREFIXES_BY_NAME, short) ?? (SAME_NAME.has(short) ? short : undefined);
}

const SAME_NAME: ReadonlySet<string> = new Set(
  (
    's3 dynamodb iam sts sqs sns kms ssm ecr ecs eks ec2 rds lambda secretsmanager cloudformation cloudtrail cloudwatch athena ' +
    'glue kinesis firehose organizations apigateway backup batch bedrock codebuild codecommit codedeploy codepipeline ' +
    'elasticache guardduty redshift route53 sagemaker ses wafv2 appsync autoscaling cloudfront budgets config events logs'
  ).split(' '),
);
