import type { Located } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

// Values that were copied from an example, or with a blank too many.

const PAGE = iamPage('reference_policies_elements_resource');

const PLACEHOLDER_VALUE: Check = {
  id: 'PLACEHOLDER_VALUE',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inStatements((statement, report) => {
    for (const { value, range } of [...resourcesOf(statement), ...principalsOf(statement)]) {
      const found = placeholderIn(value);
      if (found === undefined) continue;
      const { text, isExample } = found;
      const message = isExample
        ? `${code(text)} is a name of AWS’s examples. Put your own in its place.`
        : `${code(text)} is a placeholder that has not been filled in. Put your own value in its place.`;
      report({ range, message, ...(isExample && { severity: 'suggestion' as const }) });
    }
  }),
};

interface Placeholder {
  readonly text: string;
  readonly isExample: boolean;
}

// The first group is what stands before: a placeholder begins a word.
const PLACEHOLDER =
  /<[^<>]{1,60}>|(?<![A-Za-z0-9])(?:YOUR[-_][A-Z0-9_-]*|(?:AWS[-_])?ACCOUNT[-_]?ID\b)|(?<![A-Za-z0-9])[xX]{12}(?![A-Za-z0-9])/;
const YOUR = /(?<=[:/]|^)your[-_][a-z0-9_-]+/i;
const EXAMPLE = /(?<![A-Za-z0-9])(?:DOC-EXAMPLE-BUCKET\d*|EXAMPLE)(?![A-Za-z0-9])/;

function placeholderIn(value: string): Placeholder | undefined {
  const text = PLACEHOLDER.exec(value)?.[0] ?? YOUR.exec(value)?.[0];
  if (text !== undefined) return { text, isExample: false };
  const example = EXAMPLE.exec(value)?.[0];
  return example === undefined ? undefined : { text: example, isExample: true };
}

function resourcesOf({ resource }: StatementView): readonly Located<string>[] {
  return resource?.entries ?? [];
}

function principalsOf({ principal }: StatementView): readonly Located<string>[] {
  return principal?.kinds.flatMap((kind) => kind.entries) ?? [];
}

const WHITESPACE_IN_VALUE: Check = {
  id: 'WHITESPACE_IN_VALUE',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  beside: ['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION'],
  page: PAGE,
  find: inStatements((statement, report) => {
    const { action, clauses } = statement;
    for (const { value, range } of action?.entries ?? []) {
      if (!/\s/.test(value)) continue;
      const plain = value.replaceAll(/\s+/g, '');
      if (plain === '') continue;
      const message = `A blank stands in ${code(value)}, and no action has one. Remove it.`;
      report({ range, message, fixes: [changeTo(range, plain)] });
    }
    const names = clauses.flatMap(({ operator, key }) => [operator, key]);
    for (const { value, range } of [...resourcesOf(statement), ...principalsOf(statement), ...names]) {
      const plain = value.trim();
      if (plain === value || plain === '') continue;
      const where = value.startsWith(plain) ? 'at the end of' : 'at the start of';
      const message = `A blank stands ${where} ${code(value)}, so it never fits. Remove it.`;
      report({ range, message, fixes: [changeTo(range, plain)] });
    }
  }),
};

const TRAILING_COLON_OR_SLASH: Check = {
  id: 'TRAILING_COLON_OR_SLASH',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  beside: ['INVALID_ARN_RESOURCE'],
  page: PAGE,
  find: inStatements((statement, report) => {
    for (const { value, range } of resourcesOf(statement)) {
      const [arn, , service, , , resource] = arnFields(value);
      if (arn !== 'arn' || resource === undefined || resource === '/') continue;
      const end = value.at(-1);
      if (end !== ':' && (end !== '/' || service === 's3')) continue;
      const sign = end === ':' ? 'colon' : 'slash';
      const message = `The ARN has nothing after its last ${sign}, so it names no resource. Write the name, or \`*\` for all.`;
      report({ range, message });
    }
  }),
};

export const PASTED_VALUE_CHECKS: readonly Check[] = [PLACEHOLDER_VALUE, WHITESPACE_IN_VALUE, TRAILING_COLON_OR_SLASH];
