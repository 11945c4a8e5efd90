import { ACTIONS_BY_OPERATION } from '@/lib/evidence/operations/exceptions';
import type { QueryFacts } from '@/lib/guidance/queries/query';

/** The names under which CloudTrail logs the calls that an action is asked for; none where that cannot be told. */
export function operationsOf({ action = '', operation }: QueryFacts): readonly string[] {
  if (operation !== undefined && /^\w{1,128}$/.test(operation)) return [operation];
  const [prefix = '', name = ''] = action.split(':');
  // API Gateway's actions are HTTP methods, PassRole is never an event, and a pattern is no action.
  if (!/^\w{1,128}$/.test(name) || prefix === 'apigateway' || action === 'iam:PassRole') return [];
  const others = Object.entries(ACTIONS_BY_OPERATION)
    .filter(([, asked]) => asked.toLowerCase() === action.toLowerCase())
    .map(([logged]) => logged.slice(logged.indexOf(':') + 1));
  return [...new Set([name, ...others])];
}

/** Whether the service logs its operations with the version of their interface: `CreateFunction20150331`. */
export function hasVersions({ action = '' }: QueryFacts): boolean {
  return /^(?:lambda|cloudfront):/i.test(action);
}
