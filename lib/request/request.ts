import type { Arn } from '@/lib/iam/arn';
import type { Caller } from '@/lib/iam/principal';
import type { RequestContext } from '@/lib/request/context';
import type { StatedContext } from '@/lib/request/stated-context';

/** What counts for facts that nobody stated: open, or certainly not there (R177, R178). */
export type UnstatedMode = 'unknown' | 'absent';

/** What is known about the accounts and about unstated facts, beside the request itself. */
export interface RequestSettings {
  readonly unstatedContext: UnstatedMode;
  readonly unstatedPolicies: UnstatedMode;
  readonly principalIsServiceLinkedRole: boolean;
  readonly principalAccountIsManagementAccount: boolean;
  readonly resourceAccountIsManagementAccount: boolean;
}

/** Whose account the resource is in, and how that is known (R193). */
export type ResourceOwner =
  | { readonly source: 'arn' | 'stated' | 'assumed'; readonly account: string }
  /** The caller has no account and nothing names one: the decision does not need it (R182). */
  | { readonly source: 'none'; readonly account?: undefined };

/** A request that can be decided. */
export interface Request {
  readonly caller: Caller;
  /** As stated. */
  readonly action: string;
  /** In lower case, as actions are compared. */
  readonly actionId: string;
  /** The action's service prefix in lower case. */
  readonly service: string;
  /** As stated: an ARN, `*`, or another text that a service uses. */
  readonly resource: string;
  /** Left out for `*` and for texts that are no ARN. */
  readonly resourceArn?: Arn;
  readonly owner: ResourceOwner;
  /** Caller and resource belong to one account. False for callers without account (R3). */
  readonly sameAccount: boolean;
  readonly context: RequestContext;
  /** What the document itself says about condition keys. */
  readonly stated: StatedContext;
  readonly settings: RequestSettings;
}
