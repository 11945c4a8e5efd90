import type { Catalog } from '@/lib/catalog/catalog';
import type { Arn } from '@/lib/iam/arn';
import type { KeyState } from '@/lib/request/context';
import type { ResourceOwner, UnstatedMode } from '@/lib/request/request';
import { isKeyOfAnotherService } from '@/lib/request/service-keys';

// What follows from the resource and the action: owner, Region, and keys of other services (C18, C187, C188, C189).

export interface ResourceFacts {
  readonly action: string;
  readonly service: string;
  readonly resource: string;
  readonly resourceArn?: Arn;
  readonly owner: ResourceOwner;
  readonly partition: string;
}

const ABSENT: KeyState = { state: 'absent', source: 'derived' };

/** The state of a key that follows from resource and action, or `undefined`. Takes the key's lower case. */
export function resourceKey(
  id: string,
  facts: ResourceFacts,
  mode: UnstatedMode,
  catalog: Catalog,
): KeyState | undefined {
  if (id === 'aws:resourceaccount') return resourceAccount(facts, mode);
  if (id === 'aws:resourceorgid' || id === 'aws:resourceorgpaths')
    return lacksOwnerKeys(facts.action) ? ABSENT : undefined;
  if (id === 'aws:requestedregion') return requestedRegion(facts);
  return isKeyOfAnotherService(id, facts.service, catalog) ? ABSENT : undefined;
}

/** In place of an account: the resource is AWS's own, such as a managed policy, and belongs to no customer (R193). */
export const AWS_OWNED = 'aws';

/** An account that was only assumed must not rule out a Deny on foreign buckets, so it leaves the key open (R193). */
function resourceAccount(facts: ResourceFacts, mode: UnstatedMode): KeyState | undefined {
  if (lacksOwnerKeys(facts.action)) return ABSENT;
  const { owner } = facts;
  if (owner.account === undefined) return undefined;
  const isAnybodys = facts.resource === '*' || facts.resourceArn?.account === AWS_OWNED;
  const open = owner.source === 'assumed' && !isAnybodys && mode === 'unknown';
  if (open) return undefined;
  return { state: 'present', values: [owner.account], source: owner.source === 'assumed' ? 'assumed' : 'derived' };
}

// AWS does not send the keys of the resource's owner with these (C189).
const WITHOUT_OWNER_KEYS: ReadonlySet<string> = new Set([
  'ec2:accepttransitgatewaypeeringattachment',
  'ec2:acceptvpcendpointconnections',
  'ec2:acceptvpcpeeringconnection',
  'ec2:createtransitgatewaypeeringattachment',
  'ec2:createvpcendpoint',
  'ec2:createvpcpeeringconnection',
  'route53:associatevpcwithhostedzone',
  'route53:createvpcassociationauthorization',
  'auditmanager:updateassessmentframeworkshare',
  'detective:acceptinvitation',
  'ds:acceptshareddirectory',
  'guardduty:acceptadministratorinvitation',
  'macie2:acceptinvitation',
  'es:acceptinboundconnection',
  'securityhub:acceptadministratorinvitation',
]);

function lacksOwnerKeys(action: string): boolean {
  const id = action.toLowerCase();
  return id.startsWith('ebs:') || WITHOUT_OWNER_KEYS.has(id);
}

// Services with one home for the whole partition.
const HOME_US_EAST_1 = [
  'iam',
  'organizations',
  'route53',
  'route53domains',
  'cloudfront',
  'account',
  'billing',
  'support',
  'waf',
  'aws-portal',
];
const HOME_US_WEST_2 = ['globalaccelerator', 'networkmanager'];
const IAM_HOMES: Readonly<Record<string, string>> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

function requestedRegion(facts: ResourceFacts): KeyState | undefined {
  const region = facts.resourceArn?.region || homeRegion(facts.service, facts.partition);
  return region && !/[*?]/.test(region) ? { state: 'present', values: [region], source: 'derived' } : undefined;
}

function homeRegion(service: string, partition: string): string | undefined {
  if (service === 'iam' && IAM_HOMES[partition]) return IAM_HOMES[partition];
  if (partition !== 'aws') return undefined;
  if (HOME_US_EAST_1.includes(service)) return 'us-east-1';
  return HOME_US_WEST_2.includes(service) ? 'us-west-2' : undefined;
}
