import { ACTIONS_WITHOUT_RESOURCE, RCP_SERVICES, SERVICE_PREFIXES } from '@/lib/catalog/services';

/** Whether resources of a service can carry a policy of their own: the service's main type, some types, or none. */
type ResourcePolicySupport = 'main' | 'some' | 'none';

/**
 * What the evaluation has to know of AWS's services. Every answer may be "not known" (`undefined`); then the evaluation
 * treats the fact as open and says so.
 */
export interface Catalog {
  isService(prefix: string): boolean;
  resourcePolicies(prefix: string): ResourcePolicySupport | undefined;
  /** Whether RCPs cover the service (R41); `undefined` for prefixes that are no known service. */
  rcpCovers(prefix: string): boolean | undefined;
  /** Whether an action is checked against `*` only (R126). Takes the lower-case action with its prefix. */
  isWithoutResource(action: string): boolean | undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(' '));

// Services guide by guide: `causes` of access by a policy on the resource itself (R93).
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

/** The catalog that comes with the code: service prefixes, resource-based policies, RCP coverage, actions on `*`. */
export function builtInCatalog(): Catalog {
  const services = words(SERVICE_PREFIXES);
  const rcp = words(RCP_SERVICES);
  const withoutResource = new Map(
    Object.entries(ACTIONS_WITHOUT_RESOURCE).map(([prefix, names]) => [prefix, words(names.toLowerCase())]),
  );
  return {
    isService: (prefix) => services.has(prefix),
    resourcePolicies: (prefix) => {
      if (MAIN.has(prefix)) return 'main';
      if (SOME.has(prefix)) return 'some';
      return services.has(prefix) ? 'none' : undefined;
    },
    rcpCovers: (prefix) => (rcp.has(prefix) ? true : services.has(prefix) ? false : undefined),
    isWithoutResource: (action) => {
      const [prefix = '', name = ''] = action.split(':');
      return withoutResource.get(prefix)?.has(name);
    },
  };
}

// Both the identity-based policy and the resource's own policy have to allow, also within one account (R93).
const NEEDS_BOTH = words('vpc-lattice-svcs aoss');

/** Whether a service asks for an Allow on both sides, also within one account (R93). */
export function needsBothSides(prefix: string): boolean {
  return NEEDS_BOTH.has(prefix);
}
