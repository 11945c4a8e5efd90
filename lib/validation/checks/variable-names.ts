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
import { isTemplateExpression } from '@/lib/validation/terms/variables';

// What stands in `${…}`.

const PAGE = iamPage('reference_policies_variables');

const UNKNOWN_VARIABLE: Check = {
  id: 'UNKNOWN_VARIABLE',
  severity: 'warning',
  types: allBut('trust'),
  rank: 'existence',
  page: PAGE,
  find: inStatements((statement, report, { policy, catalog }) => {
    if (policy?.version?.value !== '2012-10-17') return;
    for (const { value, range } of valuesWithVariables(statement)) {
      const unknown = variablesOf(value).find((key) => !isTemplateExpression(key) && !isVariable(key, catalog));
      if (unknown === undefined) continue;
      const message = `AWS has no key ${code(unknown)}, so this variable never has a value and the entry never fits. Check its name.`;
      report({ range, message });
    }
  }),
};

/** The texts in which variables are replaced: resources and condition values. */
function valuesWithVariables({ resource, clauses }: StatementView): readonly Located<string>[] {
  const all = (resource?.entries ?? []).filter(({ value }) => value.includes('${'));
  for (const { values } of clauses) {
    for (const { text, range } of values) if (text.includes('${')) all.push({ value: text, range });
  }
  return all;
}

function variablesOf(value: string): readonly string[] {
  if (!value.includes('${')) return NO_VARIABLES;
  return splitVariables(value).flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
}

const NO_VARIABLES: readonly string[] = [];

/** Whether a name can be a condition key: a known one, one of a service whose keys are not known, or a provider's claim. */
function isVariable(key: string, catalog: Catalog): boolean {
  if (knownKey(key, catalog) !== undefined || lacksTagKey(key)) return true;
  const prefix = keyPrefix(key);
  if (prefix === '' || prefix === 'aws') return catalog.date === undefined;
  // A claim of an identity provider is called after its host.
  if (/[./]/.test(prefix) || prefix === 'saml' || prefix === 'sts') return true;
  return catalog.isService(prefix) && catalog.service(prefix) === undefined;
}

const TERRAFORM_INTERPOLATION: Check = {
  id: 'TERRAFORM_INTERPOLATION',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'format',
  beside: ['DATA_TYPE_MISMATCH', 'INVALID_PRINCIPAL_FORMAT'],
  page: PAGE,
  find({ policy }) {
    const all: Found[] = [];
    for (const { node } of policy?.statements ?? []) addTemplates(node, all);
    return all;
  },
};

// Deeper than any policy; the reader of JSON has a limit of its own.
function addTemplates(node: JsonNode, all: Found[]): void {
  switch (node.kind) {
    case 'string':
      if (variablesOf(node.text).some(isTemplateExpression)) all.push({ range: node.range, message: NOT_FILLED_IN });
      return;
    case 'array':
      for (const item of node.items) addTemplates(item, all);
      return;
    case 'object':
      if (node.members.some(({ key }) => isFunction(key.value))) {
        all.push({ range: node.range, message: NOT_FILLED_IN });
      } else for (const { value } of node.members) if (value) addTemplates(value, all);
      return;
    case 'number':
    case 'boolean':
    case 'null':
      return;
  }
}

/** CloudFormation's `Ref` and its other functions, which are members of an object. */
function isFunction(name: string): boolean {
  return name === 'Ref' || /^Fn::[A-Za-z]+$/.test(name);
}

const NOT_FILLED_IN =
  'This is an expression of a template, such as Terraform or CloudFormation, that has not been filled in. Paste the policy as AWS has it, or put the value in its place.';

const S3_VARIABLE_IN_BUCKET_NAME: Check = {
  id: 'S3_VARIABLE_IN_BUCKET_NAME',
  severity: 'suggestion',
  types: IDENTITY_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inStatements(({ resource }, report, { policy }) => {
    if (policy?.version?.value !== '2012-10-17') return;
    for (const { value, range } of resource?.entries ?? []) {
      const keys = variablesOf(readS3Arn(value)?.bucket ?? '');
      if (keys.length === 0 || keys.some(isTemplateExpression)) continue;
      const message = `Which bucket this is depends on ${code(keys[0] ?? '')} of each request. Bucket names are shared by all of AWS: make sure that only yours can fit.`;
      report({ range, message });
    }
  }),
};

export const VARIABLE_NAME_CHECKS: readonly Check[] = [
  UNKNOWN_VARIABLE,
  TERRAFORM_INTERPOLATION,
  S3_VARIABLE_IN_BUCKET_NAME,
];
