import { objectAt, textAt } from '@/lib/evidence/members';
import { parseArn } from '@/lib/iam/arn';
import type { JsonObject } from '@/lib/text/json';

// Who called, by `userIdentity.type`.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html

/** The caller of an event as a request names it; `undefined` where the event does not tell. */
export function principalOfEvent(event: JsonObject): string | undefined {
  const identity = objectAt(event, 'userIdentity');
  const account = textAt(identity, 'accountId');
  switch (textAt(identity, 'type')) {
    case 'AWSService':
      return textAt(identity, 'invokedBy');
    case 'AWSAccount':
      return /^anonymous/i.test(account ?? '') ? '*' : textAt(identity, 'arn');
    case 'Root':
      return textAt(identity, 'arn') ?? (account && `arn:aws:iam::${account}:root`);
    // The caller of a federation is the provider that vouched for it.
    case 'WebIdentityUser':
      return provider(textAt(identity, 'identityProvider'));
    case 'SAMLUser':
      return provider(textAt(objectAt(event, 'requestParameters'), 'principalArn'));
    default:
      return textAt(identity, 'arn');
  }
}

function provider(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const isProvider = parseArn(name)?.service === 'iam' || /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$/.test(name);
  return isProvider ? name : undefined;
}
