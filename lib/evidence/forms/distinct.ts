import type { DenialReport } from '@/lib/evidence/evidence';

/** The same message twice counts once; of a cut copy and a whole one the whole one stays, at the place of the first. */
export function distinctReports(reports: readonly DenialReport[]): readonly DenialReport[] {
  const kept: DenialReport[] = [];
  for (const report of reports) {
    const twin = kept.findIndex((other) => isCopy(report, other) || isCopy(other, report));
    const other = kept[twin];
    if (other === undefined) kept.push(report);
    else kept[twin] = weight(report) > weight(other) ? merged(other, report) : merged(report, other);
  }
  return kept;
}

const SAID = ['principal', 'action', 'impliedAction', 'resource', 'policyType', 'notIam'] as const;
const AROUND = ['operation', 'code'] as const;

/** Everything that `cut` states is the same in `whole`, or its beginning; what stands around them does not differ. */
function isCopy(cut: DenialReport, whole: DenialReport): boolean {
  return (
    SAID.every((field) => cut[field] === undefined || whole[field]?.startsWith(cut[field]) === true) &&
    AROUND.every((field) => cut[field] === undefined || whole[field] === undefined || cut[field] === whole[field])
  );
}

/** The fuller one, with what the other one knows besides. */
function merged(lesser: DenialReport, fuller: DenialReport): DenialReport {
  const denial = fuller.denial === 'unknown' ? (lesser.denial ?? fuller.denial) : fuller.denial;
  return { ...lesser, ...fuller, ...(denial && { denial }) };
}

function weight(report: DenialReport): number {
  return Object.values(report).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? 1000 + value.length : 0),
    0,
  );
}
