import type { DenialReport } from '@/lib/evidence/evidence';
import { contextOfEvent } from '@/lib/evidence/forms/event-context';
import { principalOfEvent } from '@/lib/evidence/forms/event-principal';
import { resourceOfEvent } from '@/lib/evidence/forms/event-resource';
import { readMessage } from '@/lib/evidence/forms/message';
import { readFailureCode } from '@/lib/evidence/forms/not-iam';
import { objectAt, textAt } from '@/lib/evidence/json-pieces';
import { actionOfEvent } from '@/lib/evidence/operation-action';
import type { JsonObject } from '@/lib/text/json';

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

/** Whether an object is a CloudTrail event. */
export function isEvent(object: JsonObject): boolean {
  return textAt(object, 'eventName') !== undefined && textAt(object, 'eventSource') !== undefined;
}

const DENIED =
  /AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized|UnauthorizedResourceAccess|^Unauthorized|^403$|Forbidden/i;

/**
 * Reads a CloudTrail event: who called what from where, and what AWS answered. Nothing is taken over that the event does not
 * state, and no address where a service called.
 */
export function readEvent(event: JsonObject): DenialReport {
  const code = textAt(event, 'errorCode');
  const said = saidBy(event);
  const operation = textAt(event, 'eventName') ?? '';
  const impliedAction = said?.action ? undefined : impliedBy(event, operation);
  const principal = principalOfEvent(event) ?? said?.principal;
  const { resource, owner } = resourceOfEvent(event, said?.resource);
  const isAccessDenied =
    said?.isAccessDenied === true || (said?.notIam === undefined && code !== undefined && DENIED.test(code));
  const { notIam, notIamText, impliedAction: _implied, ...stated } = said ?? {};
  return {
    // The endpoint's owner is told no more than this.
    ...(code === 'VpceAccessDenied' && { policyType: 'endpoint' as const }),
    ...stated,
    isAccessDenied,
    ...(isAccessDenied ? { denial: stated.denial ?? 'unknown' } : notDenied(code, notIam, notIamText)),
    ...(principal && { principal }),
    ...(impliedAction && { impliedAction }),
    ...(resource && { resource }),
    ...(operation && { operation }),
    ...(code && { code }),
    ...(owner && { resourceAccount: owner }),
    ...contextOfEvent(event, owner),
  };
}

// CloudTrail cuts messages at about this length, so an encoded message that reaches it is not whole.
const CUT_AT = 1000;

function saidBy(event: JsonObject): Partial<DenialReport> | undefined {
  const message = textAt(event, 'errorMessage');
  if (message === undefined) return undefined;
  const { encodedText, ...said } = readMessage(message);
  // A text in which nothing is recognised says nothing; the code decides.
  if (!said.isAccessDenied && said.notIam === 'no-denial') return undefined;
  return { ...said, ...(encodedText && message.length < CUT_AT && { encodedText }) };
}

function impliedBy(event: JsonObject, operation: string): string | undefined {
  const versionId = textAt(objectAt(event, 'requestParameters'), 'versionId');
  const source = textAt(event, 'eventSource') ?? '';
  // Application Auto Scaling logs under the source of EC2's.
  const service = textAt(objectAt(event, 'additionalEventData'), 'service');
  if (service === 'application-autoscaling') return actionOfEvent(service, operation, false);
  return actionOfEvent(source, operation, versionId !== undefined);
}

function notDenied(
  code: string | undefined,
  notIam: string | undefined,
  notIamText: string | undefined,
): Pick<DenialReport, 'notIam' | 'notIamText'> {
  if (notIam) return { notIam, ...(notIamText && { notIamText }) };
  if (code === undefined) return { notIam: 'no-error', notIamText: 'This event records a call that succeeded.' };
  const { id, text } = readFailureCode(code);
  return { notIam: id, notIamText: text };
}
