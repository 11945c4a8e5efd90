import type { Catalog, ResourceType } from '@/lib/catalog/catalog';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { lookUp } from '@/lib/text/table';
import { type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import { remembered } from '@/lib/validation/remembered';
import type { ResourceArn } from '@/lib/validation/resource-arn';
import { arnFields } from '@/lib/validation/terms/arn-fields';

// The forms that the ARNs of a service have.

/** A form of ARNs, ready to be compared field by field. */
interface ArnForm {
  readonly arn: string;
  readonly hasRegion: boolean;
  readonly hasAccount: boolean;
  readonly resource: Pattern;
}

/**
 * Services that list resources of another one's name, so that not all of AWS's services have to be read for one ARN. A test
 * holds it against the catalog.
 */
export const LISTED_BY_OTHERS: Readonly<Record<string, string>> = {
  acm: 'ec2',
  amplify: 'wafv2',
  apigateway: 'wafv2',
  'app-integrations': 'connect',
  apprunner: 'wafv2',
  appsync: 'wafv2',
  'bedrock-agentcore': 'wafv2',
  billing: 'bcm-data-exports ce',
  catalog: 'servicecatalog',
  cloudfront: 'cloudfront-keyvaluestore',
  cloudtrail: 'cloudtrail-data',
  codewhisperer: 'q',
  'cognito-idp': 'wafv2',
  'compute-optimizer': 'aco-automation',
  ds: 'ds-data',
  ec2: 'ebs ec2-instance-connect route53 ssm vpce wafv2 workspaces-instances',
  ecs: 'ssm',
  eks: 'aps eks-auth',
  'elastic-inference': 'ec2',
  elasticloadbalancing: 'arc-zonal-shift waf-regional wafv2',
  iam: 'codestar ec2 es ssm sts',
  iot: 'greengrass iotjobsdata iotwireless',
  'iq-permission': 'iq',
  kafka: 'kafka-cluster',
  kms: 'events kinesis',
  'license-manager': 'ec2',
  mpa: 'payment-cryptography',
  opensearch: 'es',
  qbusiness: 'qapps',
  qdeveloper: 'q',
  rds: 'rds-data',
  redshift: 'redshift-data',
  'redshift-serverless': 'redshift-data',
  'resource-groups': 'ec2',
  'route53-recovery-control': 'route53-recovery-cluster route53-recovery-control-config',
  s3: 'ssm',
  's3-object-lambda': 's3',
  sagemaker: 'sagemaker-mlflow',
  sns: 'devops-guru',
  sso: 'sso-oauth',
  'vpc-lattice': 'vpc-lattice-svcs',
  wafv2: 'apprunner cognito-idp',
  wisdom: 'connect',
};

/** Forms that AWS documents elsewhere: its reference lists no type for them. */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  cloudformation: ['arn:*:cloudformation:*:*:transform/*'],
  waf: ['arn:*:waf::*:changetoken/*'],
  'waf-regional': ['arn:*:waf-regional:*:*:changetoken/*'],
};

/**
 * Every form of the ARNs that have this service field, whichever service lists it. `undefined` where it is not known: of a
 * service without details, or one that no ARN names.
 */
export const arnFormsOf = remembered((service: string, catalog: Catalog): readonly ArnForm[] | undefined => {
  const prefixes = [service, ...(lookUp(LISTED_BY_OTHERS, service)?.split(' ') ?? [])];
  const forms = prefixes
    .flatMap((prefix) => catalog.service(prefix)?.resourceTypes ?? [])
    .filter((type) => arnServiceOf(type) === service)
    .flatMap(({ arn }) => readForm(arn));
  return forms.length > 0 ? [...forms, ...(lookUp(UNLISTED, service) ?? []).flatMap(readForm)] : undefined;
});

function readForm(arn: string): readonly ArnForm[] {
  const [, , , region = '', account = '', resource] = arnFields(arn);
  if (resource === undefined) return [];
  return [{ arn, hasRegion: region !== '', hasAccount: account !== '', resource: openPattern(resource) }];
}

/** The service that a type's ARNs name; one that may be any service's stands for the service that lists it. */
export function arnServiceOf({ arn, service }: ResourceType): string {
  const written = arnFields(arn)[2] ?? '';
  return written.startsWith('${') ? service : written;
}

/** Each `${…}` of a form stands for anything. */
function openPattern(field: string): Pattern {
  return wildcardPattern(field.replaceAll(/\$\{[^}]*\}/g, '*'));
}

// No ARN of AWS's has a part this long; longer ones are not compared.
const LONGEST_PART = 2_000;

/**
 * The forms whose last part an ARN's last part can be, wildcards honoured; all of them where it is too long. `undefined` where
 * the forms of the service are not known.
 */
export function formsThatFit({ service, resource }: ResourceArn, catalog: Catalog): readonly ArnForm[] | undefined {
  return resource.length > LONGEST_PART
    ? arnFormsOf(service, catalog)
    : fittingForms(`${service}:${resource}`, catalog);
}

const fittingForms = remembered((serviceAndResource: string, catalog: Catalog) => {
  const colon = serviceAndResource.indexOf(':');
  // `${*}` is a star, and no other variable is known.
  const part = serviceAndResource.slice(colon + 1).replaceAll(/\$\{[*?$]\}/g, 'x');
  const pattern = openPattern(part);
  return arnFormsOf(serviceAndResource.slice(0, colon), catalog)?.filter((form) =>
    patternsMeet(pattern, form.resource),
  );
});
