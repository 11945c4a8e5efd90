import { builtInCatalog } from '@/lib/catalog/catalog';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type Caller, readCaller } from '@/lib/testing/model/caller';

type Mode = 'unknown' | 'absent';

/** One request as the rules see it, with what the document says about it. */
export interface Request {
  readonly caller: Caller;
  /** As stated; compare it through `isAction`. */
  readonly action: string;
  /** The action's service prefix in lower case. */
  readonly service: string;
  readonly resource: string;
  readonly partition: string;
  readonly region: string;
  /** The account that owns the resource (R193); empty where a caller without account leaves it open. */
  readonly owner: string;
  /** Whether the owner was assumed to be the caller's account for an S3 ARN (R193). */
  readonly ownerIsAssumed: boolean;
  readonly contextMode: Mode;
  readonly policyMode: Mode;
  readonly context: Readonly<Record<string, unknown>>;
  readonly absent: readonly string[];
  readonly present: readonly string[];
  readonly notApplicable: readonly PolicyType[];
  readonly incomplete: readonly PolicyType[];
  readonly serviceLinkedRole: boolean;
  readonly callerInManagementAccount: boolean;
  readonly ownerIsManagementAccount: boolean;
}

export const catalog = builtInCatalog();

export function isAction(request: Request, ...names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === request.action.toLowerCase());
}

/** R77, R126: request resource `*` of an action that has no resource types, as far as is known. */
export function hasNoResource(request: Request): boolean {
  return request.resource === '*' && catalog.isWithoutResource(request.action.toLowerCase()) !== false;
}

/** The six parts of an ARN, or nothing where it is none (C75). */
export function arnParts(text: string): readonly string[] | undefined {
  const pieces = text.split(':');
  if (pieces.length < 6 || pieces[0] !== 'arn') return undefined;
  return [...pieces.slice(0, 5), pieces.slice(5).join(':')];
}

/** R193: the account that owns the resource, and whether it was only assumed for an S3 ARN. */
function readOwner(
  resource: string,
  stated: string | undefined,
  caller: Caller,
  noResource: boolean,
): [string, boolean] {
  const account = arnParts(resource)?.[4] ?? '';
  if (/^\d{12}$/.test(account)) return [account, false];
  if (account === 'aws') return [caller.account, false];
  if (stated !== undefined && !noResource) return [stated, false];
  return [caller.account, resource !== '*'];
}

/** Reads what the rules need of a document; nothing where the request is incomplete or its caller unknown (R1). */
export function readRequest(document: DiagnosisDocument): Request | undefined {
  const { principal, action, resource, resourceAccount, context, absent, present } = document.request ?? {};
  if (principal === undefined || action === undefined || resource === undefined) return undefined;
  const caller = readCaller(principal, action);
  if (caller === undefined) return undefined;
  const noResource = resource === '*' && catalog.isWithoutResource(action.toLowerCase()) !== false;
  const [owner, ownerIsAssumed] = readOwner(resource, resourceAccount, caller, noResource);
  const unstated = document.unstated ?? 'unknown';
  const parts = arnParts(resource);
  const notApplicable = document.notApplicable ?? [];
  const sameAccount = caller.account !== '' && caller.account === owner;
  const callerFlag = document.principalAccountIsManagementAccount === true;
  const ownerFlag = document.resourceAccountIsManagementAccount === true;
  return {
    caller,
    action,
    service: (action.split(':')[0] ?? '').toLowerCase(),
    resource,
    partition: parts?.[1] || caller.partition || 'aws',
    region: parts?.[3] ?? '',
    owner,
    ownerIsAssumed,
    contextMode: (typeof unstated === 'string' ? unstated : unstated.context) ?? 'unknown', // R177
    policyMode: (typeof unstated === 'string' ? unstated : unstated.policies) ?? 'unknown',
    context: context ?? {},
    absent: absent ?? [],
    present: present ?? [],
    notApplicable,
    incomplete: (document.incomplete ?? []).filter((type) => !notApplicable.includes(type)), // R184
    serviceLinkedRole: document.principalIsServiceLinkedRole === true && ['session', 'role'].includes(caller.kind), // R8
    // R31: with one account for both, either flag says both.
    callerInManagementAccount: callerFlag || (sameAccount && ownerFlag),
    ownerIsManagementAccount: ownerFlag || (sameAccount && callerFlag),
  };
}
