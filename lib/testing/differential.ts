import { builtInCatalog } from '@/lib/catalog/catalog';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { prepare } from '@/lib/diagnosis/prepare';
import { type DiagnosisDocument, type DocumentPolicy, diagnosisDocument } from '@/lib/diagnosis/schema';
import { evaluate } from '@/lib/evaluation/evaluate';
import type { Decision, Verdict } from '@/lib/evaluation/verdict';
import { policyReader } from '@/lib/policy/reader';
import { modelVerdict } from '@/lib/testing/model';
import { conditionDocuments, randomDocuments } from '@/lib/testing/model/random-documents';
import { smallest } from '@/lib/testing/smallest';

// The engine against a second evaluator that shares nothing with it but the policies' parser and the catalog: random
// documents must get the same verdict from both.

const catalog = builtInCatalog();
const reader = policyReader();

/** Makes so many documents with the same policies, from a seed and a number. */
type Documents = typeof randomDocuments;
type Decide = (document: DiagnosisDocument) => Verdict;

/** What `diagnose` decides, without the sentences about it, which take most of its time. */
function evaluated(document: DiagnosisDocument): Verdict {
  const { built, policies, settings } = prepare(document, document.request ?? {}, reader, catalog);
  if (built.request === undefined) return diagnose(document).verdict;
  return evaluate(built.request, policies, settings, catalog).value.verdict;
}

/** What is compared: by name, how documents are made and how they are decided. */
const COMPARED = {
  'whole documents': { documents: randomDocuments, decide: evaluated },
  'documents that a condition decides': { documents: conditionDocuments, decide: evaluated },
  'whole documents, diagnosed in full': {
    documents: randomDocuments,
    decide: (document) => diagnose(document).verdict,
  },
} satisfies Readonly<Record<string, { readonly documents: Documents; readonly decide: Decide }>>;

export type Compared = keyof typeof COMPARED;

/** How many documents ask different questions of the same policies. */
export const BATCH = 4;

interface Essence {
  readonly decision: string | undefined;
  readonly deniedBy: readonly string[] | undefined;
  readonly statements: readonly string[] | undefined;
}

/** A document that engine and model decide differently, as small as it could be made. */
interface Disagreement {
  /** Seed and number make the document again. */
  readonly seed: number;
  readonly number: number;
  readonly document: DiagnosisDocument;
  readonly engine: Essence;
  readonly model: Essence;
}

interface Comparison {
  readonly documents: number;
  /** How often each decision was made: what is compared should decide something. */
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly disagreements: readonly Disagreement[];
}

/** Compares engine and model on the batches from one number up to another, of a seed. */
export function compareRange(what: Compared, seed: number, from: number, to: number): Comparison {
  const { documents, decide } = COMPARED[what];
  const decisions: Record<Decision, number> = { allowed: 0, explicitDeny: 0, implicitDeny: 0, undetermined: 0 };
  const disagreements: Disagreement[] = [];
  for (let number = from; number < to; number++) {
    for (const document of documents(seed, number, BATCH)) {
      const { engine, model } = essences(document, decide);
      decisions[engine.decision as Decision]++;
      if (!isSame(engine, model)) disagreements.push({ seed, number, ...minimised(document, decide) });
    }
  }
  return { documents: (to - from) * BATCH, decisions, disagreements };
}

const inOrder = (places: readonly string[]) => [...places].sort();

/** Both verdicts, as far as the rules say what it is. */
function essences(document: DiagnosisDocument, decide: Decide): { readonly engine: Essence; readonly model: Essence } {
  const { decision, deniedBy, deciding } = decide(document);
  const model = modelVerdict(document, reader);
  const places = deciding.map(({ type, policyIndex, statement }) => `${type} ${policyIndex} ${statement.index}`);
  const wanted = model.statements?.map(({ type, policyIndex, index }) => `${type} ${policyIndex} ${index}`);
  return {
    engine: { decision, deniedBy, statements: wanted && inOrder(places) },
    model: { decision: model.decision, deniedBy: model.deniedBy, statements: wanted && inOrder(wanted) },
  };
}

function isSame(engine: Essence, model: Essence): boolean {
  return (
    engine.decision === model.decision &&
    engine.deniedBy?.join() === model.deniedBy?.join() &&
    engine.statements?.join() === model.statements?.join()
  );
}

// Without these a document asks nothing, or another question.
const KEPT = ['whydenied', 'request', 'principal', 'action', 'resource', 'policies', 'type', 'document'];

function minimised(document: DiagnosisDocument, decide: Decide): Pick<Disagreement, 'document' | 'engine' | 'model'> {
  const differs = (candidate: DiagnosisDocument) => {
    if (!diagnosisDocument.safeParse(candidate).success) return false;
    const { engine, model } = essences(candidate, decide);
    return !isSame(engine, model);
  };
  const open = { ...document, policies: (document.policies ?? []).map(opened) };
  const small = smallest(differs(open) ? open : document, differs, KEPT);
  return { document: small, ...essences(small, decide) };
}

/** A policy's text as the object it stands for, of which parts can be taken out. */
function opened(policy: DocumentPolicy): DocumentPolicy {
  if (typeof policy.document !== 'string') return policy;
  try {
    const value: unknown = JSON.parse(policy.document);
    return Array.isArray(value) ? policy : { ...policy, document: value as object as Record<string, unknown> };
  } catch {
    return policy;
  }
}
