import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { createDiagnoser, type Diagnoser } from '@/lib/diagnosis/diagnose';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { evidenceParts } from '@/lib/diagnosis/edit';
import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

export interface Computed {
  readonly diagnosis?: Diagnosis;
  /** What went wrong, as a sentence: no diagnosis, or one that was computed on the page after all. */
  readonly notice?: string;
}

// Up to here a verdict takes a few milliseconds, less than a worker needs to be asked and to answer.
const LARGE = 60_000;

/** Whether a verdict takes so long that typing would feel it. */
export function isLarge(document: DiagnosisDocument): boolean {
  const policies = policiesOf(document).reduce((sum, policy) => sum + policyText(policy).length, 0);
  return evidenceParts(document).reduce((sum, part) => sum + part.text.length, policies) > LARGE;
}

/**
 * Computes on this thread, with what is known of AWS's services; left out: what comes with the code. A fault of ours leaves the
 * page standing, with everything that was typed.
 */
export function compute(document: DiagnosisDocument, catalog?: Catalog): Computed {
  try {
    return { diagnosis: diagnoserFor(catalog).diagnose(document) };
  } catch (fault) {
    return { notice: sayFault(fault) };
  }
}

let latest: { readonly catalog: Catalog | undefined; readonly diagnoser: Diagnoser } | undefined;

/** A diagnoser remembers the policies that it has read, so it is kept as long as the catalog stays the same. */
function diagnoserFor(catalog: Catalog | undefined): Diagnoser {
  if (latest === undefined || latest.catalog !== catalog)
    latest = { catalog, diagnoser: createDiagnoser(catalog ?? builtInCatalog()) };
  return latest.diagnoser;
}

/** A fault of ours in words. */
function sayFault(fault: unknown): string {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return `WhyDenied made a mistake and has no verdict for this: ${detail}. What you typed is kept. Export the diagnosis and report the mistake with it.`;
}
