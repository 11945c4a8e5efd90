import { evidenceParts, sourceOf, withSource } from '@/lib/diagnosis/edit';
import type { EvidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import {
  agree,
  type FactValue,
  factPath,
  factValue,
  putFact,
  type StatedFact,
  statedParts,
  subjectAt,
} from '@/lib/diagnosis/stated-facts';

/** A fact that two sources state differently. The document's value counts until the person settles it. */
export interface FactConflict {
  /** `request.action`, `request.context.aws:SourceIp` … */
  readonly path: string;
  readonly subject: StatedFact['subject'];
  /** What counts now, first; then what else is stated, each value once. */
  readonly sides: readonly [ConflictSide, ...ConflictSide[]];
}

export interface ConflictSide {
  readonly value: FactValue;
  /** Who says so: "you", "the message", "the event". */
  readonly by: string;
}

/** The source that says that the person has settled it: typed, knowing what the texts say. */
const SETTLED = 'typed';

/** The conflicts of a document: nothing of them is stored but what was settled. */
export function conflictsOf(document: DiagnosisDocument, read: EvidenceReader): readonly FactConflict[] {
  const found = new Map<string, FactConflict & { readonly sides: [ConflictSide, ...ConflictSide[]] }>();
  const names = sourceNames(document, read);
  for (const { source, facts } of statedParts(document, read)) {
    for (const fact of facts) {
      const path = factPath(document, fact);
      const current = factValue(document, fact.subject);
      const noted = sourceOf(document, path);
      if (current === undefined || noted === SETTLED) continue;
      const conflict = found.get(path) ?? {
        path,
        subject: fact.subject,
        sides: [{ value: current, by: names(noted) }],
      };
      if (conflict.sides.some((side) => agree(fact.subject, side.value, fact.value))) continue;
      conflict.sides.push({ value: fact.value, by: names(source) });
      found.set(path, conflict);
    }
  }
  return [...found.values()];
}

/** Settles a conflict: this side's value counts, whatever the texts say. */
export function settle(
  document: DiagnosisDocument,
  { path, subject }: FactConflict,
  { value }: ConflictSide,
): DiagnosisDocument {
  const current = factValue(document, subject);
  const chosen =
    current !== undefined && agree(subject, current, value) ? document : putFact(document, { subject, value });
  return withSource(chosen, path, SETTLED);
}

/** Notes that the person stated a fact, or took it away, knowing what the texts say of it. */
export function settledByHand(document: DiagnosisDocument, path: string): DiagnosisDocument {
  const isStated = evidenceParts(document).length > 0 && subjectAt(path) !== undefined;
  return isStated ? withSource(document, path, SETTLED) : document;
}

const FORM_NAMES = { message: 'the message', event: 'the event', decodedMessage: 'the decoded message' } as const;

/** What a source of `from` is called; texts of one form are counted. */
function sourceNames(document: DiagnosisDocument, read: EvidenceReader): (source: string | undefined) => string {
  const forms = evidenceParts(document).map(({ text }) => {
    const { kind, origins } = read(text);
    if (kind === 'identity') return 'the caller’s identity';
    return FORM_NAMES[origins?.[0]?.form ?? 'message'];
  });
  return (source) => {
    const place = Number(/^evidence:(\d{1,9})$/.exec(source ?? '')?.[1] ?? -1);
    const form = forms[place];
    if (form === undefined) return 'you';
    const alike = forms.flatMap((other, at) => (other === form ? [at] : []));
    return alike.length === 1 ? form : `${form.replace(/^the /, '')} ${alike.indexOf(place) + 1}`;
  };
}
