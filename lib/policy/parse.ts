import {
  type BrokenStatement,
  POLICY_ELEMENTS,
  type PolicyDocument,
  type PolicyVersion,
  type Statement,
} from '@/lib/policy/document';
import { findPolicy } from '@/lib/policy/find-policy';
import { parseStatement } from '@/lib/policy/parse-statement';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import type { Parsed, Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/**
 * Reads a policy's text. Never fails: a statement that cannot be used never hides its neighbours (R147), a half-typed
 * policy gives its readable statements, and everything that was wrong is said with its place.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string): Parsed<PolicyDocument> {
  const found = findPolicy(text);
  if (found.value === undefined) return { value: UNREADABLE, problems: found.problems };
  const problems = [...found.problems];
  const policy = found.value;
  append(problems, [...repeatedMembers(policy), ...unknownMembers(policy)]);
  const version = readVersion(policy, problems);
  const { statements, broken } = readStatements(policy, problems);
  return { value: { ...version, statements, broken, readable: true }, problems };
}

const UNREADABLE: PolicyDocument = { version: '2008-10-17', statements: [], broken: [], readable: false };

/** The version counts for policy variables; another value than AWS's two is taken as the old one (R140). */
function readVersion(policy: JsonObject, problems: Problem[]): Pick<PolicyDocument, 'version' | 'versionElement'> {
  const value = member(policy, 'Version')?.value;
  if (value === undefined) return { version: '2008-10-17' };
  const text = value.kind === 'string' ? value.text : '';
  const known: PolicyVersion | undefined = text === '2012-10-17' || text === '2008-10-17' ? text : undefined;
  if (known === undefined) {
    problems.push({
      code: 'policy-version',
      severity: 'error',
      message:
        'AWS knows two values for `Version`: `2012-10-17` and the older `2008-10-17`. It is the version of the policy language, not a date of yours.',
      range: value.range,
    });
  }
  return { version: known ?? '2008-10-17', versionElement: { value: text, range: value.range } };
}

function readStatements(policy: JsonObject, problems: Problem[]) {
  const statements: Statement[] = [];
  const broken: BrokenStatement[] = [];
  const value = member(policy, 'Statement')?.value;
  const items: readonly JsonNode[] = value === undefined ? [] : value.kind === 'array' ? value.items : [value];
  for (const [index, item] of items.entries()) {
    const read = parseStatement(item, index);
    append(problems, read.problems);
    if (read.statement) statements.push(read.statement);
    else broken.push(read.broken);
  }
  return { statements, broken };
}

function repeatedMembers(policy: JsonObject): readonly Problem[] {
  return POLICY_ELEMENTS.flatMap((name) => {
    const all = policy.members.filter((candidate) => candidate.key.value === name);
    return all.slice(0, -1).map((repeated) => ({
      code: 'repeated-element',
      severity: 'error' as const,
      message: `\`${name}\` stands here more than once. AWS refuses that; the last one was used.`,
      range: repeated.key.range,
    }));
  });
}

/** Members that a policy does not have are ignored, and said (R144). */
function unknownMembers(policy: JsonObject): readonly Problem[] {
  return policy.members
    .filter((candidate) => !POLICY_ELEMENTS.some((name) => name === candidate.key.value))
    .map((unknown) => ({
      code: 'unknown-policy-element',
      severity: 'error' as const,
      message: `A policy has no element ${code(unknown.key.value)}. AWS refuses the policy; here it was ignored. The elements are \`Version\`, \`Id\` and \`Statement\`.`,
      range: unknown.key.range,
    }));
}
