import type { Catalog } from '@/lib/catalog/catalog';
import type { Comparison, ElementTrace, Reason } from '@/lib/evaluation/verdict';
import { misspelledAction } from '@/lib/explanation/catalog-slips';
import { valueInSentence } from '@/lib/explanation/wording';
import { servicePrefix } from '@/lib/iam/action';
import { parseArn, splitArn } from '@/lib/iam/arn';
import type { Request } from '@/lib/request/request';
import { wildcardMatcher } from '@/lib/text/wildcard';
import { code, listOf } from '@/lib/text/wording';

// What exactly differs between an Allow and the request, in words.

/** `slip`: so small a difference that it is probably a mistake. */
export interface Difference {
  readonly why: string;
  readonly slip: boolean;
}

export function whyResourceFails(element: ElementTrace, request: Request, catalog: Catalog): Difference {
  if (element.element === 'NotResource') {
    return { why: `Its ${code('NotResource')} excludes this resource.`, slip: false };
  }
  const patterns = element.comparisons.slice(0, MOST_HINTED).flatMap((comparison) => comparison.wanted);
  for (const hint of RESOURCE_HINTS) {
    for (const pattern of patterns) {
      const why = hint(pattern, request.resource);
      if (why) return { why, slip: true };
    }
  }
  if (request.resource === '*') {
    if (catalog.isWithoutResource(request.action.toLowerCase()) === false) return STAR_STATED;
    return {
      why: `This action is checked against ${code('*')} alone; an ARN in ${code('Resource')} never covers it.`,
      slip: true,
    };
  }
  const valueless = element.comparisons.find((comparison) => comparison.reason === 'variableWithoutValue');
  if (valueless)
    return {
      why: `A policy variable in ${code(valueless.wanted[0] ?? '')} has no value for this caller.`,
      slip: false,
    };
  return { why: `Its ${code('Resource')} does not cover ${code(request.resource)}.`, slip: false };
}

// Each is compared in several ways; no real list of resources is as long.
const MOST_HINTED = 200;

const STAR_STATED: Difference = {
  why: `The request states ${code('*')} as its resource, which only ${code('*')} in ${code('Resource')} covers. This action is checked on a resource of its own; state its ARN.`,
  slip: false,
};

type ResourceHint = (pattern: string, resource: string) => string | undefined;

const fits = (pattern: string, resource: string) => wildcardMatcher(pattern)(resource);

/** Each recognises one usual slip; the first that fits is said. */
const RESOURCE_HINTS: readonly ResourceHint[] = [
  (pattern, resource) =>
    fits(pattern.toLowerCase(), resource.toLowerCase())
      ? `${code(pattern)} differs from the resource only in letter case.`
      : undefined,
  (pattern, resource) =>
    pattern.trim() !== pattern && fits(pattern.trim(), resource)
      ? `${code(pattern)} has a blank at its beginning or end.`
      : undefined,
  (pattern, resource) =>
    isS3(resource) && fits(`${pattern}/*`, resource)
      ? `${code(pattern)} is the bucket; this action is checked on an object in it. The pattern for objects ends in ${code('/*')}.`
      : undefined,
  (pattern, resource) =>
    isS3(resource) && fits(pattern, `${resource}/x`)
      ? `${code(pattern)} covers the objects; this action is checked on the bucket itself, ${code(resource)}.`
      : undefined,
  (pattern, resource) =>
    fits(`${pattern}-??????`, resource)
      ? `${code(pattern)} lacks the six random characters that AWS adds to a secret’s ARN. End the pattern in ${code('-??????')}.`
      : undefined,
  (pattern, resource) =>
    fits(`${pattern}:*`, resource) || fits(`${pattern}/*`, resource)
      ? `${code(pattern)} ends too early: the resource goes on behind it.`
      : undefined,
  otherPart,
];

function isS3(resource: string): boolean {
  return parseArn(resource)?.service === 's3';
}

const PARTS = ['', 'partition', 'service', 'Region', 'account', ''] as const;

/** The patterns agree but for one part of the ARN. */
function otherPart(pattern: string, resource: string): string | undefined {
  const wanted = splitArn(pattern);
  const given = splitArn(resource);
  if (wanted.length !== 6 || given.length !== 6) return undefined;
  const differing = [0, 1, 2, 3, 4, 5].filter((part) => !fits(wanted[part] ?? '', given[part] ?? ''));
  const [only, ...others] = differing;
  const name = only === undefined ? '' : PARTS[only];
  if (only === undefined || others.length > 0 || !name) return undefined;
  return `${code(pattern)} names another ${name}: ${code(wanted[only] || '(none)')} instead of ${code(given[only] || '(none)')}.`;
}

export function whyActionFails(element: ElementTrace, request: Request, catalog: Catalog): Difference {
  if (element.element === 'NotAction')
    return { why: `Its ${code('NotAction')} excludes ${code(request.action)}.`, slip: false };
  const patterns = element.comparisons.flatMap((comparison) => comparison.wanted);
  if (patterns.length === 0) return { why: 'Its list of actions is empty.', slip: false };
  const misspelled = patterns.flatMap((pattern) => misspelledAction(pattern, request, catalog) ?? []).at(0);
  if (misspelled) return { why: misspelled, slip: true };
  const service = servicePrefix(request.action);
  const name = request.action.slice(service.length + 1).toLowerCase();
  const sameName = patterns.find((pattern) => pattern.slice(pattern.indexOf(':') + 1).toLowerCase() === name);
  if (sameName) {
    return {
      why: `It allows ${code(sameName)}, which belongs to another service than ${code(request.action)}.`,
      slip: true,
    };
  }
  const shown = patterns.slice(0, 3).map(code);
  const more = patterns.length > 3 ? ` and ${patterns.length - 3} more` : '';
  const allowed = patterns.length > 3 ? `${shown.join(', ')}${more}` : listOf(shown, 'and');
  const sameService = patterns.some((pattern) => pattern.toLowerCase().startsWith(`${service}:`));
  return { why: `It allows only ${allowed}, not ${code(request.action)}.`, slip: sameService };
}

export function whyPrincipalFails(element: ElementTrace, request: Request): Difference {
  const listed = element.comparisons.flatMap((comparison) => comparison.wanted);
  const { caller } = request;
  const other = listed.find((entry) => entry.toLowerCase() === caller.arn.toLowerCase());
  if (other) return { why: `${code(other)} differs from the caller only in letter case.`, slip: true };
  const shown = listOf(listed.slice(0, 3).map(code), 'and');
  return { why: `Its ${code(element.element)} names ${shown || 'nobody'}, not ${code(caller.arn)}.`, slip: false };
}

/** Why one condition key failed. */
export function whyConditionFails(failed: Comparison): string {
  const key = code(failed.key ?? '');
  const wanted = listOf(failed.wanted.map(valueInSentence), 'or') || 'nothing';
  const given = listOf(failed.given.map(valueInSentence), 'and');
  const operator = failed.operator ?? '';
  const reasons = /^null$/i.test(operator) ? NULL_REASONS : CONDITION_REASONS;
  return (reasons[failed.reason] ?? CONDITION_REASONS[failed.reason])({ key, wanted, given, operator: code(operator) });
}

interface ConditionWords {
  readonly key: string;
  readonly wanted: string;
  readonly given: string;
  readonly operator: string;
}

const CONDITION_REASONS: Readonly<Record<Reason, (words: ConditionWords) => string>> = {
  equal: ({ key, wanted, given }) => `${key} is ${given}, and the condition excludes ${wanted}.`,
  noValueEqual: ({ key, wanted, given, operator }) =>
    `${key} is ${given}, but the condition ${/ForAllValues:/i.test(operator) ? 'allows nothing but' : 'asks for'} ${wanted}.`,
  absent: ({ key, wanted }) => `The request does not carry ${key}, but the condition asks for ${wanted}.`,
  absentIfExists: ({ key }) => `The request does not carry ${key}.`,
  absentNegated: ({ key }) => `The request does not carry ${key}.`,
  absentForAllValues: ({ key }) => `The request does not carry ${key}.`,
  absentForAnyValue: ({ key, operator }) =>
    `The request does not carry ${key}, and ${operator} needs at least one value.`,
  nullDataset: ({ key, operator }) => `${key} has no value but an empty one, and ${operator} needs one.`,
  unknown: ({ key }) => `${key} is not known.`,
  present: ({ key, wanted }) => `${key} is in the request, and the condition excludes ${wanted}.`,
  malformedPolicyValue: ({ key, wanted, operator }) =>
    `${wanted} is no value that ${operator} can compare with ${key}.`,
  malformedRequestValue: ({ key, given, operator }) => `${key} is ${given}, which ${operator} cannot compare.`,
  variableWithoutValue: ({ wanted }) => `The policy variable in ${wanted} has no value for this caller.`,
  variableUnknown: ({ wanted }) => `The value of the policy variable in ${wanted} is not known.`,
  severalValuesWithoutSetOperator: ({ key, operator }) =>
    `${key} has several values, and ${operator} compares one. Write ${code('ForAnyValue:')} or ${code('ForAllValues:')} before it.`,
  unknownOperator: ({ operator }) => `${operator} is no condition operator that AWS knows.`,
};

// `Null` asks about presence alone (C120).
const NULL_REASONS: Partial<typeof CONDITION_REASONS> = {
  absent: ({ key }) => `The request does not carry ${key}, and the condition asks that it does.`,
  present: ({ key }) => `${key} is in the request, and the condition asks that it is not.`,
};
