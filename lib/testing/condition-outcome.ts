import { builtInCatalog } from '@/lib/catalog/catalog';
import { compileCondition, traceConditions } from '@/lib/evaluation/condition';
import { every } from '@/lib/evaluation/match';
import { parsePolicy } from '@/lib/policy/parse';
import { buildRequest } from '@/lib/request/build-request';
import { withKeys } from '@/lib/request/context';
import type { RequestSettings } from '@/lib/request/request';
import { type ConditionCase, conditionAndRequest } from '@/lib/testing/cases';
import type { Range } from '@/lib/text/range';

const SETTINGS: RequestSettings = {
  unstatedContext: 'absent',
  unstatedPolicies: 'absent',
  principalIsServiceLinkedRole: false,
  principalAccountIsManagementAccount: false,
  resourceAccountIsManagementAccount: false,
};
const OUTCOMES = { matches: 'T', doesNotMatch: 'F', dependsOn: 'U' } as const;

/** How a Condition comes out against the request of a case; keys that the case does not mention are absent. */
export function conditionOutcome(one: ConditionCase): 'T' | 'F' | 'U' {
  const { condition, version, request, unknown } = conditionAndRequest(one);
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition };
  const policy = { ...(version !== null && { Version: version }), Statement: [statement] };
  const parsed = parsePolicy(JSON.stringify(policy)).value;
  const { value: built } = buildRequest(request, SETTINGS, builtInCatalog());
  const [read] = parsed.statements;
  if (built.request === undefined || read === undefined) throw new Error('the case makes no request or no statement');
  const context = withKeys(built.request.context, new Map(unknown.map((name) => [name, { state: 'unknown' }])));
  const unreadable = (range: Range) => ({ kind: 'unreadable', type: 'identity', policyIndex: 0, range }) as const;
  const conditions = read.conditions.map((written) => compileCondition(written, parsed.version));
  return OUTCOMES[every(traceConditions(conditions, unreadable, context).map((trace) => trace.match)).outcome];
}
