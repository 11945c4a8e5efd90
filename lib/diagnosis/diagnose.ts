import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { boundedProblems } from '@/lib/diagnosis/bounded-problems';
import { conflictsOf } from '@/lib/diagnosis/conflicts';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { awsVersionOf, policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import { facts } from '@/lib/diagnosis/facts';
import { messageLister, waitsForDecoding } from '@/lib/diagnosis/messages';
import { outcomesOf } from '@/lib/diagnosis/outcomes';
import { type Prepared, prepare } from '@/lib/diagnosis/prepare';
import { decidingReport, type EvidenceReader, evidenceReader, placedReports } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument, DocumentRequest } from '@/lib/diagnosis/schema';
import { evaluate } from '@/lib/evaluation/evaluate';
import { RULES } from '@/lib/evaluation/rules';
import type { LayerVerdict, Unknown, Verdict } from '@/lib/evaluation/verdict';
import { type KeyOutcomes, MOST_KEYS } from '@/lib/evaluation/what-if';
import { compareWithMessage } from '@/lib/explanation/agreement';
import { type AwsManagedText, assumptions } from '@/lib/explanation/assumptions';
import { lackingLayers } from '@/lib/explanation/blamed';
import { decidingRule } from '@/lib/explanation/deciding-rule';
import { type Dependency, describeUnknown } from '@/lib/explanation/dependency';
import { explain, explainMissing, explainNoDenial, type MessageGiven } from '@/lib/explanation/explain';
import { marksOf } from '@/lib/explanation/marks';
import { nearMisses } from '@/lib/explanation/near-miss';
import { sayOutcomes, sayWhatFlips } from '@/lib/explanation/outcome-words';
import { keyId } from '@/lib/iam/context-key';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { isOpenReference } from '@/lib/policy/open-references';
import { type PolicyReader, policyReader } from '@/lib/policy/reader';
import type { MissingField } from '@/lib/request/build-request';
import type { Request } from '@/lib/request/request';

/** Diagnoses documents, remembering the policies it has read. */
export interface Diagnoser {
  /** The verdict on the document's request, with everything that hangs on it. Never fails: bad input is said among the problems. */
  diagnose(document: DiagnosisDocument): Diagnosis;
  /** One diagnosis for each of the document's further requests, in their order (R185). */
  diagnoseFurther(document: DiagnosisDocument): readonly Diagnosis[];
}

/** Makes a diagnoser that knows of AWS's services what the catalog says. */
export function createDiagnoser(catalog: Catalog): Diagnoser {
  const read = evidenceReader();
  const tools: Tools = { policies: policyReader(), read, list: messageLister(read), catalog };
  return {
    diagnose: (document) => diagnoseRequest(document, document.request ?? {}, tools),
    diagnoseFurther: (document) =>
      (document.requests ?? []).map((further) => diagnoseRequest(document, { ...document.request, ...further }, tools)),
  };
}

let shared: Diagnoser | undefined;

/** Diagnoses with the catalog that comes with the code. */
export function diagnose(document: DiagnosisDocument): Diagnosis {
  shared ??= createDiagnoser(builtInCatalog());
  return shared.diagnose(document);
}

/** What a diagnoser works with and remembers. */
interface Tools {
  readonly policies: PolicyReader;
  readonly read: EvidenceReader;
  readonly list: ReturnType<typeof messageLister>;
  readonly catalog: Catalog;
}

function diagnoseRequest(document: DiagnosisDocument, request: DocumentRequest, tools: Tools): Diagnosis {
  const { catalog } = tools;
  const prepared = prepare(document, request, tools.policies, catalog);
  const said = whatAwsSaid(document, tools);
  const { report } = said;
  const { built } = prepared;
  if (built.request === undefined) return withoutRequest(document, request, prepared, built.missing, said);
  const { value, problems: found } = evaluate(built.request, prepared.policies, prepared.settings, catalog);
  const { verdict } = value;
  const problems = boundedProblems([...prepared.problems, ...found]);
  const dependencies = withOutcomes(
    dependenciesOf(verdict, prepared, document),
    outcomesOf(value, built.request, prepared, catalog),
  );
  const misses = nearMisses(lackingLayers(verdict, report), built.request, catalog);
  const withReport = report ? { report } : {};
  return {
    verdict,
    ...explain({ request: built.request, verdict, dependencies, nearMisses: misses, ...withReport }),
    ...documentationOf(verdict, built.request),
    facts: facts(document, request, built.request),
    nearMisses: misses,
    agreement: compareWithMessage(verdict, report, prepared.policies),
    dependencies,
    assumptions: assumptions({
      request: built.request,
      verdict,
      policies: value.policies,
      incomplete: prepared.settings.incomplete,
      catalog,
      awsManaged: awsManagedTexts(document, prepared),
      ...withReport,
    }),
    problems,
    ...said,
    marks: marksOf({ verdict, nearMisses: misses, dependencies, problems }, prepared.policies.length),
  };
}

type WhatAwsSaid = Pick<Diagnosis, 'report' | 'messages' | 'conflicts'>;

function whatAwsSaid(document: DiagnosisDocument, { read, list }: Tools): WhatAwsSaid {
  const deciding = decidingReport(placedReports(document, read));
  return {
    ...(deciding && { report: deciding.report }),
    messages: list(document),
    conflicts: conflictsOf(document, read),
  };
}

function messageGiven({ report, messages }: WhatAwsSaid): MessageGiven {
  if (report === undefined) return 'none';
  return waitsForDecoding(report, messages) ? 'encoded' : 'read';
}

function awsManagedTexts(document: DiagnosisDocument, { policies }: Prepared): readonly AwsManagedText[] {
  return policiesOf(document).flatMap((policy, index) => {
    const version = awsVersionOf(policy);
    return version ? [{ name: policies[index]?.name ?? '', version: version.version, date: version.date }] : [];
  });
}

function dependenciesOf(verdict: Verdict, { policies }: Prepared, document: DiagnosisDocument): readonly Dependency[] {
  const name = (index: number) => policies[index]?.name ?? '';
  const isGiven = (type: Prepared['policies'][number]['type']) => policies.some((policy) => policy.type === type);
  const isReference = (key: string) =>
    isOpenReference(key) && policiesOf(document).some((policy) => policyText(policy).includes(`\${${key}}`));
  return verdict.dependsOn.map((unknown) => describeUnknown(unknown, name, isGiven, isReference));
}

function documentationOf(verdict: Verdict, request: Request): Pick<Diagnosis, 'documentation'> {
  const { page } = RULES[decidingRule(verdict, request)];
  return page === undefined ? {} : { documentation: page };
}

/** Each open condition key with where its answers lead; one that no answer flips is left out. */
function withOutcomes(dependencies: readonly Dependency[], found: readonly KeyOutcomes[]): readonly Dependency[] {
  const outcomes = new Map(found.map((one) => [keyId(one.key), sayOutcomes(one)]));
  const keys = dependencies.filter((one) => one.unknown.kind === 'contextKey').length;
  // Beyond the keys that were tried nothing is known of their effect.
  const triedAll = outcomes.size > 0 && keys <= MOST_KEYS;
  return dependencies.flatMap((dependency): readonly Dependency[] => {
    const { unknown } = dependency;
    // Which values a reference could have is not to be guessed from the policies.
    if (unknown.kind !== 'contextKey' || dependency.isReference) return [dependency];
    const ofKey = outcomes.get(keyId(unknown.key));
    if (ofKey === undefined) return triedAll ? [] : [dependency];
    return [{ ...dependency, sentence: `${dependency.sentence} ${sayWhatFlips(ofKey)}`, outcomes: ofKey }];
  });
}

/** Without caller, action and resource nothing can be decided; problems and what the message says are still shown. */
function withoutRequest(
  document: DiagnosisDocument,
  request: DocumentRequest,
  prepared: Prepared,
  missing: readonly MissingField[],
  said: WhatAwsSaid,
): Diagnosis {
  const { policies } = prepared;
  const problems = boundedProblems(prepared.problems);
  const layers = POLICY_TYPES.map((type): LayerVerdict => {
    const given = policies.filter((policy) => policy.type === type).length;
    const applies = !prepared.settings.notApplicable.includes(type);
    return { type, outcome: applies ? 'unknown' : 'notApplicable', policies: given, statements: [] };
  });
  const dependsOn = missing.map((field): Unknown => ({ kind: 'request', field }));
  const verdict: Verdict = { decision: 'undetermined', deniedBy: [], deciding: [], layers, dependsOn };
  const dependencies = dependenciesOf(verdict, prepared, document);
  return {
    verdict,
    ...(said.report?.isAccessDenied === false
      ? explainNoDenial(said.report)
      : explainMissing(dependencies, messageGiven(said))),
    facts: facts(document, request, undefined),
    nearMisses: [],
    agreement: compareWithMessage(verdict, said.report, policies),
    dependencies,
    assumptions: [],
    problems,
    ...said,
    marks: marksOf({ verdict, nearMisses: [], dependencies, problems }, policies.length),
  };
}
