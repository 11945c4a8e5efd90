import type { DenialReport } from '@/lib/evidence/evidence';
import { envelopeAt } from '@/lib/evidence/forms/envelope';
import { readFamily } from '@/lib/evidence/forms/families';
import { NO_DENIAL, readNotIam } from '@/lib/evidence/forms/not-iam';
import { type FoundSentence, findSentences } from '@/lib/evidence/forms/sentence';
import { actionOfBareOperation } from '@/lib/evidence/operation-action';
import { unwrap } from '@/lib/evidence/wrappers';

/** The one report of a text that holds one message. */
export function readMessage(text: string): DenialReport {
  const [first] = readMessages(text);
  return first ?? { isAccessDenied: false, notIam: NO_DENIAL.id, notIamText: NO_DENIAL.text };
}

/** Every message of a text, in its order; none where the text does not look like one. */
export function readMessages(text: string): readonly DenialReport[] {
  const plain = unwrap(text);
  const sentences = findSentences(plain).filter(({ report }) => report.action ?? report.principal ?? report.resource);
  const other = readNotIam(plain);
  // Products that imitate AWS's wording give themselves away by their hosts.
  if (sentences.length > 0 && other?.id !== 'look-alike')
    return distinct(sentences.map((found) => reportOf(found, plain)));
  if (other) return [{ isAccessDenied: false, ...codeOf(plain), notIam: other.id, notIamText: other.text }];
  const family = readFamily(plain);
  if (family === undefined) return [];
  const envelope = envelopeAt(plain, family.start, family.end);
  const implied =
    family.report.action ??
    family.report.impliedAction ??
    (envelope.operation && actionOfBareOperation(envelope.operation));
  return [
    {
      isAccessDenied: true,
      ...envelope,
      denial: 'unknown',
      ...(implied && !family.report.action && { impliedAction: implied }),
      ...family.report,
      ...(ENCODED.test(plain) && { encodedMessage: true }),
    },
  ];
}

const ENCODED = /encoded\s{1,8}authorization\s{1,8}(?:failure\s{1,8})?message:?\s{0,8}[\w-]{20}/i;

function codeOf(plain: string): Pick<DenialReport, 'code' | 'operation'> {
  return envelopeAt(plain, 0, plain.length);
}

function reportOf({ report, start, end }: FoundSentence, plain: string): DenialReport {
  return { isAccessDenied: true, ...envelopeAt(plain, start, end), ...report };
}

/** The same message twice counts once; of a cut copy and a whole one the whole one stays. */
function distinct(reports: readonly DenialReport[]): readonly DenialReport[] {
  const kept: DenialReport[] = [];
  for (const report of reports) {
    const twin = kept.findIndex((other) => isCopy(report, other) || isCopy(other, report));
    const other = kept[twin];
    if (other === undefined) kept.push(report);
    else if (weight(report) > weight(other)) kept[twin] = { ...other, ...report };
  }
  return kept;
}

/** Everything that `cut` states is the same in `whole`, or its beginning. */
function isCopy(cut: DenialReport, whole: DenialReport): boolean {
  return (['principal', 'action', 'resource', 'policyType'] as const).every(
    (field) => cut[field] === undefined || whole[field]?.startsWith(cut[field]) === true,
  );
}

function weight(report: DenialReport): number {
  return Object.values(report).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? 1000 + value.length : 0),
    0,
  );
}
