import { certain, dependsOn, not, some } from '@/lib/evaluation/match';
import { substitute } from '@/lib/evaluation/substitute';
import type { Comparison, ElementTrace, Match, Reason } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { PolicyVersion, ResourceElement } from '@/lib/policy/document';
import { splitVariables } from '@/lib/policy/variables';
import type { Request } from '@/lib/request/request';
import type { Located } from '@/lib/text/range';
import { matchesPattern } from '@/lib/text/wildcard';

/**
 * Whether a `Resource` or `NotResource` covers the request's resource: the whole text, case-sensitive, `*` and `?` as
 * wildcards that run on across `/` and `:` (R122).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function traceResource(
  element: ResourceElement,
  type: PolicyType,
  version: PolicyVersion,
  request: Request,
): ElementTrace {
  const comparisons = element.patterns.map((pattern) => compare(pattern, type, version, request));
  const listed = some(comparisons.map((comparison) => comparison.match));
  return {
    element: element.name,
    range: element.range,
    comparisons,
    match: element.name === 'NotResource' ? not(listed) : listed,
  };
}

function compare(pattern: Located<string>, type: PolicyType, version: PolicyVersion, request: Request): Comparison {
  const completed = complete(pattern.value, type, request);
  const of = (text: string, match: Match, reason: Reason): Comparison => ({
    range: pattern.range,
    wanted: [text],
    given: [request.resource],
    match,
    reason,
  });
  if (completed === undefined || (version === '2012-10-17' && variableBeforeResource(completed))) {
    return of(pattern.value, certain(false), 'malformedPolicyValue');
  }
  const { operand, unknownKeys } = substitute(completed, { version, wildcards: true }, request.context);
  if (operand === undefined) return of(completed, certain(false), 'variableWithoutValue');
  const fits = matchesPattern(operand.pattern, request.resource);
  if (!fits) return of(operand.text, certain(false), 'noValueEqual');
  if (operand.openAt === undefined) return of(operand.text, certain(true), 'equal');
  const unknowns = unknownKeys.map((key) => ({ kind: 'contextKey', key }) as const);
  return of(operand.text, dependsOn(...unknowns), 'variableUnknown');
}

// Only these fill up a short ARN; elsewhere it matches nothing (R124).
const FILLS_SHORT_ARNS: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp'];

/** A short ARN filled up with `*`, or API Gateway's shorthand completed; `undefined` for what can match nothing. */
function complete(pattern: string, type: PolicyType, request: Request): string | undefined {
  if (pattern.startsWith('execute-api:/') && type === 'resource') return completeApi(pattern, request);
  if (!pattern.startsWith('arn:')) return pattern;
  const missing = 5 - colonsOutsideVariables(pattern);
  if (missing <= 0) return pattern;
  return FILLS_SHORT_ARNS.includes(type) ? pattern + ':*'.repeat(missing) : undefined;
}

/** `execute-api:/STAGE/METHOD/PATH` means this very API (R131). */
function completeApi(pattern: string, { resourceArn }: Request): string | undefined {
  if (resourceArn?.service !== 'execute-api') return undefined;
  const { partition, region, account, resource } = resourceArn;
  const api = resource.split('/')[0] ?? '';
  return `arn:${partition}:execute-api:${region}:${account}:${api}${pattern.slice('execute-api:'.length)}`;
}

/** Colons of the text as written; those of a variable's key do not count (R124). */
function colonsOutsideVariables(pattern: string): number {
  if (!pattern.includes('${')) return pattern.split(':').length - 1;
  return splitVariables(pattern).reduce(
    (sum, part) => sum + (part.kind === 'text' ? part.text.split(':').length - 1 : 0),
    0,
  );
}

/** AWS replaces variables in an ARN's resource part alone (C134). */
function variableBeforeResource(pattern: string): boolean {
  if (!pattern.includes('${')) return false;
  let colons = 0;
  for (const part of splitVariables(pattern)) {
    if (part.kind === 'text') colons += part.text.split(':').length - 1;
    else if (colons < 5) return true;
  }
  return false;
}
