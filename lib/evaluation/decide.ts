import { needsBothSides } from '@/lib/catalog/resource-policies';
import type { Layer } from '@/lib/evaluation/layer';
import { DOES_NOT_MATCH, distinct, every, MATCHES, some } from '@/lib/evaluation/match';
import type { Decision, Match, Unknown } from '@/lib/evaluation/verdict';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { callerAccount, isRoleTrustAction } from '@/lib/iam/principal';
import type { Request } from '@/lib/request/request';

export type Layers = Readonly<Record<PolicyType, Layer>>;

/** How caller and resource stand to each other: which of AWS's flow charts decides (R50, R56, R65, R72, R84). */
export type Situation =
  | 'noAccount'
  | 'rootAtHome'
  | 'rootCannot'
  | 'rootElsewhere'
  | 'sessionTokenRefused'
  | 'sameAccount'
  | 'ownPolicyDecides'
  | 'bothSides';

/** The parts of a decision, kept for saying which policy types were responsible. */
export interface Decided {
  readonly decision: Decision;
  readonly situation: Situation;
  /** Facts that could turn the decision, those of possible Denies first (R216). */
  readonly dependsOn: readonly Unknown[];
}

/**
 * AWS's flow chart (R183): an explicit Deny wins; else everything that has to allow must allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: Request, layers: Layers): Decided {
  const situation = situationOf(request);
  const denies = POLICY_TYPES.filter((type) => layers[type].applies && !isImmune(type, request)).map(
    (type) => layers[type].deny,
  );
  const deny = some(denies);
  const top = every([ceiling(layers.scp), ceiling(layers.endpoint)]);
  const need = every([top, grant(situation, layers)]);
  if (deny.outcome === 'matches') return { decision: 'explicitDeny', situation, dependsOn: [] };
  if (need.outcome === 'doesNotMatch') return { decision: 'implicitDeny', situation, dependsOn: [] };
  if (need.outcome === 'matches' && deny.outcome === 'doesNotMatch')
    return { decision: 'allowed', situation, dependsOn: [] };
  const unknowns = [deny, need].flatMap((match) => (match.outcome === 'dependsOn' ? match.unknowns : []));
  return { decision: 'undetermined', situation, dependsOn: distinct(unknowns) };
}

/** A layer that does not apply limits nothing. */
function ceiling(layer: Layer): Match {
  return layer.applies ? layer.allow : MATCHES;
}

function grant(situation: Situation, layers: Layers): Match {
  const { resource, identity } = layers;
  const cap = every([ceiling(layers.boundary), ceiling(layers.session)]);
  switch (situation) {
    case 'noAccount':
      return resource.allow;
    case 'rootCannot':
    case 'sessionTokenRefused':
      return DOES_NOT_MATCH;
    case 'rootAtHome':
      return cap;
    case 'rootElsewhere':
      return every([resource.allow, cap]);
    case 'sameAccount':
      return some([resource.strengths.direct, every([some([resource.strengths.role, identity.allow]), cap])]);
    case 'ownPolicyDecides': {
      const { direct, role, delegation } = resource.strengths;
      return some([direct, every([some([role, every([delegation, identity.allow])]), cap])]);
    }
    case 'bothSides':
      return every([resource.allow, identity.allow, cap]);
  }
}

function situationOf(request: Request): Situation {
  const { caller, sameAccount } = request;
  const action = request.actionId;
  if (callerAccount(caller) === undefined) return 'noAccount';
  if (action === 'sts:getsessiontoken') return 'sessionTokenRefused';
  const ownPolicyDecides = isRoleTrustAction(action) || isKmsKey(request);
  if (caller.kind === 'root') {
    if (action === 'sts:assumerole') return 'rootCannot';
    return sameAccount && !isKmsKey(request) ? 'rootAtHome' : 'rootElsewhere';
  }
  if (!sameAccount || needsBothSides(request.service)) return 'bothSides';
  return ownPolicyDecides ? 'ownPolicyDecides' : 'sameAccount';
}

/** A KMS key obeys its key policy first; an alias stands for its key, but where the alias itself is changed (R86, R87). */
function isKmsKey({ service, resourceArn, action }: Request): boolean {
  if (service !== 'kms' || resourceArn?.service !== 'kms') return false;
  const usesAlias = resourceArn.resource.startsWith('alias/') && !/^kms:(?:create|update|delete)alias$/i.test(action);
  return resourceArn.resource.startsWith('key/') || usesAlias;
}

/** The owner's root user can always read, replace and delete a bucket policy (R54). */
export function isImmune(type: PolicyType, { caller, sameAccount, action }: Request): boolean {
  return (
    type === 'resource' &&
    caller.kind === 'root' &&
    sameAccount &&
    /^s3:(?:get|put|delete)bucketpolicy$/.test(action.toLowerCase())
  );
}
