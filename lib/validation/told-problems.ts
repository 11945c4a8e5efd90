import type { Range } from '@/lib/text/range';
import { lookUp } from '@/lib/text/table';
import type { Finding } from '@/lib/validation/finding';

// Reading a policy for a verdict says what could not be used; checking it says what is wrong with it. Where both tell of one
// fault, the finding does: it knows what mends it.

/** The checks that tell of what a problem is about, by the problem's code. */
const CHECKS_OF_PROBLEMS: Readonly<Record<string, string>> = {
  'policy-in-string': 'JSON_ESCAPED WRAPPED_POLICY',
  'policy-list': 'DATA_TYPE_MISMATCH',
  'policy-scalar': 'DATA_TYPE_MISMATCH',
  'policy-string': 'DATA_TYPE_MISMATCH',
  'policy-bare-statement': 'MISSING_STATEMENT',
  'policy-statement-case': 'INVALID_POLICY_ELEMENT',
  'policy-statement-missing': 'MISSING_STATEMENT INVALID_POLICY_ELEMENT',
  'policy-version': 'INVALID_VERSION DATA_TYPE_MISMATCH VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'unknown-policy-element': 'INVALID_POLICY_ELEMENT',
  'unknown-element': 'INVALID_POLICY_ELEMENT',
  'repeated-element': 'DUPLICATE_ELEMENT',
  'condition-repeated': 'DUPLICATE_ELEMENT DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  'exclusive-elements': 'UNSUPPORTED_ELEMENT_COMBINATION',
  'statement-no-object': 'DATA_TYPE_MISMATCH',
  'statement-no-action': 'MISSING_ACTION INVALID_POLICY_ELEMENT',
  'effect-missing': 'MISSING_EFFECT INVALID_POLICY_ELEMENT',
  'effect-value': 'INVALID_EFFECT DATA_TYPE_MISMATCH VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'element-value':
    'DATA_TYPE_MISMATCH INVALID_PRINCIPAL_FORMAT INVALID_PRINCIPAL_KEY UNSUPPORTED_PRINCIPAL SCP_SYNTAX_ERROR_PRINCIPAL',
  'sid-no-text': 'DATA_TYPE_MISMATCH',
  'condition-shape': 'DATA_TYPE_MISMATCH',
  'condition-operator-shape': 'DATA_TYPE_MISMATCH',
  'condition-value': 'DATA_TYPE_MISMATCH',
  'unknown-operator': 'INVALID_CONDITION_OPERATOR NULL_WITH_IF_EXISTS',
  'operator-case': 'INVALID_CONDITION_OPERATOR',
  'misplaced-principal': 'UNSUPPORTED_PRINCIPAL SCP_SYNTAX_ERROR_PRINCIPAL',
  'misplaced-not-principal': 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL RCP_SYNTAX_ERROR_PRINCIPAL',
  'missing-principal': 'MISSING_PRINCIPAL INVALID_POLICY_ELEMENT',
  'missing-resource': 'MISSING_RESOURCE INVALID_POLICY_ELEMENT',
  'trust-resource': 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  'rcp-principal': 'RCP_SYNTAX_ERROR_PRINCIPAL',
  'rcp-not-action': 'RCP_SYNTAX_ERROR_NOTACTION',
  'rcp-allow': 'RCP_SYNTAX_ERROR_ALLOW',
  'not-principal-allow': 'ALLOW_WITH_NOT_PRINCIPAL',
  'principal-wildcard': 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  'principal-kind': 'PRINCIPAL_IS_GROUP INVALID_PRINCIPAL_FORMAT',
  'open-to-everyone': 'PUBLIC_RESOURCE_POLICY TRUST_ANY_PRINCIPAL ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  'action-without-service': 'ACTION_WITHOUT_SERVICE',
  'empty-action': 'ACTION_LIST_EMPTY EMPTY_ARRAY_ACTION',
  'empty-not-action': 'ACTION_LIST_EMPTY EMPTY_ARRAY_ACTION',
  'empty-resource': 'RESOURCE_LIST_EMPTY EMPTY_ARRAY_RESOURCE',
  'short-arn': 'MISSING_ARN_FIELD',
};

/** Whether a problem of this code, at this place, is told by one of the findings. */
export function isTold(
  code: string,
  range: Range,
  findings: readonly { readonly check: Finding['check']; readonly range: Range }[],
): boolean {
  if (REFUSED.has(code)) return false;
  // What is no JSON is told from its first fault on; a repeated element is marked where it stands first or last.
  if (code.startsWith('json-')) return findings.some(({ check }) => JSON_CHECKS.has(check));
  const checks = lookUp(CHECKS_OF_PROBLEMS, code)?.split(' ') ?? [];
  const isAnywhere = code === 'repeated-element' || code === 'condition-repeated';
  return findings.some((found) => checks.includes(found.check) && (isAnywhere || touch(found.range, range)));
}

// What is not read at all, and why: no check looks that far.
const REFUSED: ReadonlySet<string> = new Set(['json-too-deep', 'json-too-large', 'json-binary']);

const JSON_CHECKS: ReadonlySet<string> = new Set(['JSON_SYNTAX_ERROR', 'BYTE_ORDER_MARK']);

function touch(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}
