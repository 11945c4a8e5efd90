import { type JsonNode, type JsonScalar, member } from '@/lib/text/json';
import { insertFirstMember } from '@/lib/text/json-edit';
import { oncePer } from '@/lib/text/once-per';
import type { Located, Range } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { readVariables, type Variable } from '@/lib/validation/terms/variables';

// Policy variables. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html

/** A text in which variables are replaced, with those that stand in it. */
interface TextWithVariables extends Located<string> {
  readonly variables: readonly Variable[];
}

/** The texts with variables where these are replaced: in resources, and in values of conditions on text and ARNs. */
const textsWithVariables = oncePer(({ resource, clauses }: StatementView): readonly TextWithVariables[] => {
  const all: TextWithVariables[] = [];
  const add = (value: string, range: Range) => {
    if (value.includes('${')) all.push({ value, range, variables: readVariables(value) });
  };
  for (const { value, range } of resource?.entries ?? []) add(value, range);
  for (const { kind, values } of clauses) {
    if (kind !== undefined && kind !== 'String' && kind !== 'Arn') continue;
    for (const { kind: type, text, range } of values) if (type === 'string') add(text, range);
  }
  return all;
});

/** A check of every variable by itself. A `fix` is what the whole text becomes. */
function variableCheck(
  id: string,
  page: string,
  find: (variable: Variable, text: string) => { readonly message: string; readonly fix?: string } | undefined,
): Check {
  return {
    id,
    severity: 'error',
    types: ALL_TYPES,
    rank: 'format',
    page: analyzerPage('error', page),
    find: inStatements((statement, report) => {
      for (const { value, range, variables } of textsWithVariables(statement)) {
        for (const variable of variables) {
          const said = find(variable, value);
          if (said === undefined) continue;
          report({
            range,
            message: said.message,
            ...(said.fix !== undefined && { fixes: [changeTo(range, said.fix)] }),
          });
        }
      }
    }),
  };
}

const replaced = (text: string, { start, end }: Variable, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const MISSING_BRACE_IN_VARIABLE = variableCheck(
  'MISSING_BRACE_IN_VARIABLE',
  'missing-brace-in-variable',
  (variable, text) => {
    if (variable.isClosed) return undefined;
    const message = `The variable in ${code(text)} is not closed. Add \`}\`.`;
    // The name ends where a path goes on, or with the text.
    const name = /^\$\{[A-Za-z0-9.-]+:[A-Za-z0-9]+/.exec(text.slice(variable.start))?.[0];
    if (name === undefined) return { message };
    const end = variable.start + name.length;
    return { message, fix: `${text.slice(0, end)}}${text.slice(end)}` };
  },
);

const EMPTY_VARIABLE = variableCheck('EMPTY_VARIABLE', 'empty-variable', ({ isClosed, name, fallback }, text) =>
  isClosed && name.trim() === '' && fallback === undefined
    ? {
        message: `A variable in ${code(text)} is empty. Name the key that it stands for, such as \`\${aws:username}\`.`,
      }
    : undefined,
);

const UNSUPPORTED_SPACE_IN_VARIABLE = variableCheck(
  'UNSUPPORTED_SPACE_IN_VARIABLE',
  'unsupported-space-in-variable',
  (variable, text) => {
    if (!variable.isClosed || variable.isTemplate || variable.name.trim() === '' || !/\s/.test(variable.name))
      return undefined;
    const name = variable.name.replaceAll(/\s+/g, '');
    const fix = replaced(text, variable, `\${${name}${variable.rest}}`);
    return { message: `A variable's name has no blanks. Write ${code(`\${${name}}`)}.`, fix };
  },
);

const UNSUPPORTED_SYMBOL_IN_VARIABLE = variableCheck(
  'UNSUPPORTED_SYMBOL_IN_VARIABLE',
  'unsupported-symbol-in-variable',
  ({ isClosed, isTemplate, isCharacter, name }) => {
    if (!isClosed || isTemplate || isCharacter) return undefined;
    const symbol = /[^\p{L}\p{N}\s:/._+=@-]/u.exec(name)?.[0];
    return symbol === undefined
      ? undefined
      : { message: `${code(symbol)} cannot stand in a variable's name. Remove it.` };
  },
);

const MISSING_QUOTE_IN_VARIABLE = variableCheck(
  'MISSING_QUOTE_IN_VARIABLE',
  'missing-quote-in-variable',
  (variable, text) => {
    const { isClosed, isTemplate, name, fallback } = variable;
    if (!isClosed || isTemplate || fallback === undefined) return undefined;
    const given = fallback.trim();
    if (given.length >= 2 && given.startsWith("'") && given.endsWith("'")) return undefined;
    const bare = given.replace(/^'/, '').replace(/'$/, '');
    const fix = replaced(text, variable, `\${${name}, '${bare}'}`);
    return { message: `The default ${code(given)} has to stand between single quotes.`, fix };
  },
);

const VARIABLE_UNSUPPORTED_IN_ELEMENT: Check = {
  id: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'format',
  page: analyzerPage('error', 'variable-unsupported-in-element'),
  *find({ policy }) {
    if (policy === undefined) return;
    yield* variableIn(member(policy.node, 'Version')?.value, 'Version');
    for (const { node } of policy.statements) {
      for (const { key, value } of node.members)
        if (WITHOUT_VARIABLES.has(key.value)) yield* variableIn(value, key.value);
    }
  },
};

const WITHOUT_VARIABLES: ReadonlySet<string> = new Set(['Effect', 'Action', 'NotAction', 'Principal', 'NotPrincipal']);

function* variableIn(value: JsonNode | undefined, name: string): Iterable<Found> {
  for (const { text, range } of textsIn(value)) {
    if (!text.includes('${') || readVariables(text).some(({ isTemplate }) => isTemplate)) continue;
    const message = `${code(name)} takes no variables: they are replaced in \`Resource\` and in the values of conditions alone.`;
    yield { range, message };
  }
}

function* textsIn(value: JsonNode | undefined): Iterable<JsonScalar> {
  if (value?.kind === 'string') yield value;
  if (value?.kind === 'array') for (const item of value.items) yield* textsIn(item);
  if (value?.kind === 'object') for (const found of value.members) yield* textsIn(found.value);
}

const INVALID_VARIABLE_FOR_OPERATOR: Check = {
  id: 'INVALID_VARIABLE_FOR_OPERATOR',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'format',
  page: analyzerPage('error', 'invalid-variable-for-operator'),
  find: inStatements(({ clauses }, report) => {
    for (const clause of clauses) {
      const kind = clause.kind;
      if (kind === undefined || kind === 'String' || kind === 'Arn') continue;
      for (const { text, range } of clause.values) {
        if (!text.includes('${')) continue;
        const message = `${code(clause.operator.value)} takes no variables: only operators on text and on ARNs do.`;
        report({ range, message });
      }
    }
  }),
};

const VARIABLE_UNSUPPORTED_IN_VERSION: Check = {
  id: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('error', 'variable-unsupported-in-version'),
  *find(subject): Iterable<Found> {
    const { policy } = subject;
    if (policy === undefined) return;
    const version = member(policy.node, 'Version')?.value;
    if (version && !(version.kind === 'string' && version.text === '2008-10-17')) return;
    const fixes = inNewVersion(subject);
    const message =
      'Policy variables need `"Version": "2012-10-17"`. In this policy the text is taken as it stands, dollar sign and braces included.';
    for (const statement of policy.statements) {
      for (const { range, variables } of textsWithVariables(statement)) {
        if (variables.some(isWellFormed)) yield { range, message, fixes };
      }
    }
  },
};

function isWellFormed({ isClosed, isCharacter, isTemplate, name }: Variable): boolean {
  return isClosed && !isTemplate && (isCharacter || /^[^\s:]+:\S+$/.test(name));
}

function inNewVersion({ policy, text }: Subject): readonly QuickFix[] {
  if (policy === undefined) return [];
  const why = 'so that variables are replaced';
  const old = member(policy.node, 'Version')?.value;
  const edit = old
    ? { range: old.range, text: '"2012-10-17"' }
    : insertFirstMember(text, policy.node, '"Version": "2012-10-17"');
  const title = old ? `Change \`Version\` to \`2012-10-17\`, ${why}` : `Add \`"Version": "2012-10-17"\`, ${why}`;
  return [{ title, edits: [edit] }];
}

export const VARIABLE_CHECKS: readonly Check[] = [
  VARIABLE_UNSUPPORTED_IN_ELEMENT,
  INVALID_VARIABLE_FOR_OPERATOR,
  VARIABLE_UNSUPPORTED_IN_VERSION,
  MISSING_BRACE_IN_VARIABLE,
  MISSING_QUOTE_IN_VARIABLE,
  UNSUPPORTED_SPACE_IN_VARIABLE,
  UNSUPPORTED_SYMBOL_IN_VARIABLE,
  EMPTY_VARIABLE,
];
