import type { Catalog } from '@/lib/catalog/catalog';
import { servicePrefix } from '@/lib/iam/action';
import { nearestName } from '@/lib/text/nearest';
import { lookUp } from '@/lib/text/table';
import { remembered } from '@/lib/validation/remembered';

// Names by which people know services whose prefix is another one.
const KNOWN_AS: Readonly<Record<string, string>> = {
  'api-gateway': 'apigateway',
  apigw: 'apigateway',
  alb: 'elasticloadbalancing',
  aurora: 'rds',
  'app-runner': 'apprunner',
  cfn: 'cloudformation',
  cloudwatchevents: 'events',
  cloudwatchlogs: 'logs',
  'cloudwatch-logs': 'logs',
  cognito: 'cognito-idp',
  'cognito-user-pools': 'cognito-idp',
  documentdb: 'rds',
  ddb: 'dynamodb',
  efs: 'elasticfilesystem',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  eventbridge: 'events',
  kinesisfirehose: 'firehose',
  'kinesis-firehose': 'firehose',
  'lambda-function': 'lambda',
  mediastoredata: 'mediastore',
  msk: 'kafka',
  neptune: 'neptune-db',
  nlb: 'elasticloadbalancing',
  opensearch: 'es',
  'parameter-store': 'ssm',
  parameterstore: 'ssm',
  'secrets-manager': 'secretsmanager',
  secretmanager: 'secretsmanager',
  'step-functions': 'states',
  stepfunctions: 'states',
  sfn: 'states',
  'systems-manager': 'ssm',
  systemsmanager: 'ssm',
  'x-ray': 'xray',
};

// Services that AWS's own policies still name and that its reference does not list: they were shut down, or are not documented.
const UNLISTED: ReadonlySet<string> = new Set([
  'builderid',
  'datazonecontrol',
  'deepcomposer',
  'deeplens',
  'deepracer',
  'elastic-inference',
  'iot1click',
  'iotroborunner',
  'mobilehub',
  'sagemaker-groundtruth-synthetic',
  'zocalo',
]);

/** Whether AWS has, or had, a service of this prefix. */
export function isNamedService(prefix: string, catalog: Catalog): boolean {
  return catalog.isService(prefix) || UNLISTED.has(prefix);
}

/** The prefix that a wrong one stands for: a service by another of its names, another letter case, a slip. */
export const meantPrefix = remembered((written: string, catalog: Catalog): string | undefined => {
  const plain = written.trim().toLowerCase();
  const other = lookUp(KNOWN_AS, plain);
  if (other !== undefined && catalog.isService(other)) return other;
  return catalog.isService(plain) ? plain : nearestName(plain, catalog.prefixes);
});

/** The action that one of a known service stands for which does not exist. Both are written with the service's prefix. */
export const meantAction = remembered((written: string, catalog: Catalog): string | undefined => {
  const service = catalog.service(servicePrefix(written));
  const names = service?.actions.map((action) => action.name) ?? [];
  const name = nearestName(written.slice(written.indexOf(':') + 1).trim(), names);
  return service && name && `${service.prefix}:${name}`;
});
