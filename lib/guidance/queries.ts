import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { cliQueries } from '@/lib/guidance/queries/cli';
import { insightsQueries } from '@/lib/guidance/queries/insights';
import type { Query, QueryFacts, QuerySource } from '@/lib/guidance/queries/query';
import { ATHENA, LAKE, sqlQueries } from '@/lib/guidance/queries/sql';
import { parseArn } from '@/lib/iam/arn';
import { readInstant, writeInstant } from '@/lib/text/instant';

export { QUERY_SOURCES, type Query, type QueryFacts, type QuerySource } from '@/lib/guidance/queries/query';

/** Where events can be asked for, in words. Names in backticks. */
export const QUERY_TEXTS: Readonly<Record<QuerySource, { readonly label: string; readonly note: string }>> = {
  cli: {
    label: 'AWS CLI',
    note: 'Event history holds management events of 90 days. Reading objects, items or messages is a data event: it is there only where a trail logs it.',
  },
  athena: {
    label: 'Athena',
    note: 'Over the trail’s files. CloudTrail’s console makes the table: under Event history, Create Athena table. Put its name in place of `cloudtrail_logs`, and download the result as CSV.',
  },
  lake: {
    label: 'CloudTrail Lake',
    note: 'Put the ID of your event data store in place of `EVENT_DATA_STORE_ID`, and save the result as CSV or JSON.',
  },
  insights: {
    label: 'Logs Insights',
    note: 'Over the log group that the trail delivers to. Choose the span of time beside the query, and export the result as CSV or JSON.',
  },
};

/**
 * Queries for denied calls, filled in with what is known. Every value goes through the quoting function of its language; a query with a
 * value that must not stand in it is not offered. The page of events reads the results back.
 */
export function queriesFor(source: QuerySource, facts: QueryFacts): readonly Query[] {
  return QUERIES[source](facts);
}

// The event of a call is looked for this far around its time, in milliseconds.
const AROUND = 3_600_000;

/** What a diagnosis tells of its call. */
export function queryFactsOf({ request = {} }: DiagnosisDocument): QueryFacts {
  const { principal, action, resource, context = {} } = request;
  const stated = (key: string) => {
    const value = context[key];
    return typeof value === 'string' ? value : undefined;
  };
  const region = stated('aws:RequestedRegion') ?? parseArn(resource ?? '')?.region;
  const time = readInstant(stated('aws:CurrentTime') ?? '');
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(region && { region }),
    ...(time !== undefined && { ...ends(time - AROUND, time + AROUND) }),
  };
}

function ends(from: number, to: number): Pick<QueryFacts, 'from' | 'to'> {
  const [first, last] = [writeInstant(from), writeInstant(to)];
  return first && last ? { from: first, to: last } : {};
}

const QUERIES: Readonly<Record<QuerySource, (facts: QueryFacts) => readonly Query[]>> = {
  cli: cliQueries,
  athena: (facts) => sqlQueries(ATHENA, facts),
  lake: (facts) => sqlQueries(LAKE, facts),
  insights: insightsQueries,
};
