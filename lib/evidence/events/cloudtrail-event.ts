import { actionOf } from '@/lib/evidence/events/event-action';
import { contextOfEvent } from '@/lib/evidence/events/event-context';
import { principalOfEvent } from '@/lib/evidence/events/event-principal';
import { resourceOfEvent } from '@/lib/evidence/events/event-resource';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readMessage } from '@/lib/evidence/forms/message';
import { readFailureCode } from '@/lib/evidence/forms/not-iam';
import { objectAt, textAt } from '@/lib/evidence/members';
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
 * state, and no address where a service called. `isWhole`: what is not in it was not recorded; of a row of a table that cannot be said.
 */
export function readEvent(event: JsonObject, isWhole = true): DenialReport {
  const code = textAt(event, 'errorCode') ?? answered(event, 'errorCode');
  const said = saidBy(event);
  const operation = textAt(event, 'eventName') ?? '';
  const called = actionOf(event);
  const impliedAction = said?.action ? undefined : (said?.impliedAction ?? called);
  const principal = principalOfEvent(event) ?? said?.principal;
  const isOfCall = (said?.action ?? impliedAction)?.toLowerCase() === called?.toLowerCase();
  const { resource, owner } = resourceOfEvent(event, said?.resource, isOfCall);
  const isAccessDenied =
    said?.isAccessDenied === true ||
    (said?.notIam === undefined && code !== undefined && DENIED.test(code) && !isSignIn(event, code));
  const { notIam, notIamText, impliedAction: _implied, ...stated } = said ?? {};
  return {
    // The endpoint's owner is told no more than this.
    ...(code === 'VpceAccessDenied' && { policyType: 'endpoint' as const }),
    ...stated,
    isAccessDenied,
    ...(isAccessDenied ? { denial: stated.denial ?? 'unknown' } : notDenied(event, code, notIam, notIamText)),
    ...(principal && { principal }),
    ...(impliedAction && { impliedAction }),
    ...(resource && { resource }),
    ...(operation && { operation }),
    ...(code && { code }),
    ...(owner && { resourceAccount: owner }),
    ...contextOfEvent(event, owner, isWhole),
  };
}

// CloudTrail cuts messages at about this length, so an encoded message that reaches it is not whole.
const CUT_AT = 1000;

function saidBy(event: JsonObject): Partial<DenialReport> | undefined {
  const message = textAt(event, 'errorMessage') ?? answered(event, 'errorMessage') ?? answered(event, 'message');
  if (message === undefined) return undefined;
  const { encodedText, ...said } = readMessage(message);
  // A text in which nothing is recognised says nothing; the code decides.
  if (!said.isAccessDenied && said.notIam === 'no-denial') return undefined;
  return { ...said, ...(encodedText && message.length < CUT_AT && { encodedText }) };
}

/** Some services put the error into their answer. */
function answered(event: JsonObject, name: string): string | undefined {
  return textAt(objectAt(event, 'responseElements'), name);
}

/** Cognito's code for a refused sign-in reads like a denial. */
function isSignIn(event: JsonObject, code: string): boolean {
  return code === 'NotAuthorizedException' && textAt(event, 'eventSource')?.startsWith('cognito-') === true;
}

function notDenied(
  event: JsonObject,
  code: string | undefined,
  notIam: string | undefined,
  notIamText: string | undefined,
): Pick<DenialReport, 'notIam' | 'notIamText'> {
  if (notIam) return { notIam, ...(notIamText && { notIamText }) };
  if (answered(event, 'ConsoleLogin') === 'Failure') return { notIam: 'console-sign-in', notIamText: SIGN_IN };
  if (code === undefined) return { notIam: 'no-error', notIamText: 'This event records a call that succeeded.' };
  if (isSignIn(event, code)) return { notIam: 'cognito', notIamText: 'Amazon Cognito refused the sign-in.' };
  const { id, text } = readFailureCode(code);
  return { notIam: id, notIamText: text };
}

const SIGN_IN =
  'The console refused the sign-in, not a policy. Check the account, the name, the password and the MFA code.';
