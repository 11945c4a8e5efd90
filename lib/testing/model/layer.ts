import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import type { PolicyDocument } from '@/lib/policy/document';
import { isEndpointKey } from '@/lib/testing/model/derived-keys';
import { lookup } from '@/lib/testing/model/keys';
import { catalog, hasNoResource, isAction, type Request } from '@/lib/testing/model/request';
import { isStatedAbsent, isStatedPresent, statedKeys } from '@/lib/testing/model/stated-keys';
import { asksTrustPolicy, counts, type Outcome, statementOutcome } from '@/lib/testing/model/statement';
import { and, or, type Truth } from '@/lib/testing/model/truth';

/** A policy of the document, read. */
export interface Policy {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly level: string;
  readonly document: PolicyDocument;
}

export interface Evaluated {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly level: string;
  readonly index: number;
  readonly outcome: Outcome;
}

/** What a layer says: D and W of R173, with the statements behind them. `notApplicable`: it is not in L of R183. */
export interface Layer {
  readonly type: PolicyType;
  readonly applies: boolean;
  readonly given: number;
  /** One of its policies cannot be read at all (R147). */
  readonly hasUnreadable: boolean;
  readonly deny: Truth;
  readonly allow: Truth;
  readonly statements: readonly Evaluated[];
}

const OF_IDENTITIES = ['user', 'session', 'role', 'federated'];

/** R31, R41, R42, R77, R93, R181: whether a type can apply to this request at all. */
function canApply(type: PolicyType, request: Request, given: number): boolean {
  const { kind } = request.caller;
  switch (type) {
    case 'identity':
      return OF_IDENTITIES.includes(kind);
    case 'boundary':
      return OF_IDENTITIES.includes(kind) && !request.serviceLinkedRole;
    case 'session':
      if (kind === 'root') return given > 0 || request.incomplete.includes('session'); // R10
      return OF_IDENTITIES.includes(kind) && kind !== 'user';
    case 'scp':
      return request.caller.account !== '' && !request.serviceLinkedRole && !request.callerInManagementAccount;
    case 'rcp':
      return rcpCanApply(request);
    case 'endpoint':
      return endpointCanApply(request);
    case 'resource':
      if (hasNoResource(request) || request.service === 'iam') return false; // R77, R93
      // R93: of what IAM keeps only roles have a policy, and the other actions of STS are on users.
      if (request.service === 'sts' && !asksTrustPolicy(request)) return false;
      // R93: within its account no policy names anybody for a parameter, but what is given counts.
      if (isOwnParameter(request) && given === 0 && !request.incomplete.includes('resource')) return false;
      return catalog.resourcePolicies(request.service) !== 'none';
  }
}

function isOwnParameter(request: Request): boolean {
  return request.caller.account === request.owner && /^arn:[^:]*:ssm:[^:]*:[^:]*:parameter\//.test(request.resource);
}

/** R31, R41, R42. */
function rcpCanApply(request: Request): boolean {
  if (request.serviceLinkedRole || request.ownerIsManagementAccount) return false;
  if (isAction(request, 'kms:RetireGrant') || /:alias\/aws\//.test(request.resource)) return false;
  return catalog.rcpCovers(request.service) !== false;
}

/** R43, R181. */
function endpointCanApply(request: Request): boolean {
  if (request.caller.kind === 'service') return false;
  if (statedKeys(request).some(isEndpointKey)) return true;
  const via = lookup(request, 'aws:ViaAWSService');
  // Of a key in two spellings only its presence is known (C14).
  const [values = [], ...spellings] = via.kind === 'values' ? via.spellings : [];
  const isTrue = spellings.length === 0 && values.some((text) => text.toLowerCase() === 'true');
  const isVia = isTrue || statedKeys(request).some((key) => /^aws:calledvia/i.test(key)); // C186
  return !isStatedAbsent(request, 'aws:SourceVpce') && !isStatedPresent(request, 'aws:SourceIp') && !isVia;
}

/** R27, R177, R184: whether the caller has a boundary. */
function hasBoundary(request: Request, policies: readonly Policy[]): Truth {
  const given = policies.filter((policy) => policy.type === 'boundary').length;
  if (!canApply('boundary', request, given) || request.notApplicable.includes('boundary')) return 'F';
  if (given > 0) return 'T';
  return request.policyMode === 'unknown' || request.incomplete.includes('boundary') ? 'U' : 'F';
}

/** Every layer, in the order of R32. */
export function evaluateLayers(request: Request, policies: readonly Policy[]): ReadonlyMap<PolicyType, Layer> {
  const boundary = hasBoundary(request, policies);
  return new Map(POLICY_TYPES.map((type) => [type, evaluateLayer(type, request, policies, boundary)]));
}

function evaluateLayer(type: PolicyType, request: Request, all: readonly Policy[], boundary: Truth): Layer {
  const policies = all.filter((policy) => policy.type === type);
  const given = policies.length;
  const hasUnreadable = policies.some((policy) => !policy.document.readable);
  const bare = { type, given, hasUnreadable, statements: [] };
  if (!canApply(type, request, given)) return { ...bare, applies: false, deny: 'F', allow: 'F' };
  const incomplete = request.incomplete.includes(type);
  if (request.notApplicable.includes(type) || (given === 0 && !incomplete && request.policyMode === 'absent')) {
    // R178, R179: a type that does not exist grants nothing, and limits nobody but federated users without a session policy.
    const mustExist = type === 'session' && request.caller.kind === 'federated';
    return { ...bare, applies: mustExist, deny: 'F', allow: 'F' };
  }
  if (given === 0) return { ...bare, applies: true, deny: 'U', allow: 'U' }; // R177, R184
  const statements = policies.flatMap((policy) =>
    policy.document.statements
      .filter((statement) => counts(statement, type, request))
      .map((statement) => ({
        type,
        policyIndex: policy.policyIndex,
        level: policy.level,
        index: statement.index,
        outcome: statementOutcome(statement, type, policy.document, request, boundary),
      })),
  );
  const open: readonly Truth[] = hasUnreadable || incomplete ? ['U'] : []; // R147, R184
  const deny = or([...open, ...truths(statements, 'Deny')]);
  const allow = layerAllow(type, policies, statements, incomplete);
  return { ...bare, statements, applies: true, deny, allow };
}

function truths(statements: readonly Evaluated[], effect: 'Allow' | 'Deny'): readonly Truth[] {
  return statements.filter((one) => one.outcome.effect === effect).map((one) => one.outcome.truth);
}

/** W of R173: one Allow suffices, for SCPs one at each level (R38); RCPs always allow (R40). */
function layerAllow(
  type: PolicyType,
  policies: readonly Policy[],
  statements: readonly Evaluated[],
  incomplete: boolean,
): Truth {
  if (type === 'rcp') return 'T';
  if (type === 'scp' && incomplete) return 'U'; // R184
  const levels = type === 'scp' ? [...new Set(policies.map((policy) => policy.level))] : [undefined];
  return and(
    levels.map((level) => {
      const inLevel = <One extends { readonly level: string }>(one: One) => level === undefined || one.level === level;
      const unreadable = policies.filter(inLevel).some((policy) => !policy.document.readable);
      return or([
        ...truths(statements.filter(inLevel), 'Allow'),
        ...(unreadable || incomplete ? (['U'] as const) : []),
      ]);
    }),
  );
}
