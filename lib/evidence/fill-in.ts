import type { DenialReport, Evidence } from '@/lib/evidence/evidence';
import { queueArn } from '@/lib/evidence/queue-url';
import { parseArn } from '@/lib/iam/arn';

/** What a paste states about the request, completed where one thing follows from another of the same text. */
export interface StatedFacts {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Condition keys that the text shows not to be in the request. */
  readonly absent: readonly string[];
}

/** The facts of a denial, by default of the first one; of a caller's identity alone, the caller. */
export function fillIn(
  evidence: Evidence,
  report: DenialReport | undefined = evidence.reports.find((candidate) => candidate.isAccessDenied),
): StatedFacts {
  if (report === undefined) {
    return { ...(evidence.principal && { principal: evidence.principal }), context: {}, absent: [] };
  }
  const principal = principalOf(report);
  const action = report.action ?? report.impliedAction;
  const resource = report.resource === undefined ? undefined : resourceOf(report.resource, principal);
  const account = report.resourceAccount;
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(account && resource && !parseArn(resource)?.account && { resourceAccount: account }),
    context: withoutDerived(report.context ?? {}, principal),
    absent: report.absent ?? [],
  };
}

/** Without the keys that follow from the caller and the time: a request carries them anyway. */
function withoutDerived(context: StatedFacts['context'], principal: string | undefined): StatedFacts['context'] {
  const account = parseArn(principal ?? '')?.account;
  const follows: Readonly<Record<string, boolean>> = {
    'aws:PrincipalArn': context['aws:PrincipalArn'] === principal,
    'aws:PrincipalAccount': context['aws:PrincipalAccount'] === account,
    'aws:PrincipalType': principal !== undefined,
    'aws:EpochTime': context['aws:CurrentTime'] !== undefined,
  };
  return Object.fromEntries(Object.entries(context).filter(([key]) => follows[key] !== true));
}

function principalOf({ principal }: DenialReport): string | undefined {
  if (principal === undefined) return undefined;
  return principal.toLowerCase() === 'anonymous' ? '*' : principal;
}

// How IAM's own messages name a resource: "role deployer", "instance profile web".
const IAM_WORDS = /^(role|user|group|policy|instance profile|mfa|server certificate) ([\w+=,.@/-]{1,512})$/i;

/** A resource as an ARN, where the words of the message determine one. The path of an IAM resource is not among them. */
function resourceOf(resource: string, principal: string | undefined): string {
  const queue = queueArn(resource);
  if (queue) return queue;
  const caller = parseArn(principal ?? '');
  const [, kind = '', name = ''] = IAM_WORDS.exec(resource) ?? [];
  if (kind === '' || caller === undefined) return resource;
  return `arn:${caller.partition}:iam::${caller.account}:${kind.toLowerCase().replace(' ', '-')}/${name}`;
}
