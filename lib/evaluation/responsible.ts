import { type Decided, isImmune, type Layers, type Situation } from '@/lib/evaluation/decide';
import type { Layer } from '@/lib/evaluation/layer';
import { every } from '@/lib/evaluation/match';
import type { TracedStatement } from '@/lib/evaluation/statement';
import type { Match, StatementTrace } from '@/lib/evaluation/verdict';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import type { Request } from '@/lib/request/request';

const isTrue = (match: Match) => match.outcome === 'matches';
const isFalse = (match: Match) => match.outcome === 'doesNotMatch';

/** The policy types responsible for a denial, most decisive first (R210, R211); empty when not denied. */
export function deniedBy(request: Request, layers: Layers, decided: Decided): readonly PolicyType[] {
  switch (decided.decision) {
    case 'allowed':
    case 'undetermined':
      return [];
    case 'implicitDeny':
      return lacking(layers, decided.situation);
    case 'explicitDeny': {
      const denying = denyingLayers(request, layers).map((layer) => layer.type);
      return [...denying, ...lacking(layers, decided.situation).filter((type) => !denying.includes(type))];
    }
  }
}

function denyingLayers(request: Request, layers: Layers): readonly Layer[] {
  return POLICY_TYPES.map((type) => layers[type]).filter(
    (layer) => layer.applies && !isImmune(layer.type, request) && isTrue(layer.deny),
  );
}

/** The types that have to allow and certainly do not (R211). */
function lacking(layers: Layers, situation: Situation): readonly PolicyType[] {
  const lacks = (type: PolicyType) => layers[type].applies && isFalse(layers[type].allow);
  const ceilings = (['scp', 'endpoint'] as const).filter(lacks);
  const caps = isCapped(layers, situation) ? (['boundary', 'session'] as const).filter(lacks) : [];
  return [...ceilings, ...lackingGrant(layers, situation), ...caps];
}

/** A direct grant in the caller's own account stands outside boundary and session policies (R51). */
function isCapped(layers: Layers, situation: Situation): boolean {
  switch (situation) {
    case 'noAccount':
    case 'rootCannot':
    case 'sessionTokenRefused':
      return false;
    case 'rootAtHome':
    case 'rootElsewhere':
    case 'bothSides':
      return true;
    case 'sameAccount':
    case 'ownPolicyDecides':
      return isFalse(layers.resource.strengths.direct);
  }
}

function lackingGrant(layers: Layers, situation: Situation): readonly PolicyType[] {
  const { identity, resource } = layers;
  const { direct, role, delegation } = resource.strengths;
  switch (situation) {
    case 'rootAtHome':
      return [];
    case 'sessionTokenRefused':
      return ['identity'];
    case 'rootCannot':
      return ['resource'];
    case 'noAccount':
    case 'rootElsewhere':
      return isFalse(resource.allow) ? ['resource'] : [];
    case 'bothSides':
      return [
        ...(isFalse(identity.allow) ? (['identity'] as const) : []),
        ...(isFalse(resource.allow) ? (['resource'] as const) : []),
      ];
    case 'sameAccount': {
      const neither = [direct, role, identity.allow].every(isFalse);
      if (!neither) return [];
      // An Allow to the whole account is there but only delegates (R58): then the resource side does not lack one.
      return resource.policies > 0 && resource.applies && isFalse(resource.allow)
        ? ['identity', 'resource']
        : ['identity'];
    }
    case 'ownPolicyDecides':
      if ([direct, role, delegation].every(isFalse)) return ['resource'];
      return isFalse(direct) && isFalse(role) && isFalse(identity.allow) ? ['identity'] : [];
  }
}

/** The statements that decided (R213). */
export function decidingStatements(request: Request, layers: Layers, decided: Decided): readonly StatementTrace[] {
  switch (decided.decision) {
    case 'explicitDeny':
      return denyingLayers(request, layers).flatMap((layer) => ofEffect(layer, 'Deny', isTrue));
    case 'allowed':
      return [...grantingStatements(layers, decided.situation), ...ceilingStatements(layers, decided.situation)];
    case 'implicitDeny':
      return [];
    case 'undetermined':
      return openStatements(request, layers);
  }
}

function ofEffect(layer: Layer, effect: 'Allow' | 'Deny', fits: (match: Match) => boolean): readonly TracedStatement[] {
  return layer.statements.filter((trace) => trace.statement.effect.value === effect && fits(trace.match));
}

function grantingStatements(layers: Layers, situation: Situation): readonly TracedStatement[] {
  const { resource, identity } = layers;
  const byStrength = (strength: 'direct' | 'role' | 'delegation') =>
    ofEffect(resource, 'Allow', isTrue).filter((trace) => isTrue(trace.strengths[strength]));
  const ofIdentity = ofEffect(identity, 'Allow', isTrue);
  switch (situation) {
    case 'rootAtHome':
    case 'rootCannot':
    case 'sessionTokenRefused':
      return [];
    case 'noAccount':
    case 'rootElsewhere':
      return ofEffect(resource, 'Allow', isTrue);
    case 'bothSides':
      return [...ofIdentity, ...ofEffect(resource, 'Allow', isTrue)];
    case 'sameAccount':
      return isTrue(resource.strengths.direct) ? byStrength('direct') : [...ofIdentity, ...byStrength('role')];
    case 'ownPolicyDecides': {
      if (isTrue(resource.strengths.direct)) return byStrength('direct');
      const delegated = isTrue(every([resource.strengths.delegation, identity.allow]));
      return delegated ? [...ofIdentity, ...byStrength('role'), ...byStrength('delegation')] : byStrength('role');
    }
  }
}

/** Per ceiling, and per level of SCPs, its first matching Allow. */
function ceilingStatements(layers: Layers, situation: Situation): readonly TracedStatement[] {
  const first = (statements: readonly TracedStatement[]) =>
    statements.filter((trace) => trace.statement.effect.value === 'Allow' && isTrue(trace.match)).slice(0, 1);
  const atHome = situation === 'sameAccount' || situation === 'ownPolicyDecides';
  const direct = atHome && isTrue(layers.resource.strengths.direct);
  const caps = direct ? [] : [layers.boundary, layers.session];
  return [
    ...layers.scp.levels.flatMap((level) => first(level.statements)),
    ...first(layers.endpoint.statements),
    ...caps.flatMap((layer) => first(layer.statements)),
  ];
}

/** Statements whose outcome is open, where their layer's is. */
function openStatements(request: Request, layers: Layers): readonly TracedStatement[] {
  const isOpen = (match: Match) => match.outcome === 'dependsOn';
  return POLICY_TYPES.map((type) => layers[type])
    .filter((layer) => layer.applies && !isImmune(layer.type, request))
    .flatMap((layer) => [
      ...ofEffect(layer, 'Deny', isOpen),
      ...(isOpen(layer.allow) ? ofEffect(layer, 'Allow', isOpen) : []),
    ]);
}
