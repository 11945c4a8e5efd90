import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { prepare } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { evaluate } from '@/lib/evaluation/evaluate';
import type { Verdict } from '@/lib/evaluation/verdict';
import { policyReader } from '@/lib/policy/reader';
import { modelVerdict } from '@/lib/testing/model';
import { conditionDocuments, randomDocuments } from '@/lib/testing/model/random-documents';

// The engine against a second evaluator that shares nothing with it but the policies' parser and the catalog: random
// documents must get the same verdict from both. DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED choose another run.

const RUNS = Number(process.env.DIFFERENTIAL_RUNS ?? 10_000);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20_260_409);
const TIMEOUT = 60_000 + RUNS * 20;

const catalog = builtInCatalog();
const reader = policyReader();

/** What `diagnose` decides, without the sentences about it, which take most of its time. */
function decided(document: DiagnosisDocument): Verdict {
  const { built, policies, settings } = prepare(document, document.request ?? {}, reader, catalog);
  if (built.request === undefined) return diagnose(document).verdict;
  return evaluate(built.request, policies, settings, catalog).value.verdict;
}

const inOrder = (places: readonly string[]) => [...places].sort();

/** Expects a verdict to be the model's, as far as the rules say what it is. */
function expectModel({ decision, deniedBy, deciding }: Verdict, document: DiagnosisDocument): void {
  const model = modelVerdict(document);
  const places = deciding.map(({ type, policyIndex, statement }) => `${type} ${policyIndex} ${statement.index}`);
  const wanted = model.statements?.map(({ type, policyIndex, index }) => `${type} ${policyIndex} ${index}`);
  expect({ decision, deniedBy, statements: wanted && inOrder(places) }).toEqual({
    decision: model.decision,
    deniedBy: model.deniedBy,
    statements: wanted && inOrder(wanted),
  });
}

test.each([
  ['whole documents', randomDocuments, RUNS, decided],
  ['documents that a condition decides', conditionDocuments, RUNS, decided],
  [
    'whole documents, diagnosed in full',
    randomDocuments,
    Math.ceil(RUNS / 20),
    (document) => diagnose(document).verdict,
  ],
] satisfies [string, fc.Arbitrary<DiagnosisDocument>, number, (document: DiagnosisDocument) => Verdict][])(
  `%s get the verdict of the model (seed ${SEED})`,
  (_name, documents, numRuns, verdictOf) => {
    const agrees = (document: DiagnosisDocument) => expectModel(verdictOf(document), document);
    fc.assert(fc.property(documents, agrees), { numRuns, seed: SEED });
  },
  TIMEOUT,
);
