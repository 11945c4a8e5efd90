import { readCaller } from '@/lib/iam/principal';

/** The field of `userIdentity` by which a caller is found, and its value. */
export interface CallerField {
  readonly path: 'sessionContext.sessionIssuer.arn' | 'arn' | 'invokedBy' | 'accountId';
  readonly value: string;
}

/** A role is found in all its sessions, everyone else by the ARN that CloudTrail writes. */
export function callerField(principal: string | undefined): CallerField | undefined {
  if (principal === undefined || principal === '') return undefined;
  const caller = readCaller(principal, '');
  switch (caller?.kind) {
    case 'role':
      return { path: 'sessionContext.sessionIssuer.arn', value: principal };
    case 'service':
      return { path: 'invokedBy', value: caller.arn };
    case 'anonymous':
      return { path: 'accountId', value: 'anonymous' };
    // Who came with a token is not found by its provider: CloudTrail writes that nowhere that all queries reach.
    case 'provider':
      return undefined;
    default:
      return { path: 'arn', value: principal };
  }
}
