/** Where events can be asked for. */
export const QUERY_SOURCES = ['cli', 'athena', 'lake', 'insights'] as const;

export type QuerySource = (typeof QUERY_SOURCES)[number];

/** What is asked for; what is left out does not narrow the query. */
export interface QueryFacts {
  /** ARN of a user, role or session, or a service. */
  readonly principal?: string;
  readonly action?: string;
  /** The API operation, where it is known beside the action. */
  readonly operation?: string;
  readonly region?: string;
  /** Both ends of a span of time, in ISO 8601. */
  readonly from?: string;
  readonly to?: string;
}

/** A query or command, ready to be copied. */
export interface Query {
  readonly purpose: string;
  readonly text: string;
}
