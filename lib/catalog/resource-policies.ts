import { lookUp } from '@/lib/text/table';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';

/** Whether resources of a service can carry a policy of their own: the service's main type, some types, or none. */
export type ResourcePolicySupport = 'main' | 'some' | 'none';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(' '));

// No data of AWS's says which services have resource-based policies: read from the services' guides (R93).
const MAIN = words(
  'acm-pca aoss backup codeartifact dynamodb ecr ecr-public elasticfilesystem events execute-api apigateway glacier glue ' +
    'kafka kinesis kms lambda lex mediastore osis s3 s3-outposts s3express s3tables s3vectors schemas secretsmanager ' +
    'serverlessrepo ses sns sqs vpc-lattice vpc-lattice-svcs es dsql oam s3-object-lambda',
);
const SOME = words(
  'iam sts logs xray cloudtrail codebuild codeguru-profiler organizations redshift redshift-serverless sagemaker bedrock ' +
    'bedrock-agentcore comprehend rekognition refactor-spaces ssm ssm-contacts ssm-incidents network-firewall ' +
    'route53resolver wafv2 imagebuilder signer payment-cryptography cloudhsm aps rum cleanrooms-ml entityresolution ' +
    'mediapackagev2 mediaconvert mediatailor networkmanager pca-connector-ad pca-connector-scep',
);

/** Which resources of a service carry a policy, by the last part of their ARN. */
type Carriers = readonly (readonly [form: string, carries: boolean])[];

// Services whose guides say it of single resource types. What fits no form is not known.
const CARRIERS: Readonly<Record<string, Carriers>> = {
  // A vault's policy also counts for the recovery points in it.
  backup: [
    ['backup-vault:*', true],
    ['recovery-point:*', true],
    ['backup-plan:*', false],
    ['framework:*', false],
    ['report-plan:*', false],
  ],
  bedrock: [['foundation-model/*', false]],
  // CloudTrail Lake, and no trail.
  cloudtrail: [
    ['eventdatastore/*', true],
    ['channel/*', true],
    ['dashboard/*', true],
    ['trail/*', false],
  ],
  // One policy for the Data Catalog.
  glue: [
    ['catalog', true],
    ['catalog/*', true],
    ['database/*', true],
    ['table/*', true],
    ['job/*', false],
    ['crawler/*', false],
  ],
  lambda: [
    ['function:*', true],
    ['layer:*', true],
    ['event-source-mapping:*', false],
    ['code-signing-config:*', false],
  ],
  // Documents have a list of accounts they are shared with.
  ssm: [
    ['parameter/*', true],
    ['opsitem/*', true],
    ['document/*', false],
    ['session/*', false],
    ['automation-execution/*', false],
    ['automation-definition/*', false],
  ],
};

/**
 * Whether a resource carries a policy, by its service and the last part of its ARN (R93). `undefined` where no more is known
 * than of the service.
 */
export function carriesPolicy(prefix: string, resource: string): boolean | undefined {
  return lookUp(CARRIERS, prefix)?.find(([form]) => matchesPattern(wildcardPattern(form), resource))?.[1];
}

// Both the identity-based policy and the resource's own policy have to allow, also within one account (R93).
const NEEDS_BOTH = words('vpc-lattice-svcs aoss');

/** Which resources of a service, by its prefix, can carry a policy (R93). Services that are not listed have none. */
export function resourcePolicySupport(prefix: string): ResourcePolicySupport {
  if (MAIN.has(prefix)) return 'main';
  return SOME.has(prefix) ? 'some' : 'none';
}

/** Whether a service asks for an Allow on both sides, also within one account (R93). */
export function needsBothSides(prefix: string): boolean {
  return NEEDS_BOTH.has(prefix);
}

/** Whether a resource has a policy only where it is shared with other accounts: within its own account nobody is named (R93). */
export function hasPolicyOnlyWhenShared(prefix: string, resource: string): boolean {
  return prefix === 'ssm' && resource.startsWith('parameter/');
}
