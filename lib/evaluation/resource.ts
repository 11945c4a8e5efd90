import { certain, DOES_NOT_MATCH, dependsOn, MATCHES, not, some } from '@/lib/evaluation/match';
import { substitute } from '@/lib/evaluation/substitute';
import type { Comparison, ElementTrace, Match, Reason } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { PolicyVersion, ResourceElement } from '@/lib/policy/document';
import { isOpenReference } from '@/lib/policy/open-references';
import { splitVariables, type ValuePart } from '@/lib/policy/variables';
import type { Request } from '@/lib/request/request';
import type { Located } from '@/lib/text/range';
import { matchesPattern, type TextMatcher, wildcardMatcher } from '@/lib/text/wildcard';

/** A `Resource` or `NotResource`, ready to be compared. */
export interface CompiledResource extends ResourcePlace {
  readonly element: ResourceElement;
  readonly patterns: readonly CompiledPattern[];
}

/** Where it stands: the type and the version of its policy. */
interface ResourcePlace {
  readonly type: PolicyType;
  readonly version: PolicyVersion;
}

/** A pattern that no request changes, ready to be compared; or one that has to be completed for each request. */
interface CompiledPattern {
  readonly written: Located<string>;
  readonly closed?: { readonly text: string; readonly fits: TextMatcher };
}

export function compileResource(element: ResourceElement, type: PolicyType, version: PolicyVersion): CompiledResource {
  const place = { type, version };
  const patterns = element.patterns.map((written): CompiledPattern => {
    const dependsOnRequest = hasVariable(written.value, version) || isApiShorthand(written.value);
    const text = dependsOnRequest ? undefined : complete(written.value, place);
    return text === undefined ? { written } : { written, closed: { text, fits: wildcardMatcher(text) } };
  });
  return { ...place, element, patterns };
}

/**
 * Whether a `Resource` or `NotResource` covers the request's resource: the whole text, case-sensitive, `*` and `?` as
 * wildcards that run on across `/` and `:` (R122).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchResource(compiled: CompiledResource, request: Request): Match {
  const listed = some(compiled.patterns.map((pattern) => compare(pattern, compiled, request).match));
  return compiled.element.name === 'NotResource' ? not(listed) : listed;
}

/** What each pattern was compared with. */
export function traceResource(compiled: CompiledResource, request: Request): ElementTrace {
  const comparisons = compiled.patterns.map((pattern): Comparison => {
    const { text, match, reason } = compare(pattern, compiled, request);
    return { range: pattern.written.range, wanted: [text], given: [request.resource], match, reason };
  });
  const { name, range } = compiled.element;
  return { element: name, range, comparisons, match: matchResource(compiled, request) };
}

interface Compared {
  readonly text: string;
  readonly match: Match;
  readonly reason: Reason;
}

function compare({ written, closed }: CompiledPattern, place: ResourcePlace, request: Request): Compared {
  if (closed) {
    const fits = closed.fits(request.resource);
    return { text: closed.text, match: certain(fits), reason: fits ? 'equal' : 'noValueEqual' };
  }
  const of = (text: string, match: Match, reason: Reason): Compared => ({ text, match, reason });
  const completed = isApiShorthand(written.value)
    ? completeApi(written.value, place, request)
    : complete(written.value, place);
  if (completed === undefined || variableBeforeResource(completed, place.version)) {
    return of(written.value, DOES_NOT_MATCH, 'malformedPolicyValue');
  }
  const { operand, unknownKeys } = substitute(completed, { version: place.version, wildcards: true }, request.context);
  if (operand === undefined) return of(completed, DOES_NOT_MATCH, 'variableWithoutValue');
  if (!matchesPattern(operand.pattern, request.resource)) return of(operand.text, DOES_NOT_MATCH, 'noValueEqual');
  if (operand.openAt === undefined) return of(operand.text, MATCHES, 'equal');
  const unknowns = unknownKeys.map((key) => ({ kind: 'contextKey', key }) as const);
  return of(operand.text, dependsOn(...unknowns), 'variableUnknown');
}

function hasVariable(text: string, version: PolicyVersion): boolean {
  return version === '2012-10-17' && text.includes('${');
}

// Only these fill up a short ARN; elsewhere it matches nothing (R124).
const FILLS_SHORT_ARNS: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp'];

/** A short ARN filled up with `*`; `undefined` for what can match nothing. */
function complete(pattern: string, { type, version }: ResourcePlace): string | undefined {
  if (!pattern.startsWith('arn:')) return pattern;
  const missing = 5 - colonsOutsideVariables(pattern, version);
  if (missing <= 0) return pattern;
  return FILLS_SHORT_ARNS.includes(type) ? pattern + ':*'.repeat(missing) : undefined;
}

function isApiShorthand(pattern: string): boolean {
  return pattern.startsWith('execute-api:/');
}

/** `execute-api:/STAGE/METHOD/PATH` means this very API (R131). */
function completeApi(pattern: string, { type }: ResourcePlace, { resourceArn }: Request): string | undefined {
  if (type !== 'resource') return pattern;
  if (resourceArn?.service !== 'execute-api') return undefined;
  const { partition, region, account, resource } = resourceArn;
  const api = resource.split('/')[0] ?? '';
  return `arn:${partition}:execute-api:${region}:${account}:${api}${pattern.slice('execute-api:'.length)}`;
}

function isReference(part: ValuePart): boolean {
  return part.kind === 'variable' && isOpenReference(part.key);
}

/** Colons of the text as written; those of a variable's key do not count (R124). */
function colonsOutsideVariables(pattern: string, version: PolicyVersion): number {
  if (!hasVariable(pattern, version)) return pattern.split(':').length - 1;
  return splitVariables(pattern).reduce(
    (sum, part) => sum + (part.kind === 'text' ? part.text.split(':').length - 1 : 0),
    0,
  );
}

/** AWS replaces variables in an ARN's resource part alone (C134). A template's reference is none: it will be a text before AWS sees it (C151). */
function variableBeforeResource(pattern: string, version: PolicyVersion): boolean {
  if (!hasVariable(pattern, version)) return false;
  let colons = 0;
  for (const part of splitVariables(pattern)) {
    if (part.kind === 'text') colons += part.text.split(':').length - 1;
    else if (colons < 5 && !isReference(part)) return true;
  }
  return false;
}
