import type { PlacedReport } from '@/lib/diagnosis/read-parts';
import type { DenialReport } from '@/lib/evidence/evidence';

/**
 * Whether two reports tell of one call. Of two messages, or two events, every difference makes two calls. A message and an event
 * that were pasted one after the other may tell of one call differently: then one thing differs, and it is not the action.
 */
export function areOfOneCall(one: PlacedReport, other: PlacedReport): boolean {
  if (one.report.isAccessDenied !== other.report.isAccessDenied) return false;
  if (!one.report.isAccessDenied) return sameFailure(one.report, other.report);
  if (differs(actionOf(one.report), actionOf(other.report))) return false;
  const differing = SAID.filter((field) => differs(one.report[field], other.report[field]));
  const isOtherForm = one.part !== other.part && one.origin.form !== other.origin.form;
  if (isOtherForm) return differing.length <= 1;
  return differing.length === 0 && differingKeys(one.report, other.report).length === 0;
}

/** Whether two reports say the same but for their condition keys. */
export function sayTheSame(one: DenialReport, other: DenialReport): boolean {
  return (
    one.isAccessDenied === other.isAccessDenied &&
    actionOf(one) === actionOf(other) &&
    SAID.every((field) => one[field] === other[field])
  );
}

const SAID = ['principal', 'resource', 'denial', 'policyType', 'policyArn'] as const;

/** The action in any letter case, as it is called or as it follows from the operation. */
function actionOf({ action, impliedAction }: DenialReport): string | undefined {
  return (action ?? impliedAction)?.toLowerCase();
}

function sameFailure(one: DenialReport, other: DenialReport): boolean {
  return one.notIam === other.notIam && one.code === other.code && one.operation === other.operation;
}

/** What one of them leaves out is no difference; nor is a denial whose kind AWS does not say. */
function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other && one !== 'unknown' && other !== 'unknown';
}

// What is another at every call.
const TIMES: readonly string[] = ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime', 'aws:MultiFactorAuthAge'];

/** The condition keys, but for times, of which two reports state different values. */
export function differingKeys(
  { context: one = {} }: DenialReport,
  { context: other = {} }: DenialReport,
): readonly string[] {
  return Object.entries(one).flatMap(([key, value]) => {
    const beside = Object.hasOwn(other, key) ? other[key] : undefined;
    const isSame = beside === undefined || TIMES.includes(key) || String(value) === String(beside);
    return isSame ? [] : [key];
  });
}
