import type { Catalog } from '@/lib/catalog/catalog';
import { type TypeSettings, whyNotApplicable } from '@/lib/evaluation/applicability';
import { decide, type Layers } from '@/lib/evaluation/decide';
import { absentLayer, buildLayer, emptyLayer, type Layer, layerVerdict, unseenLayer } from '@/lib/evaluation/layer';
import { operatorProblems } from '@/lib/evaluation/operator-problems';
import { decidingStatements, deniedBy } from '@/lib/evaluation/responsible';
import { valueProblems } from '@/lib/evaluation/value-problems';
import type { Verdict } from '@/lib/evaluation/verdict';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { callerAccount, isRoleTrustAction } from '@/lib/iam/principal';
import { fitToType, type GivenPolicy, type UsablePolicy } from '@/lib/policy/policy-set';
import { isOnNothing } from '@/lib/request/build-request';
import type { Request } from '@/lib/request/request';
import type { Parsed, Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** What a diagnosis says about policy types as a whole. */
export interface EvaluationSettings {
  readonly notApplicable: readonly PolicyType[];
  readonly incomplete: readonly PolicyType[];
}

/** A problem found while evaluating, with its policy where it is about one. */
export interface PolicyProblem extends Problem {
  readonly policyIndex?: number;
}

/** The policies as they took part, for assumptions about what was left out. */
export interface Evaluation {
  readonly verdict: Verdict;
  readonly policies: readonly UsablePolicy[];
}

/** Decides a request by the given policies: the whole of AWS's evaluation, with the trace of every comparison. */
export function evaluate(
  request: Request,
  given: readonly GivenPolicy[],
  settings: EvaluationSettings,
  catalog: Catalog,
): Parsed<Evaluation> {
  const roleTrust = isRoleTrustAction(request.action);
  const fitted = given.map((policy) => fitToType(policy, { roleTrust }));
  const policies = fitted.map((one) => one.value);
  const problems: PolicyProblem[] = [];
  for (const { value, problems: ofFit } of fitted) {
    for (const found of [ofFit, operatorProblems(value.document)])
      append(
        problems,
        found.map((problem) => ({ ...problem, policyIndex: value.index })),
      );
  }
  const needsNone = needsNoPermission(request);
  const layers = layersOf(request, policies, settings, catalog, needsNone, problems);
  append(
    problems,
    valueProblems(
      request,
      policies.filter((policy) => layers[policy.type].applies),
    ),
  );
  const decided = needsNone ? ALLOWED : decide(request, layers);
  const verdict: Verdict = {
    decision: decided.decision,
    deniedBy: deniedBy(request, layers, decided),
    deciding: needsNone ? [] : decidingStatements(request, layers, decided),
    layers: POLICY_TYPES.map((type) => layerVerdict(layers[type])),
    dependsOn: decided.dependsOn,
  };
  return { value: { verdict, policies }, problems };
}

const ALLOWED = { decision: 'allowed', situation: 'rootAtHome', dependsOn: [] } as const;

/** Calls that policies cannot touch (R105, R106); the sentence says why. */
export function needsNoPermission({ caller, actionId }: Request): string | undefined {
  if (actionId === 'sts:getcalleridentity' && callerAccount(caller) !== undefined) {
    return '`sts:GetCallerIdentity` needs no permission. Not even an explicit Deny stops it.';
  }
  if (actionId === 'sts:getsessiontoken' && (caller.kind === 'user' || caller.kind === 'root')) {
    return '`sts:GetSessionToken` needs no permission for users, and policies have no effect on it.';
  }
  return undefined;
}

function layersOf(
  request: Request,
  policies: readonly UsablePolicy[],
  settings: EvaluationSettings,
  catalog: Catalog,
  needsNone: string | undefined,
  problems: PolicyProblem[],
): Layers {
  const layer = (type: PolicyType): Layer => {
    const ofType = policies.filter((policy) => policy.type === type);
    if (needsNone) return absentLayer(type, ofType.length, needsNone);
    const built = layerOf(type, ofType, request, settings, policies, catalog);
    append(problems, [...notEvaluated(built, ofType), ...contradictory(type, settings)]);
    return built;
  };
  return {
    rcp: layer('rcp'),
    scp: layer('scp'),
    endpoint: layer('endpoint'),
    resource: layer('resource'),
    identity: layer('identity'),
    boundary: layer('boundary'),
    session: layer('session'),
  };
}

function layerOf(
  type: PolicyType,
  ofType: readonly UsablePolicy[],
  request: Request,
  settings: EvaluationSettings,
  policies: readonly UsablePolicy[],
  catalog: Catalog,
): Layer {
  const own = settingsOf(type, ofType.length > 0, settings);
  const because = whyNotApplicable(type, request, own, catalog);
  if (because !== undefined) {
    const empty = whyEmptyAllTheSame(type, request, own, because, catalog);
    return empty === undefined
      ? absentLayer(type, ofType.length, because)
      : { ...emptyLayer(type, empty), policies: ofType.length };
  }
  if (ofType.length > 0) {
    const endpoint = type === 'endpoint' ? endpointKind(request) : 'none';
    return buildLayer(type, ofType, request, {
      incomplete: own.incomplete,
      endpoint,
      boundary: boundaryOf(settings, policies, request, catalog),
    });
  }
  if (own.incomplete || request.settings.unstatedPolicies === 'unknown') return unseenLayer(type);
  return noneThere(type, request);
}

/** Layers that have to allow although nothing can be in them (R45, R71, R179). */
function whyEmptyAllTheSame(
  type: PolicyType,
  request: Request,
  own: TypeSettings,
  because: string,
  catalog: Catalog,
): string | undefined {
  if (type === 'session' && request.caller.kind === 'federated') return NO_SESSION_POLICY;
  const elsewhere = callerAccount(request.caller) !== undefined && !request.sameAccount;
  if (type !== 'resource' || own.notApplicable || !elsewhere) return undefined;
  return isOnNothing(request.action, request.resource, catalog) ? undefined : because;
}

const NO_SESSION_POLICY = 'A federated user without a session policy has no permissions.';

/** Nothing stated means that nothing is there (R178). */
function noneThere(type: PolicyType, request: Request): Layer {
  if (type === 'identity') return emptyLayer(type, 'The caller has no identity-based policy.');
  if (type === 'resource') return emptyLayer(type, 'The resource has no policy of its own.');
  if (type === 'session' && request.caller.kind === 'federated') return emptyLayer(type, NO_SESSION_POLICY);
  return absentLayer(type, 0, 'There is no such policy.');
}

/** S3 and DynamoDB have gateway and interface endpoints, all others interface endpoints alone (R44). */
function endpointKind({ service }: Request): 'interface' | 'unknown' {
  return service === 's3' || service === 'dynamodb' ? 'unknown' : 'interface';
}

/** Whether the caller has a permissions boundary; one that cannot bind it is none, even where its policy is given (R27, R31). */
function boundaryOf(
  settings: EvaluationSettings,
  policies: readonly UsablePolicy[],
  request: Request,
  catalog: Catalog,
): 'given' | 'none' | 'unknown' {
  const own = settingsOf(
    'boundary',
    policies.some((policy) => policy.type === 'boundary'),
    settings,
  );
  if (whyNotApplicable('boundary', request, own, catalog) !== undefined) return 'none';
  if (own.given) return 'given';
  return own.incomplete || request.settings.unstatedPolicies === 'unknown' ? 'unknown' : 'none';
}

function settingsOf(type: PolicyType, given: boolean, settings: EvaluationSettings): TypeSettings {
  return {
    given,
    notApplicable: settings.notApplicable.includes(type),
    incomplete: settings.incomplete.includes(type),
  };
}

function notEvaluated(layer: Layer, ofType: readonly UsablePolicy[]): readonly PolicyProblem[] {
  if (layer.applies && layer.because === undefined) return [];
  return ofType.map((policy) => ({
    code: 'policy-not-evaluated',
    severity: 'warning',
    message: `${code(policy.name)} was not evaluated. ${layer.because ?? ''}`.trim(),
    policyIndex: policy.index,
  }));
}

function contradictory(type: PolicyType, settings: EvaluationSettings): readonly PolicyProblem[] {
  if (!settings.notApplicable.includes(type) || !settings.incomplete.includes(type)) return [];
  const message = `${code(type)} is listed both as not applicable and as incomplete. It was taken as not applicable.`;
  return [{ code: 'not-applicable-and-incomplete', severity: 'warning', message }];
}
