import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '@/lib/policy/document';
import { type JsonMember, type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { insertFirstMember } from '@/lib/text/json-edit';
import { code, listOf } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { lacks, nearestElement } from '@/lib/validation/element-names';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo, removeElement } from '@/lib/validation/fixes';
import { analyzerPage, iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';

// Which elements a policy and its statements have.

const INVALID_POLICY_ELEMENT: Check = {
  id: 'INVALID_POLICY_ELEMENT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'element',
  page: analyzerPage('error', 'invalid-policy-element'),
  *find({ policy, wrapped }) {
    if (wrapped) {
      const message = `A policy has no element ${code(wrapped.member.key.value)}: this is the answer of a tool that holds a policy.`;
      yield { range: wrapped.member.key.range, message };
    }
    if (policy === undefined) return;
    yield* unknownElements(policy.node, LEVELS.policy);
    for (const { node } of policy.statements) yield* unknownElements(node, LEVELS.statement);
  },
};

const LEVELS = {
  policy: {
    what: 'A policy',
    known: POLICY_ELEMENTS,
    others: STATEMENT_ELEMENTS,
    place: 'It belongs into a statement.',
  },
  statement: {
    what: 'A statement',
    known: STATEMENT_ELEMENTS,
    others: POLICY_ELEMENTS,
    place: 'It belongs beside `Statement`.',
  },
} as const;

function* unknownElements(object: JsonObject, level: (typeof LEVELS)[keyof typeof LEVELS]): Iterable<Found> {
  const known: readonly string[] = level.known;
  const others: readonly string[] = level.others;
  for (const { key } of object.members) {
    if (known.includes(key.value)) continue;
    const misplaced = others.includes(key.value);
    const meant = misplaced ? undefined : nearestElement(key.value, known);
    const hint = misplaced
      ? level.place
      : meant
        ? `Did you mean ${code(meant)}? Names of elements are case-sensitive.`
        : `Its elements are ${listOf(known.map(code), 'and')}.`;
    const fixes = meant && !member(object, meant) ? [changeTo(key.range, meant)] : undefined;
    const message = `${level.what} has no element ${code(key.value)}. ${hint}`;
    yield { range: key.range, message, ...(fixes && { fixes }) };
  }
}

const MISSING_STATEMENT: Check = {
  id: 'MISSING_STATEMENT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  beside: ['INVALID_POLICY_ELEMENT'],
  page: analyzerPage('error', 'missing-statement'),
  *find({ policy, text }) {
    if (policy === undefined) return;
    const { node } = policy;
    const value = member(node, 'Statement')?.value;
    if (value?.kind === 'array' && value.items.length === 0) {
      yield { range: value.range, message: 'The policy has no statement: its list of statements is empty. Add one.' };
    }
    if (!lacks(node, POLICY_ELEMENTS, ['Statement'])) return;
    if (!member(node, 'Effect')) {
      const message = 'The policy has no `Statement`, so it does nothing. Add one.';
      yield { range: node.range, message };
      return;
    }
    const statement = text.slice(node.range.start, node.range.end);
    const whole = `{ "Version": "2012-10-17", "Statement": [${statement}] }`;
    yield {
      range: node.range,
      message: 'This is a single statement, not a whole policy. Put it into the list of a policy’s `Statement`.',
      fixes: [{ title: 'Put the statement into a policy', edits: [{ range: node.range, text: whole }] }],
    };
  },
};

/** A check that one of some elements is in every statement. */
function required(
  id: string,
  types: Check['types'],
  names: readonly string[],
  message: string,
  more: Pick<Check, 'page'>,
  fix?: (statement: JsonObject, text: string) => QuickFix,
): Check {
  return {
    id,
    severity: 'error',
    types,
    rank: 'grammar',
    ...more,
    find: inStatements(({ node, range }, report, { text, policyType }) => {
      if (!lacks(node, STATEMENT_ELEMENTS, names)) return;
      report({ range, message, ...(fix && policyType === 'rcp' && { fixes: [fix(node, text)] }) });
    }),
  };
}

const MISSING_ELEMENTS: readonly Check[] = [
  required(
    'MISSING_EFFECT',
    ALL_TYPES,
    ['Effect'],
    'The statement does not say whether it allows or denies. Add `"Effect": "Allow"` or `"Effect": "Deny"`.',
    { page: analyzerPage('error', 'missing-effect') },
  ),
  required(
    'MISSING_ACTION',
    ALL_TYPES,
    ['Action', 'NotAction'],
    'The statement names no action, so AWS refuses it. Add an `Action`, such as `"s3:GetObject"`.',
    { page: analyzerPage('error', 'missing-action') },
  ),
  required(
    'MISSING_RESOURCE',
    ['identity', 'boundary', 'session', 'scp', 'rcp', 'endpoint'],
    ['Resource', 'NotResource'],
    'The statement names no resource, so AWS refuses it. Add a `Resource`: an ARN, or `"*"` for all.',
    { page: analyzerPage('error', 'missing-resource') },
  ),
  required(
    'MISSING_PRINCIPAL',
    ['resource', 'trust', 'rcp', 'endpoint'],
    ['Principal', 'NotPrincipal'],
    'The statement does not say whom it applies to. Add a `Principal`.',
    { page: analyzerPage('error', 'missing-principal') },
    (statement, text) => ({
      title: 'Add `"Principal": "*"`',
      edits: [insertFirstMember(text, statement, '"Principal": "*"')],
    }),
  ),
];

const UNSUPPORTED_PRINCIPAL: Check = {
  id: 'UNSUPPORTED_PRINCIPAL',
  severity: 'error',
  types: ['identity', 'boundary', 'session'],
  rank: 'grammar',
  page: analyzerPage('error', 'unsupported-principal'),
  find: inStatements(({ node }, report) => {
    for (const found of named(node, ['Principal', 'NotPrincipal'])) {
      const message = `A policy of this type names no principal: it applies to the identity that it is attached to. Remove ${code(found.key.value)}, or move the statement into the resource’s own policy.`;
      report({ range: found.key.range, message, fixes: [removeElement(node, found)] });
    }
  }),
};

const EXCLUDING = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const;

const UNSUPPORTED_ELEMENT_COMBINATION: Check = {
  id: 'UNSUPPORTED_ELEMENT_COMBINATION',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'unsupported-element-combination'),
  find: inStatements(({ node }, report) => {
    for (const pair of EXCLUDING) {
      const [first, second] = named(node, pair);
      if (first === undefined || second === undefined) continue;
      const message = `${code(pair[0])} and ${code(pair[1])} exclude each other. Keep one of them.`;
      report({ range: second.key.range, message });
    }
  }),
};

/** The members of these names, the last one of each, in the order of the text. */
function named(object: JsonObject, names: readonly string[]): readonly JsonMember[] {
  return object.members.filter((found) => names.includes(found.key.value) && member(object, found.key.value) === found);
}

const DUPLICATE_ELEMENT: Check = {
  id: 'DUPLICATE_ELEMENT',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'element',
  page: iamPage('reference_policies_grammar'),
  find({ root }) {
    const all: Found[] = [];
    if (root) addRepeatedKeys(root, all);
    return all;
  },
};

function addRepeatedKeys(node: JsonNode, all: Found[]): void {
  if (node.kind === 'array') for (const item of node.items) addRepeatedKeys(item, all);
  if (node.kind !== 'object') return;
  const seen = node.members.length > 1 ? new Set<string>() : undefined;
  for (const { key, value } of node.members) {
    if (seen?.has(key.value)) {
      const message = `${code(key.value)} stands here more than once. AWS refuses the policy, or ignores all but one; put everything into one.`;
      all.push({ range: key.range, message });
    }
    seen?.add(key.value);
    if (value && (value.kind === 'object' || value.kind === 'array')) addRepeatedKeys(value, all);
  }
}

export const ELEMENT_CHECKS: readonly Check[] = [
  INVALID_POLICY_ELEMENT,
  DUPLICATE_ELEMENT,
  MISSING_STATEMENT,
  ...MISSING_ELEMENTS,
  UNSUPPORTED_PRINCIPAL,
  UNSUPPORTED_ELEMENT_COMBINATION,
];
