import type { DenialReport } from '@/lib/evidence/evidence';

/** A message of a text, with the stretch that says it. */
export interface FoundMessage {
  readonly report: DenialReport;
  readonly text: string;
  readonly times: number;
}

/** The same message twice counts once; of a cut copy and a whole one the whole one stays, at the place of the first. */
export function distinctMessages(messages: readonly Omit<FoundMessage, 'times'>[]): readonly FoundMessage[] {
  const kept: FoundMessage[] = [];
  for (const { report, text } of messages) {
    const twin = kept.findIndex((other) => isCopy(report, other.report) || isCopy(other.report, report));
    const other = kept[twin];
    if (other === undefined) kept.push({ report, text, times: 1 });
    else {
      const isFuller = weight(report) > weight(other.report);
      kept[twin] = {
        report: isFuller ? merged(other.report, report) : merged(report, other.report),
        text: isFuller ? text : other.text,
        times: other.times + 1,
      };
    }
  }
  return kept;
}

const SAID = ['principal', 'action', 'resource', 'policyType', 'notIam'] as const;
const AROUND = ['operation', 'code'] as const;

/** Everything that `cut` states is the same in `whole`, or its beginning; what stands around them does not differ. */
function isCopy(cut: DenialReport, whole: DenialReport): boolean {
  return (
    cut.isAccessDenied === whole.isAccessDenied &&
    SAID.every((field) => cut[field] === undefined || whole[field]?.startsWith(cut[field]) === true) &&
    impliesNoOther(cut, whole) &&
    AROUND.every((field) => cut[field] === undefined || whole[field] === undefined || cut[field] === whole[field])
  );
}

/** The action that follows from the operation is the one that the whole message states or implies, or the operation is the same. */
function impliesNoOther(cut: DenialReport, whole: DenialReport): boolean {
  const action = whole.action ?? whole.impliedAction;
  if (cut.impliedAction === undefined || cut.impliedAction.toLowerCase() === action?.toLowerCase()) return true;
  return whole.action !== undefined && cut.operation !== undefined && cut.operation === whole.operation;
}

/** The fuller one, with what the other one knows besides. */
function merged(lesser: DenialReport, fuller: DenialReport): DenialReport {
  const denial = fuller.denial === 'unknown' ? (lesser.denial ?? fuller.denial) : fuller.denial;
  const { impliedAction, ...both } = { ...lesser, ...fuller, ...(denial && { denial }) };
  return { ...both, ...(both.action === undefined && impliedAction !== undefined && { impliedAction }) };
}

function weight(report: DenialReport): number {
  return Object.values(report).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? 1000 + value.length : 0),
    0,
  );
}
