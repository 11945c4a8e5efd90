import * as z from 'zod/mini';
import { POLICY_TYPES } from '@/lib/iam/policy-type';

// The diagnosis document's format: the only schema of it. Objects are loose: fields that this version does not know are
// kept, so that a document made by a later version survives being opened and exported again.

const contextScalar = z.union([z.string(), z.number(), z.boolean()]);
const contextValue = z.union([contextScalar, z.array(contextScalar), z.null()]);
// A value of another shape leaves its key open (C24), so it is kept: without it the key would count as not stated.
const givenContextValue = z.union([contextValue, z.array(z.unknown()), z.looseObject({})]);
const statedMode = z.union([z.literal('unknown'), z.literal('absent')]);
const policyType = z.enum(POLICY_TYPES);

const request = z.looseObject({
  principal: z.optional(z.string()),
  action: z.optional(z.string()),
  resource: z.optional(z.string()),
  resourceAccount: z.optional(z.string()),
  context: z.optional(z.record(z.string(), givenContextValue)),
  absent: z.optional(z.array(z.string())),
  present: z.optional(z.array(z.string())),
});

const policy = z.looseObject({
  type: policyType,
  name: z.optional(z.string()),
  arn: z.optional(z.string()),
  attachedTo: z.optional(z.string()),
  document: z.union([z.string(), z.looseObject({})]),
  original: z.optional(z.string()),
  // The text is AWS's own: of which version, and the day on which AWS made that version.
  awsManaged: z.optional(
    z.looseObject({
      version: z.string().check(z.regex(/^v\d{1,4}$/)),
      date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    }),
  ),
});

const evidencePart = z.looseObject({ text: z.string(), label: z.optional(z.string()) });

export const diagnosisDocument = z.looseObject({
  whydenied: z.literal(1),
  title: z.optional(z.string()),
  evidence: z.optional(z.union([z.string(), z.array(evidencePart)])),
  request: z.optional(request),
  requests: z.optional(z.array(request)),
  unstated: z.optional(
    z.union([statedMode, z.looseObject({ context: z.optional(statedMode), policies: z.optional(statedMode) })]),
  ),
  notApplicable: z.optional(z.array(policyType)),
  incomplete: z.optional(z.array(policyType)),
  principalIsServiceLinkedRole: z.optional(z.boolean()),
  principalAccountIsManagementAccount: z.optional(z.boolean()),
  resourceAccountIsManagementAccount: z.optional(z.boolean()),
  from: z.optional(z.record(z.string(), z.string())),
  policies: z.optional(z.array(policy)),
});

/** A whole diagnosis as it is stored, linked, exported and imported. */
export type DiagnosisDocument = z.infer<typeof diagnosisDocument>;
export type DocumentRequest = z.infer<typeof request>;
export type DocumentPolicy = z.infer<typeof policy>;
/** A condition key's value as it can be stated. */
export type DocumentContextValue = z.infer<typeof contextValue>;

export function isContextValue(given: unknown): given is DocumentContextValue {
  return contextValue.safeParse(given).success;
}
export type EvidencePart = z.infer<typeof evidencePart>;
