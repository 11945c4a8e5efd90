import { callerField } from '@/lib/guidance/queries/caller';
import { hasVersions, operationsOf } from '@/lib/guidance/queries/operations';
import type { Query, QueryFacts } from '@/lib/guidance/queries/query';
import { insightsText } from '@/lib/text/quote';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
// The span of time is no part of a query: it is chosen beside it.

/** The queries over the log group that a trail delivers to; none where a value must not stand in one. */
export function insightsQueries(facts: QueryFacts): readonly Query[] {
  const filters = filtersFor(facts);
  if (filters === undefined) return [];
  const filter = filters.map((one) => `| filter ${one}`).join('\n');
  return [
    {
      purpose: 'The denied calls, counted by caller and operation',
      text: [
        'fields coalesce(userIdentity.sessionContext.sessionIssuer.arn, userIdentity.arn) as caller',
        filter,
        '| stats count(*) as n, min(@timestamp) as first_seen, max(@timestamp) as last_seen, latest(errorMessage) as sample',
        '    by caller, eventSource, eventName, errorCode',
        '| sort n desc',
        '| limit 1000',
      ].join('\n'),
    },
    {
      purpose: 'Every denied call with all that is known of it, the latest first',
      text: `fields @timestamp, @message\n${filter}\n| sort @timestamp desc\n| limit 10000`,
    },
  ];
}

function filtersFor(facts: QueryFacts): readonly string[] | undefined {
  const caller = callerField(facts.principal);
  const operations = operationsOf(facts);
  const filters = [
    'errorCode like /(?i)AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden|^403$/',
    ...(caller ? [equation(`userIdentity.${caller.path}`, caller.value)] : []),
    ...(operations.length > 0 ? [operationFilter(operations, hasVersions(facts))] : []),
    ...(facts.region ? [equation('awsRegion', facts.region)] : []),
  ];
  return filters.every((one) => one !== undefined) ? filters : undefined;
}

function equation(name: string, value: string): string | undefined {
  const text = insightsText(value);
  return text && `${name} = ${text}`;
}

/** Names of operations are letters and digits, so they stand in a pattern as they are. */
function operationFilter(operations: readonly string[], isPrefix: boolean): string {
  if (isPrefix) return `eventName like /^(${operations.join('|')})/`;
  return `eventName in [${operations.map((one) => `"${one}"`).join(', ')}]`;
}
