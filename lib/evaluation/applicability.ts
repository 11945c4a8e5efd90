import type { Catalog } from '@/lib/catalog/catalog';
import { carriesPolicy, hasPolicyOnlyWhenShared } from '@/lib/catalog/resource-policies';
import type { PolicyType } from '@/lib/iam/policy-type';
import { isRoleTrustAction } from '@/lib/iam/principal';
import { statedKeys } from '@/lib/request/build-context';
import { isOnNothing } from '@/lib/request/build-request';
import { calledVia, cameThroughEndpoint } from '@/lib/request/related-keys';
import type { Request } from '@/lib/request/request';
import { code } from '@/lib/text/wording';

/** What the document says about a policy type, beside its policies. */
export interface TypeSettings {
  readonly given: boolean;
  readonly notApplicable: boolean;
  readonly incomplete: boolean;
}

/** Why a policy type certainly does not apply to a request, as a sentence; `undefined` where it applies (R31, R181). */
export function whyNotApplicable(
  type: PolicyType,
  request: Request,
  settings: TypeSettings,
  catalog: Catalog,
): string | undefined {
  if (settings.notApplicable) return 'You said that it does not apply to this request.';
  switch (type) {
    case 'rcp':
      return whyNoRcp(request, catalog);
    case 'scp':
      return whyNoScp(request);
    case 'endpoint':
      return whyNoEndpoint(request);
    case 'resource':
      return whyNoResourcePolicy(request, settings, catalog);
    case 'identity':
      return whyNoIdentityPolicy(request);
    case 'boundary':
      return whyNoBoundary(request);
    case 'session':
      return whyNoSessionPolicy(request, settings);
  }
}

const OUTSIDERS = {
  service: 'The caller is an AWS service, which belongs to no account of yours.',
  anonymous: 'The caller is anonymous and belongs to no account.',
  provider: 'The caller has not assumed a role yet and belongs to no account.',
} as const;

function outsider({ caller }: Request): string | undefined {
  return caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'provider'
    ? OUTSIDERS[caller.kind]
    : undefined;
}

/** R40 to R42. */
function whyNoRcp(request: Request, catalog: Catalog): string | undefined {
  const { settings, service, sameAccount } = request;
  const inManagement =
    settings.resourceAccountIsManagementAccount || (sameAccount && settings.principalAccountIsManagementAccount);
  if (inManagement) return 'RCPs do not bind resources of the management account.';
  if (settings.principalIsServiceLinkedRole) return 'RCPs do not bind service-linked roles.';
  if (request.actionId === 'kms:retiregrant') return 'RCPs do not bind `kms:RetireGrant`.';
  if (request.resourceArn?.resource.startsWith('alias/aws/')) return 'RCPs do not bind AWS managed keys.';
  return catalog.rcpCovers(service) === false ? `RCPs do not cover the service ${code(service)}.` : undefined;
}

/** R39. */
function whyNoScp(request: Request): string | undefined {
  const { settings, sameAccount } = request;
  if (outsider(request)) return `${outsider(request)} SCPs bind identities of member accounts alone.`;
  const inManagement =
    settings.principalAccountIsManagementAccount || (sameAccount && settings.resourceAccountIsManagementAccount);
  if (inManagement) return 'SCPs do not bind the management account.';
  return settings.principalIsServiceLinkedRole ? 'SCPs do not bind service-linked roles.' : undefined;
}

/** R43, R181. A key that only calls through an endpoint carry outweighs everything else. */
function whyNoEndpoint(request: Request): string | undefined {
  if (request.caller.kind === 'service') return 'AWS services do not call through your VPC endpoint.';
  const stated = statedKeys(request.stated);
  if (cameThroughEndpoint(stated)) return undefined;
  if (stated.isAbsent('aws:sourcevpce'))
    return 'The request did not come through a VPC endpoint: it has no `aws:SourceVpce`.';
  if (stated.isPresent('aws:sourceip')) {
    return 'The request did not come through a VPC endpoint: it has an `aws:SourceIp`, which such requests never have.';
  }
  const viaService =
    stated.values('aws:viaawsservice')?.some((value) => value.toLowerCase() === 'true') || calledVia(stated);
  return viaService ? 'An AWS service made the call for you, which does not pass your VPC endpoint.' : undefined;
}

/** R71, R77, R93. */
function whyNoResourcePolicy(request: Request, settings: TypeSettings, catalog: Catalog): string | undefined {
  const { action, resource, resourceArn, service, sameAccount } = request;
  if (isOnNothing(action, resource, catalog)) return `${code(action)} has no resource that could carry a policy.`;
  if (isRoleTrustAction(action)) return undefined;
  if (service === 'iam')
    return 'In IAM only roles carry a policy, their trust policy, and it counts for assuming them alone.';
  if (service === 'sts') return `No resource carries a policy for ${code(action)}.`;
  const isSeen = settings.given || settings.incomplete;
  if (sameAccount && !isSeen && hasPolicyOnlyWhenShared(service, resourceArn?.resource ?? ''))
    return 'A parameter has a policy only where it is shared with other accounts.';
  if (catalog.resourcePolicies(service) === 'none')
    return `Resources of the service ${code(service)} have no policies of their own.`;
  const own = resourceArn?.service === service ? resourceArn.resource : undefined;
  return own !== undefined && carriesPolicy(service, own) === false
    ? `Of the service ${code(service)} only some resources have policies of their own, and this is none of them.`
    : undefined;
}

function whyNoIdentityPolicy(request: Request): string | undefined {
  if (request.caller.kind === 'root') return 'The root user has full access without any identity-based policy.';
  return outsider(request);
}

function whyNoBoundary(request: Request): string | undefined {
  if (request.caller.kind === 'root') return 'The root user cannot have a permissions boundary.';
  if (request.settings.principalIsServiceLinkedRole) return 'A service-linked role cannot have a permissions boundary.';
  return outsider(request);
}

/** R31, R10: root has session policies only in credentials made by AssumeRoot. */
function whyNoSessionPolicy(request: Request, settings: TypeSettings): string | undefined {
  switch (request.caller.kind) {
    case 'user':
      return 'An IAM user’s own credentials have no session policy.';
    case 'root':
      return settings.given || settings.incomplete
        ? undefined
        : 'The root user’s own credentials have no session policy.';
    case 'session':
    case 'role':
    case 'federated':
      return undefined;
    case 'service':
    case 'provider':
    case 'anonymous':
      return outsider(request);
  }
}
