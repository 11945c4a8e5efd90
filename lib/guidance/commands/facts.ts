import { parseArn } from '@/lib/iam/arn';
import { type Caller, readCaller } from '@/lib/iam/principal';

/** What the commands are filled in with; whatever is missing stands as a word in capitals. */
export interface CommandFacts {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  /** The resource's owner, where its ARN names none. */
  readonly resourceAccount?: string;
  /** Nobody stated the owner: it is taken for the caller's account, as the verdict takes it. */
  readonly isAccountAssumed?: boolean;
  /** The API operation that was called, where it is known beside the action. */
  readonly operation?: string;
  readonly policyArn?: string;
  /** The VPC endpoint that the call went through. */
  readonly endpoint?: string;
  /** An encoded authorization message; the empty text where there is one that is not at hand whole. */
  readonly encodedMessage?: string;
}

export function callerOf({ principal, action }: CommandFacts): Caller | undefined {
  return principal === undefined ? undefined : readCaller(principal, action ?? '');
}

/** The name of a user, role or federated user, without its path. */
export function nameOf(caller: Caller | undefined): string {
  if (caller === undefined) return 'NAME';
  if ('role' in caller) return caller.role;
  return 'name' in caller ? caller.name : 'NAME';
}

export function accountOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : parseArn(arn)?.account || undefined;
}

/** The Region of the resource; of a call without one, unknown. */
export function regionOf({ resource }: CommandFacts): string | undefined {
  return resource === undefined ? undefined : parseArn(resource)?.region || undefined;
}
