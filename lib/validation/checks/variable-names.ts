import type { Catalog } from '@/lib/catalog/catalog';
import { keyPrefix, lacksTagKey } from '@/lib/iam/context-key';
import { splitVariables } from '@/lib/policy/variables';
import type { JsonNode } from '@/lib/text/json';
import type { Located } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { knownKey } from '@/lib/validation/condition-keys';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES, allBut, IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { readS3Arn } from '@/lib/validation/terms/s3-arn';

// What stands in `${…}`.

const PAGE = iamPage('reference_policies_variables');

const UNKNOWN_VARIABLE: Check = {
  id: 'UNKNOWN_VARIABLE',
  severity: 'warning',
  types: allBut('trust'),
  rank: 'existence',
  page: PAGE,
  find: inStatements(function* (statement, { policy, catalog }) {
    if (policy?.version?.value !== '2012-10-17') return;
    for (const { value, range } of valuesWithVariables(statement)) {
      const unknown = variablesOf(value).find((key) => !isTemplate(key) && !isVariable(key, catalog));
      if (unknown === undefined) continue;
      const message = `AWS has no key ${code(unknown)}, so this variable never has a value and the entry never fits. Check its name.`;
      yield { range, message };
    }
  }),
};

/** The texts in which variables are replaced: resources and condition values. */
function valuesWithVariables({ resource, clauses }: StatementView): readonly Located<string>[] {
  const values = clauses.flatMap((clause) => clause.values.map(({ text, range }) => ({ value: text, range })));
  return [...(resource?.entries ?? []), ...values].filter(({ value }) => value.includes(`\${`));
}

function variablesOf(value: string): readonly string[] {
  return splitVariables(value).flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
}

/** Whether a name can be a condition key: a known one, one of a service whose keys are not known, or a provider's claim. */
function isVariable(key: string, catalog: Catalog): boolean {
  if (knownKey(key, catalog) !== undefined || lacksTagKey(key)) return true;
  const prefix = keyPrefix(key);
  if (prefix === '' || prefix === 'aws') return catalog.date === undefined;
  // A claim of an identity provider is called after its host.
  if (/[./]/.test(prefix) || prefix === 'saml' || prefix === 'sts') return true;
  return catalog.isService(prefix) && catalog.service(prefix) === undefined;
}

/** Whether what stands in `${…}` is an expression of Terraform or CloudFormation. */
function isTemplate(key: string): boolean {
  return /^\s*(?:var|local|data|module|each|self|path|terraform|aws_[a-z0-9_]+)[.:[]|^\s*AWS::/.test(key);
}

const TERRAFORM_INTERPOLATION: Check = {
  id: 'TERRAFORM_INTERPOLATION',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'format',
  beside: ['DATA_TYPE_MISMATCH', 'INVALID_PRINCIPAL_FORMAT'],
  page: PAGE,
  *find({ policy }): Iterable<Found> {
    for (const { node } of policy?.statements ?? []) yield* templatesIn(node);
  },
};

// Deeper than any policy; the reader of JSON has a limit of its own.
function* templatesIn(node: JsonNode): Iterable<Found> {
  switch (node.kind) {
    case 'string':
      if (variablesOf(node.text).some(isTemplate)) yield { range: node.range, message: NOT_FILLED_IN };
      return;
    case 'array':
      for (const item of node.items) yield* templatesIn(item);
      return;
    case 'object':
      if (node.members.some(({ key }) => /^(?:Ref|Fn::[A-Za-z]+)$/.test(key.value))) {
        yield { range: node.range, message: NOT_FILLED_IN };
      } else for (const { value } of node.members) if (value) yield* templatesIn(value);
      return;
    case 'number':
    case 'boolean':
    case 'null':
      return;
  }
}

const NOT_FILLED_IN =
  'This is an expression of a template, such as Terraform or CloudFormation, that has not been filled in. Paste the policy as AWS has it, or put the value in its place.';

const S3_VARIABLE_IN_BUCKET_NAME: Check = {
  id: 'S3_VARIABLE_IN_BUCKET_NAME',
  severity: 'suggestion',
  types: IDENTITY_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inStatements(function* ({ resource }, { policy }) {
    if (policy?.version?.value !== '2012-10-17') return;
    for (const { value, range } of resource?.entries ?? []) {
      const keys = variablesOf(readS3Arn(value)?.bucket ?? '');
      if (keys.length === 0 || keys.some(isTemplate)) continue;
      const message = `Which bucket this is depends on ${code(keys[0] ?? '')} of each request. Bucket names are shared by all of AWS: make sure that only yours can fit.`;
      yield { range, message };
    }
  }),
};

export const VARIABLE_NAME_CHECKS: readonly Check[] = [
  UNKNOWN_VARIABLE,
  TERRAFORM_INTERPOLATION,
  S3_VARIABLE_IN_BUCKET_NAME,
];
