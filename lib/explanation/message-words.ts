import type { DenialReport } from '@/lib/evidence/evidence';
import { aPolicyOfType, typeInSentence } from '@/lib/explanation/wording';
import { sayDay } from '@/lib/text/day';
import { capitalised, code } from '@/lib/text/wording';

/** Why AWS denied a call, as far as its words tell; of what is no denial, what it is. */
export function sayReason(report: DenialReport): string {
  const { isAccessDenied, notIamText, denial, policyType, policyArn, encodedMessage } = report;
  if (!isAccessDenied) return notIamText ?? 'This is no denial by policies.';
  if (policyType !== undefined) {
    const which = policyArn === undefined ? '' : `: ${code(policyArn)}`;
    if (denial === 'implicit') return `No ${typeInSentence(policyType)} allows it.`;
    return `${capitalised(aPolicyOfType(policyType))} denies it${which}.`;
  }
  if (denial === 'explicit') return 'A statement denies it; AWS does not say of which policy.';
  if (denial === 'implicit') return 'No policy allows it.';
  return encodedMessage ? 'AWS says why in an encoded message.' : 'AWS does not say why.';
}

/** When the call was made: "20 November 2026, 09:30:12 UTC"; nothing where the text does not tell. */
export function sayTime({ context }: DenialReport): string | undefined {
  const time = context?.['aws:CurrentTime'];
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.0{1,9})?Z$/.exec(String(time ?? '')) ?? [];
  if (day === undefined || clock === undefined) return undefined;
  return `${sayDay(day)}, ${clock} UTC`;
}
