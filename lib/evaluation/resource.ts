import { certain, DOES_NOT_MATCH, distinct, MATCHES, not, some } from '@/lib/evaluation/match';
import { substitute } from '@/lib/evaluation/substitute';
import type { Comparison, ElementTrace, Match, Reason } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { PolicyVersion, ResourceElement } from '@/lib/policy/document';
import { isOpenReference } from '@/lib/policy/open-references';
import { type ValuePart, valueParts } from '@/lib/policy/variables';
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

/** One pattern, as far as it can be prepared without a request. */
type CompiledPattern = { readonly written: Located<string> } & (
  | { readonly kind: 'closed'; readonly text: string; readonly fits: TextMatcher }
  /** Its variables are replaced for each request. */
  | { readonly kind: 'open'; readonly text: string; readonly parts: readonly ValuePart[] }
  /** `execute-api:/STAGE/METHOD/PATH`, which each request completes. */
  | { readonly kind: 'thisApi' }
  /** Fits nothing. */
  | { readonly kind: 'malformed' }
);

export function compileResource(element: ResourceElement, type: PolicyType, version: PolicyVersion): CompiledResource {
  const place = { type, version };
  return { ...place, element, patterns: element.patterns.map((written) => compilePattern(written, place)) };
}

function compilePattern(written: Located<string>, { type, version }: ResourcePlace): CompiledPattern {
  if (type === 'resource' && isApiShorthand(written.value)) return { kind: 'thisApi', written };
  const parts = valueParts(written.value, version);
  const missing = written.value.startsWith('arn:') ? Math.max(0, 5 - colonsOf(parts)) : 0;
  if (missing > 0 && !FILLS_SHORT_ARNS.includes(type)) return { kind: 'malformed', written };
  const text = written.value + ':*'.repeat(missing);
  if (parts.every((part) => part.kind === 'text'))
    return { kind: 'closed', written, text, fits: wildcardMatcher(text) };
  return isVariableBeforeResource(parts) ? { kind: 'malformed', written } : { kind: 'open', written, text, parts };
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

function compare(pattern: CompiledPattern, place: ResourcePlace, request: Request): Compared {
  const { written } = pattern;
  switch (pattern.kind) {
    case 'closed': {
      const fits = pattern.fits(request.resource);
      return { text: pattern.text, match: certain(fits), reason: fits ? 'equal' : 'noValueEqual' };
    }
    case 'open':
      return compareOpen(pattern.text, pattern.parts, request);
    case 'thisApi': {
      const text = completeApi(written.value, request);
      const parts = text === undefined ? [] : valueParts(text, place.version);
      return text === undefined || isVariableBeforeResource(parts)
        ? malformed(written.value)
        : compareOpen(text, parts, request);
    }
    case 'malformed':
      return malformed(written.value);
  }
}

function malformed(text: string): Compared {
  return { text, match: DOES_NOT_MATCH, reason: 'malformedPolicyValue' };
}

function compareOpen(written: string, parts: readonly ValuePart[], request: Request): Compared {
  const { operand, unknownKeys } = substitute(parts, { wildcards: true }, request.context);
  if (operand === undefined) return { text: written, match: DOES_NOT_MATCH, reason: 'variableWithoutValue' };
  const { text, pattern, openAt } = operand;
  if (!matchesPattern(pattern, request.resource)) return { text, match: DOES_NOT_MATCH, reason: 'noValueEqual' };
  if (openAt === undefined) return { text, match: MATCHES, reason: 'equal' };
  const unknowns = distinct(unknownKeys.map((key) => ({ kind: 'contextKey', key }) as const));
  return { text, match: { outcome: 'dependsOn', unknowns }, reason: 'variableUnknown' };
}

// Only these fill up a short ARN; elsewhere it matches nothing (R124).
const FILLS_SHORT_ARNS: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp'];

function isApiShorthand(pattern: string): boolean {
  return pattern.startsWith('execute-api:/');
}

/** `execute-api:/STAGE/METHOD/PATH` means this very API (R131). */
function completeApi(pattern: string, { resourceArn }: Request): string | undefined {
  if (resourceArn?.service !== 'execute-api') return undefined;
  const { partition, region, account, resource } = resourceArn;
  const api = resource.split('/')[0] ?? '';
  return `arn:${partition}:execute-api:${region}:${account}:${api}${pattern.slice('execute-api:'.length)}`;
}

/** Colons of the text as written; those of a variable's key do not count (R124). */
function colonsOf(parts: readonly ValuePart[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.split(':').length - 1 : 0), 0);
}

/** AWS replaces variables in an ARN's resource part alone (C134). A template's reference is none: it will be a text before AWS sees it (C151). */
function isVariableBeforeResource(parts: readonly ValuePart[]): boolean {
  const first = parts.findIndex((part) => part.kind !== 'text' && !isReference(part));
  return first >= 0 && colonsOf(parts.slice(0, first)) < 5;
}

function isReference(part: ValuePart): boolean {
  return part.kind === 'variable' && isOpenReference(part.key);
}
