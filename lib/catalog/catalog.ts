import { type ResourcePolicySupport, resourcePolicySupport } from '@/lib/catalog/resource-policies';
import { ACTIONS_WITHOUT_RESOURCE, RCP_SERVICES, SERVICE_PREFIXES } from '@/lib/catalog/services';

/** What an action does, in AWS's five words; an action may have several. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** A service as AWS's Service Authorization Reference describes it. */
export interface Service {
  /** `s3` */
  readonly prefix: string;
  /** `Amazon S3` */
  readonly name: string;
  readonly actions: readonly Action[];
  readonly resourceTypes: readonly ResourceType[];
  readonly keys: readonly ConditionKey[];
}

export interface Action {
  /** The service's prefix. */
  readonly service: string;
  /** Without the prefix, as AWS writes it: `GetObject`. */
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  /** Resource types it can be limited to; empty: it is checked against `*` only (R126). */
  readonly resources: readonly ActionResource[];
  /** Condition keys that every request for this action may carry, besides the global ones. */
  readonly keys: readonly ConditionKey[];
  /** Further actions, with prefix, that a request for this one needs: `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

export interface ActionResource {
  readonly type: ResourceType;
  /** True where a request always names one of this type; several that are not required mean one of them, or more. */
  readonly required: boolean;
  /** Condition keys that a request may carry where a resource of this type is named. */
  readonly keys: readonly ConditionKey[];
}

export interface ResourceType {
  /** The prefix of the service that lists it; the ARN may be another service's. */
  readonly service: string;
  readonly name: string;
  /** With AWS's variables: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
  /** Further forms of its ARN, where there are any. */
  readonly otherArns?: readonly string[];
  readonly keys: readonly ConditionKey[];
}

export interface ConditionKey {
  /** As AWS writes it; the part that a caller chooses stands as `*`: `aws:RequestTag/*`, `kms:EncryptionContext:*`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  readonly isMultivalued: boolean;
}

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

/**
 * What is known of AWS's services. Every answer may be "not known" (`undefined`); then the evaluation treats the fact as
 * open and says so. The catalog that comes with the code knows no single actions, resource types and keys: there `service`,
 * `action` and `key` answer `undefined` for everything, and `date` is left out.
 */
export interface Catalog {
  /** The day of AWS's data, `2026-09-26`; left out where single actions are not known. */
  readonly date?: string;
  /** Every prefix of a service, in AWS's order. */
  readonly prefixes: readonly string[];
  /** A service with all it has, by its prefix in lower case. Known service and `undefined`: its details are not known. */
  service(prefix: string): Service | undefined;
  /** An action by its full name in any case. `undefined` though its `service` is known in detail: AWS has no such action. */
  action(name: string): Action | undefined;
  /** A condition key, global or of a service, in any case and with its chosen part: `aws:RequestTag/team`. */
  key(name: string): ConditionKey | undefined;
  isService(prefix: string): boolean;
  /** `Amazon S3` for `s3`, without reading anything else of the service. */
  serviceName(prefix: string): string | undefined;
  resourcePolicies(prefix: string): ResourcePolicySupport | undefined;
  /** Whether RCPs cover the service (R41); `undefined` for prefixes that are no known service. */
  rcpCovers(prefix: string): boolean | undefined;
  /** Whether an action is checked against `*` only (R126). Takes the lower-case action with its prefix. */
  isWithoutResource(action: string): boolean | undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(' '));

/** The catalog that comes with the code: service prefixes, resource-based policies, RCP coverage, actions on `*`. */
export function builtInCatalog(): Catalog {
  const services = words(SERVICE_PREFIXES);
  const rcp = words(RCP_SERVICES);
  const withoutResource = new Map(
    Object.entries(ACTIONS_WITHOUT_RESOURCE).map(([prefix, names]) => [prefix, words(names.toLowerCase())]),
  );
  return {
    prefixes: [...services],
    service: () => undefined,
    action: () => undefined,
    key: () => undefined,
    isService: (prefix) => services.has(prefix),
    serviceName: () => undefined,
    resourcePolicies: (prefix) => (services.has(prefix) ? resourcePolicySupport(prefix) : undefined),
    rcpCovers: (prefix) => (rcp.has(prefix) ? true : services.has(prefix) ? false : undefined),
    isWithoutResource: (action) => {
      const [prefix = '', name = ''] = action.split(':');
      return withoutResource.get(prefix)?.has(name);
    },
  };
}
