import type { CloudTrailEvent } from '@/lib/cloudtrail/find-events';
import { objectNode } from '@/lib/cloudtrail/plain-nodes';
import { readEvent } from '@/lib/evidence/events/cloudtrail-event';
import type { Denial as DenialKind, DenialReport } from '@/lib/evidence/evidence';
import { parseArn, printArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { readCaller } from '@/lib/iam/principal';
import { readInstant } from '@/lib/text/instant';

/** What denials are told apart by: who was denied what on which resource, and why. */
export interface DenialFacts {
  /** The user, or the role behind a session; the account alone where no more is known. */
  readonly principal?: string;
  /** The IAM action, or the operation where its action is not known. */
  readonly action?: string;
  readonly resource?: string;
  readonly denial: DenialKind;
  readonly policyType?: PolicyType;
  readonly policyArn?: string;
  readonly code?: string;
}

const MOST_KNOWN = 8000;
const MOST_CHARACTERS = 16_000_000;

/** Reads events, each kind once: the same call by the same caller is denied again and again. */
export class DenialReader {
  #known = new Map<string, DenialFacts | undefined>();
  #characters = 0;

  /** What an event says of a denial; `undefined` where it records none. */
  read(event: CloudTrailEvent): DenialFacts | undefined {
    const kind = kindOf(event);
    if (this.#known.has(kind)) return this.#known.get(kind);
    const facts = denialOf(event);
    this.#characters += kind.length;
    if (this.#known.size >= MOST_KNOWN || this.#characters > MOST_CHARACTERS) {
      this.#known = new Map();
      this.#characters = kind.length;
    }
    this.#known.set(kind, facts);
    return facts;
  }
}

/** An event without the fields that no denial is told apart by, so that one reading serves many events. */
function kindOf(event: CloudTrailEvent): string {
  const { eventTime: _time, eventID: _id, requestID: _request, sharedEventID: _shared, ...rest } = event;
  const { userAgent: _agent, sourceIPAddress: _address, tlsDetails: _tls, ...kind } = rest;
  return JSON.stringify(kind);
}

/** As `lib/evidence` reads the event. */
export function denialOf(event: CloudTrailEvent): DenialFacts | undefined {
  const report = readEvent(objectNode(event));
  if (!report.isAccessDenied) return undefined;
  const principal = principalOf(report);
  const action = report.action ?? report.impliedAction ?? report.operation;
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(report.resource && { resource: report.resource }),
    denial: report.denial ?? 'unknown',
    ...(report.policyType && { policyType: report.policyType }),
    ...(report.policyArn && { policyArn: report.policyArn }),
    ...(report.code && { code: report.code }),
  };
}

/** The role instead of its sessions, of which there are as many as calls. */
function principalOf({ principal, context = {} }: DenialReport): string | undefined {
  const caller = principal === undefined ? undefined : readCaller(principal, '');
  if (caller?.kind === 'session') {
    const role = context['aws:PrincipalArn'];
    if (typeof role === 'string') return role;
    const arn = parseArn(caller.arn);
    // The ARN of a session lacks the role's path, so the role's own ARN is not known.
    return arn && printArn({ ...arn, resource: `assumed-role/${caller.role}` });
  }
  const account = context['aws:PrincipalAccount'];
  return principal ?? (typeof account === 'string' ? account : undefined);
}

/** When an event happened, in milliseconds since 1970. */
export function timeOf(text: unknown): number | undefined {
  return typeof text === 'string' ? readInstant(text.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, '$1T')) : undefined;
}
