import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { createDiagnoser } from '@/lib/diagnosis/diagnose';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument, DocumentPolicy, DocumentRequest } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

// Diagnoses for tests: what a case does not say is a user of account 111122223333 reading an S3 object, and no other policy.

export const USER = 'arn:aws:iam::111122223333:user/kim';
export const SESSION = 'arn:aws:sts::111122223333:assumed-role/dev/s1';
const OBJECT = 'arn:aws:s3:::shop/cat.png';
/** AWS's message of that request, without a reason. */
export const DENIED = `User: ${USER} is not authorized to perform: s3:GetObject on resource: "${OBJECT}"`;

export interface SmallDiagnosis extends Partial<Record<PolicyType, PolicySketch | readonly PolicySketch[]>> {
  readonly request?: DocumentRequest;
  readonly more?: Partial<DiagnosisDocument>;
}

/** A policy's text, its only statement, or a policy of a document with its other fields. */
type PolicySketch = string | Statement | PolicyFields;

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
}

interface PolicyFields {
  readonly document: string | object;
  readonly name?: string;
  readonly arn?: string;
  readonly attachedTo?: string;
}

const ORDER: readonly PolicyType[] = ['identity', 'resource', 'scp', 'rcp', 'boundary', 'session', 'endpoint'];

/** The document of a case; policies stand in the order identity, resource, SCP, RCP, boundary, session, endpoint. */
export function smallDocument({ request, more, ...sketches }: SmallDiagnosis): DiagnosisDocument {
  const policies = ORDER.flatMap((type) => listed(sketches[type]).map((sketch) => policyOf(type, sketch)));
  return {
    whydenied: 1,
    request: { principal: USER, action: 's3:GetObject', resource: OBJECT, ...request },
    unstated: 'absent',
    policies,
    ...more,
  };
}

/** With what comes with the code, or with another catalog. */
export function smallDiagnosis(sketch: SmallDiagnosis, catalog: Catalog = builtInCatalog()): Diagnosis {
  return createDiagnoser(catalog).diagnose(smallDocument(sketch));
}

function listed(sketches: SmallDiagnosis[PolicyType]): readonly PolicySketch[] {
  if (sketches === undefined) return [];
  return Array.isArray(sketches) ? (sketches as readonly PolicySketch[]) : [sketches as PolicySketch];
}

function policyOf(type: PolicyType, sketch: PolicySketch): DocumentPolicy {
  if (typeof sketch === 'string') return { type, document: sketch };
  if ('Effect' in sketch) return { type, document: { Version: '2012-10-17', Statement: [sketch] } };
  return { type, ...sketch, document: sketch.document as DocumentPolicy['document'] };
}

/** An Allow of all actions on all resources, with other elements in place of these. */
export function allow(elements: object = {}): Statement {
  return { Effect: 'Allow', ...everything(elements) };
}

export function deny(elements: object = {}): Statement {
  return { Effect: 'Deny', ...everything(elements) };
}

function everything(elements: object): object {
  return {
    ...(!('NotAction' in elements) && { Action: '*' }),
    ...(!('NotResource' in elements) && { Resource: '*' }),
    ...elements,
  };
}

/** A policy variable as a policy writes it. */
export function variable(key: string): string {
  return `\${${key}}`;
}
