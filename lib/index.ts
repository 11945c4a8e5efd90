// The public interface: what a program needs to read, diagnose, validate and link. No logic here.

export { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
export { openCatalog } from '@/lib/catalog/open-catalog';
export { createDiagnoser, type Diagnoser, diagnose } from '@/lib/diagnosis/diagnose';
export type { Diagnosis } from '@/lib/diagnosis/diagnosis';
export { openDocument } from '@/lib/diagnosis/open';
export type { DiagnosisDocument } from '@/lib/diagnosis/schema';
export type { Decision, Verdict } from '@/lib/evaluation/verdict';
export type { Evidence } from '@/lib/evidence/evidence';
export { readEvidence } from '@/lib/evidence/read';
export { decodeLink, encodeLink } from '@/lib/permalink/codec';
export { verdictAnswer } from '@/lib/report/answer';
export type { Finding, QuickFix, Severity } from '@/lib/validation/finding';
export type { ValidatedType } from '@/lib/validation/subject';
export { validate } from '@/lib/validation/validate';
