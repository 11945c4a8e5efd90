// The public interface of lib; no logic here. A program hands in texts and gets data with sentences. What AWS said, the request and the
// policies meet in a diagnosis document:
//
//   const document = mergeEvidence({ ...EMPTY_DOCUMENT, evidence: 'User: … is not authorized to perform: …' }, evidenceReader());
//   const { headline, summary, verdict } = createDiagnoser(builtInCatalog()).diagnose(document);

// What is known of AWS: the small catalog that comes with the code, and the whole one from its file.
export { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
export { openCatalog } from '@/lib/catalog/open-catalog';

// The denials in CloudTrail's files, piece by piece.
export { DenialStream, type DenialSummary } from '@/lib/cloudtrail/stream';

// Documents and their verdicts.
export { createDiagnoser, type Diagnoser, diagnose } from '@/lib/diagnosis/diagnose';
export type { Diagnosis } from '@/lib/diagnosis/diagnosis';
export { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
export { addPolicy } from '@/lib/diagnosis/edit-policies';
export { mergeEvidence } from '@/lib/diagnosis/merge-evidence';
export { openDocument } from '@/lib/diagnosis/open';
export { evidenceReader } from '@/lib/diagnosis/read-parts';
export type { DiagnosisDocument } from '@/lib/diagnosis/schema';
export type { Decision, Verdict } from '@/lib/evaluation/verdict';

// What a pasted text states. YAML is read by a reader that is handed in, so that whoever needs none does not load it.
export type { Evidence } from '@/lib/evidence/evidence';
export { readYaml } from '@/lib/evidence/notations/yaml';
export { readEvidence } from '@/lib/evidence/read';

// The script that collects what decides a request, and the facts that fill it in.
export { type Collection, collectionFor } from '@/lib/guidance/collect/collect';
export { commandFacts } from '@/lib/guidance/command-facts';

// An editor's help: `(text, offset, context)` into data.
export { codeActions } from '@/lib/language/code-actions';
export { complete } from '@/lib/language/complete';
export type { LanguageContext } from '@/lib/language/context';
export { hover } from '@/lib/language/hover';
export { outline } from '@/lib/language/outline';

// A diagnosis as a link, as public JSON and as text.
export { decodeLink, encodeLink } from '@/lib/permalink/codec';
export { verdictAnswer } from '@/lib/report/answer';
export { verdictText } from '@/lib/report/text';

// Checks of a policy by itself.
export type { Finding, QuickFix, Severity } from '@/lib/validation/finding';
export type { ValidatedType } from '@/lib/validation/subject';
export { validate } from '@/lib/validation/validate';
export { createValidator } from '@/lib/validation/validator';
