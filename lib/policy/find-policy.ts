import { parseJsonString, parsePercentEncoded } from '@/lib/text/embedded';
import { type JsonNode, type JsonObject, type JsonScalar, member, parseJson } from '@/lib/text/json';
import type { Parsed, Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';

/**
 * Finds the policy in a pasted text: bare, inside the answer of an AWS command, escaped in a string, or percent-encoded
 * (R146). `undefined` with a problem that says what was found instead.
 */
export function findPolicy(text: string): Parsed<JsonObject | undefined> {
  if (text.trim() === '') return nothing('policy-empty', 'There is no policy here yet. Paste its JSON, or type it.');
  const outer = /^\s*%(?:7B|22|5B)/i.test(text) ? parsePercentEncoded(text) : parseJson(text);
  const policy = outer.value && unwrap(text, outer.value, 0);
  if (policy?.value) return { value: policy.value, problems: [...outer.problems, ...policy.problems] };
  const problems = [...outer.problems, ...(policy?.problems ?? [])];
  return problems.some((problem) => problem.severity === 'error')
    ? { value: undefined, problems }
    : nothing('policy-missing', 'There is no policy in this text. A policy is a JSON object with a `Statement`.');
}

// Under these names the answers of AWS's commands carry a policy.
const WRAPPERS = [
  'PolicyVersion',
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'Document',
  'Policy',
  'policy',
  'policyText',
  'ResourcePolicy',
  'resourcePolicy',
  'PolicyInJson',
  'Content',
  'Role',
  'Attributes',
];
const MAX_WRAPPERS = 6;

function unwrap(text: string, node: JsonNode, depth: number): Parsed<JsonObject | undefined> {
  switch (node.kind) {
    case 'object':
      return unwrapObject(text, node, depth);
    case 'string':
      return unwrapString(text, node, depth);
    case 'array':
      return nothing('policy-list', LIST, node.range);
    case 'number':
    case 'boolean':
    case 'null':
      return nothing('policy-scalar', `This is a ${node.kind}, not a policy. A policy is a JSON object.`, node.range);
  }
}

const LIST =
  'This is a list. A policy is one object that begins with `{`, and its statements stand in the list below `Statement`. Paste each policy by itself.';

function unwrapObject(text: string, node: JsonObject, depth: number): Parsed<JsonObject | undefined> {
  if (member(node, 'Statement')) return { value: node, problems: [] };
  if (depth < MAX_WRAPPERS) {
    for (const name of WRAPPERS) {
      const value = member(node, name)?.value;
      if (value === undefined || (value.kind !== 'object' && value.kind !== 'string')) continue;
      const inner = unwrap(text, value, depth + 1);
      if (inner.value) return inner;
    }
  }
  if (member(node, 'Effect')) return nothing('policy-bare-statement', BARE_STATEMENT, node.range);
  const lower = node.members.find((candidate) => candidate.key.value.toLowerCase() === 'statement');
  if (lower) return nothing('policy-statement-case', STATEMENT_CASE, lower.key.range);
  return nothing('policy-statement-missing', STATEMENT_MISSING, node.range);
}

const BARE_STATEMENT =
  'This is a single statement, not a whole policy. Put it into `{ "Version": "2012-10-17", "Statement": [ … ] }`.';
const STATEMENT_CASE = 'Element names are case-sensitive: write `Statement`.';
const STATEMENT_MISSING =
  'This object has no `Statement`, so it is no policy. Check that you pasted the policy document itself.';

/** Escaped JSON stands in a text that was itself decoded only once; deeper ones keep the place of the outer string. */
function unwrapString(text: string, node: JsonScalar, depth: number): Parsed<JsonObject | undefined> {
  if (depth >= MAX_WRAPPERS || !/^\s*[{"]/.test(node.text)) {
    return nothing('policy-string', 'This is a plain text, not a policy. A policy is a JSON object.', node.range);
  }
  // INVARIANT: `text` at the node's range is the string as written, quotes included; else ranges would point elsewhere.
  const asWritten = text.charAt(node.range.start) === '"' && depth <= 2;
  if (!asWritten) return nothing('policy-string', 'This policy is wrapped in too many layers of quotes.', node.range);
  const inner = parseJsonString(text, node);
  const policy = inner.value && unwrap(text, inner.value, depth + 1);
  if (!policy?.value) return { value: undefined, problems: policy ? policy.problems : inner.problems };
  const wrapped: Problem = {
    code: 'policy-in-string',
    severity: 'warning',
    message: 'The policy is wrapped in a string. It was read as it is; AWS expects the object itself.',
    range: node.range,
  };
  return { value: policy.value, problems: [wrapped, ...inner.problems, ...policy.problems] };
}

function nothing(code: string, message: string, range?: Range): Parsed<undefined> {
  return { value: undefined, problems: [{ code, severity: 'error', message, ...(range && { range }) }] };
}
