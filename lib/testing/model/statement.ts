import type { PolicyType } from '@/lib/iam/policy-type';
import type { ActionElement, PolicyDocument, ResourceElement, Statement } from '@/lib/policy/document';
import { conditionTruth } from '@/lib/testing/model/condition';
import { lookup } from '@/lib/testing/model/keys';
import { fits, literal, meet } from '@/lib/testing/model/pattern';
import {
  allowedPrincipals,
  deniedPrincipal,
  type HasBoundary,
  isStar,
  type Principals,
  type Strength,
} from '@/lib/testing/model/principal';
import { isAction, type Request } from '@/lib/testing/model/request';
import { and, not, or, type Truth, truth } from '@/lib/testing/model/truth';
import { colons, hasEarlyVariable, substitute } from '@/lib/testing/model/variables';

const WITHOUT_PRINCIPAL: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp'];

/** R80: a role's trust policy is what these actions ask. */
export function asksTrustPolicy(request: Request): boolean {
  const names = ['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML', 'TagSession'];
  return isAction(request, ...[...names, 'SetSourceIdentity', 'SetContext'].map((name) => `sts:${name}`));
}

/** R29, R152: whether a statement of this type is evaluated at all. */
export function counts(statement: Statement, type: PolicyType, request: Request): boolean {
  const { principal, resource, action } = statement;
  if (WITHOUT_PRINCIPAL.includes(type)) return principal === undefined && resource !== undefined;
  if (principal === undefined) return false;
  if (type === 'resource') return principal.name === 'Principal' || !asksTrustPolicy(request);
  if (resource === undefined) return false;
  if (type === 'endpoint') return true;
  const everyone = principal.name === 'Principal' && principal.entries.length > 0 && principal.entries.every(isStar);
  return everyone && action.name === 'Action'; // R151: an RCP has no NotAction
}

/** R117 to R120. */
function actionTruth({ name, patterns }: ActionElement, request: Request): Truth {
  const ascii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const one = (pattern: string) =>
    truth((pattern.includes(':') || /^\*+$/.test(pattern)) && fits(ascii(pattern), ascii(request.action)));
  const any = or(patterns.map((pattern) => one(pattern.value)));
  return name === 'Action' ? any : not(any);
}

/** R131: API Gateway completes its shorthand to this API's ARN. */
function completed(text: string, { resource }: Request): string {
  if (!text.startsWith('execute-api:/')) return text;
  const start = /^arn:[^:]*:execute-api:[^:]*:[^:]*:[^/]*/.exec(resource);
  return start === null ? text : start[0] + text.slice('execute-api:'.length);
}

/** R122 to R131: whether one entry fits the request's resource. */
function resourceEntry(written: string, type: PolicyType, version: string, request: Request): Truth {
  const text = type === 'resource' ? completed(written, request) : written;
  if (version === '2012-10-17' && hasEarlyVariable(text)) return 'F'; // C134
  const missing = text.startsWith('arn:') ? 5 - colons(text, version) : 0;
  if (missing > 0 && !WITHOUT_PRINCIPAL.includes(type)) return 'F'; // R124
  const whole = text + ':*'.repeat(Math.max(0, missing));
  const pattern = substitute(whole, version, (key) => lookup(request, key), true);
  if (pattern === undefined || !meet(pattern, literal(request.resource))) return 'F';
  return pattern.includes('gap') ? 'U' : 'T';
}

/** R124, R128, R131, R152. */
function resourceTruth(
  element: ResourceElement | undefined,
  type: PolicyType,
  version: string,
  request: Request,
): Truth {
  if (element === undefined) return 'T'; // R131
  if (type === 'resource' && asksTrustPolicy(request)) return 'T'; // R152
  const any = or(element.patterns.map((entry) => resourceEntry(entry.value, type, version, request)));
  return element.name === 'Resource' ? any : not(any);
}

/** A Deny, or an Allow for each strength of its principal (R51). */
export type Outcome =
  | { readonly effect: 'Deny'; readonly truth: Truth }
  | { readonly effect: 'Allow'; readonly truth: Truth; readonly by: Principals };

/** R115: all elements of a statement together. */
export function statementOutcome(
  statement: Statement,
  type: PolicyType,
  { version }: PolicyDocument,
  request: Request,
  hasBoundary: HasBoundary,
): Outcome {
  const rest = and([
    actionTruth(statement.action, request),
    resourceTruth(statement.resource, type, version, request),
    conditionTruth(statement.conditions, version, (key) => lookup(request, key)),
  ]);
  const { principal } = statement;
  const endpoint = type === 'endpoint';
  if (statement.effect.value === 'Deny') {
    const who = principal === undefined ? 'T' : deniedPrincipal(principal, request, endpoint, hasBoundary);
    return { effect: 'Deny', truth: and([who, rest]) };
  }
  const who: Principals =
    principal === undefined
      ? { direct: 'T', role: 'F', delegation: 'F' }
      : allowedPrincipals(principal, request, endpoint);
  const by = (strength: Strength) => and([who[strength], rest]);
  const strengths = { direct: by('direct'), role: by('role'), delegation: by('delegation') };
  return { effect: 'Allow', truth: or(Object.values(strengths)), by: strengths };
}
