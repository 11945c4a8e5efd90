import { policiesOf, policyText, setPolicyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { FoundPolicy, PolicyReference } from '@/lib/evidence/evidence';
import { type Arn, parseArn } from '@/lib/iam/arn';
import { fillReference, openReferences } from '@/lib/policy/open-references';
import type { Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

/** What a request knows of CloudFormation's pseudo parameters. */
type Known = ReadonlyMap<string, string>;

/**
 * Account, Region and partition of a template, as far as the request tells them: a resource's policy stands in the resource's account, every other one in
 * the caller's.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
function knownFor({ request }: DiagnosisDocument, type: FoundPolicy['type']): Known {
  const caller = parseArn(request?.principal ?? '');
  const resource = parseArn(request?.resource ?? '');
  const resourceAccount = request?.resourceAccount ?? resource?.account ?? '';
  const account = type === 'resource' ? resourceAccount : (caller?.account ?? '');
  const region = regionOf(resource, request?.context);
  const partition = (type === 'resource' ? resource : caller)?.partition ?? '';
  const values: readonly (readonly [string, string])[] = [
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::Partition', partition],
  ];
  return new Map(values.filter(([, value]) => value !== ''));
}

function regionOf(resource: Arn | undefined, context: NonNullable<DiagnosisDocument['request']>['context']): string {
  const requested = context?.['aws:RequestedRegion'];
  return resource?.region || (typeof requested === 'string' ? requested : '');
}

/** A reference that a policy of the document leaves open, and its value where the request tells it. */
export interface OpenReference {
  readonly name: string;
  readonly known?: string;
}

/** What the policy at a place of the document leaves open. */
export function referencesOf(document: DiagnosisDocument, index: number): readonly OpenReference[] {
  const policy = policiesOf(document)[index];
  if (policy === undefined) return [];
  const known = knownFor(document, policy.type);
  return openReferences(policyText(policy)).map((name) => {
    const value = known.get(name);
    return { name, ...(value !== undefined && { known: value }) };
  });
}

/** Puts values in the places of references, wherever they stand in a policy's text; an empty value leaves its reference open. */
export function fillReferences(
  document: DiagnosisDocument,
  index: number,
  values: ReadonlyMap<string, string>,
): DiagnosisDocument {
  const policy = policiesOf(document)[index];
  if (policy === undefined) return document;
  const given = new Map(Array.from(values).filter(([, value]) => value !== ''));
  return setPolicyText(document, index, filled(policyText(policy), given));
}

/** A policy with the pseudo parameters that the request tells, and what it still leaves open. */
export function withKnownReferences(document: DiagnosisDocument, policy: FoundPolicy): FoundPolicy {
  if (policy.open === undefined) return policy;
  const { open: _open, ...rest } = policy;
  const text = filled(policy.text, knownFor(document, policy.type));
  const open = openReferences(text);
  return { ...rest, text, ...(open.length > 0 && { open }) };
}

/** The ARN of a named policy; left out where it stays open. */
export function withKnownArn(document: DiagnosisDocument, reference: PolicyReference): PolicyReference {
  const { arn, ...rest } = reference;
  if (arn === undefined || openReferences(arn).length === 0) return reference;
  const whole = filled(arn, knownFor(document, reference.type));
  return openReferences(whole).length === 0 ? { ...rest, arn: whole } : rest;
}

function filled(text: string, known: Known): string {
  let whole = text;
  for (const [name, value] of known) whole = fillReference(whole, name, value);
  return whole;
}

const MOST_NAMED = 8;

/** What policies leave open, for the person to fill in. */
export function openProblems(policies: readonly FoundPolicy[]): readonly Problem[] {
  const open = [...new Set(policies.flatMap((policy) => policy.open ?? []))];
  if (open.length === 0) return [];
  const named = open.slice(0, MOST_NAMED).map((name) => code(`\${${name}}`));
  const more = open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : '';
  const message = `The text leaves open ${named.join(', ')}${more}. Fill in their values below the policy: until then the verdict may depend on them.`;
  return [{ code: 'references-open', severity: 'warning', message }];
}
