import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Comparison, ElementTrace, LayerVerdict, Match, StatementTrace, Unknown } from '@/lib/evaluation/verdict';
import type { Agreement } from '@/lib/explanation/agreement';
import type { NearMiss } from '@/lib/explanation/near-miss';
import type { OutcomeInWords } from '@/lib/explanation/outcome-words';
import { lineStarts, type PositionRange, positionRange, type Range } from '@/lib/text/range';

/** The command that prints a policy which AWS blames and which is not here; `undefined` where there is none to offer. */
export type FetchCommand = (fetch: NonNullable<Agreement['fetch']>) => string | undefined;

/**
 * A diagnosis as the public verdict: plain JSON, places as line and column counted from 1.
 * `further` are the diagnoses of the document's further requests, in their order.
 */
export function verdictAnswer(diagnosis: Diagnosis, document: DiagnosisDocument, options: AnswerOptions) {
  const places = placesOf(document, options.policyPlaces);
  const answer = oneAnswer(diagnosis, places, options.fetchCommand);
  if (!document.requests) return answer;
  const verdicts = (options.further ?? []).map((one) => oneAnswer(one, places, options.fetchCommand));
  return { ...answer, verdicts };
}

export interface AnswerOptions {
  readonly further?: readonly Diagnosis[];
  readonly fetchCommand: FetchCommand;
  /** For each policy its place in the document as it came in, where broken ones were left out on opening. */
  readonly policyPlaces?: readonly number[];
}

/** Turns offsets of a policy's text into lines and columns, and places of policies into those of the input. */
interface Places {
  range(policyIndex: number, range: Range): PositionRange;
  policy(policyIndex: number): number;
}

function placesOf(document: DiagnosisDocument, policyPlaces: readonly number[] | undefined): Places {
  const starts = (document.policies ?? []).map((policy) => lineStarts(policyText(policy)));
  return {
    range: (policyIndex, range) => positionRange(starts[policyIndex] ?? [0], range),
    policy: (policyIndex) => policyPlaces?.[policyIndex] ?? policyIndex,
  };
}

function oneAnswer(diagnosis: Diagnosis, places: Places, fetchCommand: FetchCommand) {
  const { verdict, agreement } = diagnosis;
  const command = agreement.fetch && fetchCommand(agreement.fetch);
  return {
    decision: verdict.decision,
    headline: diagnosis.headline,
    summary: diagnosis.summary,
    ...(diagnosis.owner !== undefined && { owner: diagnosis.owner }),
    ...(diagnosis.documentation !== undefined && { documentation: diagnosis.documentation }),
    deniedBy: verdict.deniedBy,
    statements: verdict.deciding.map((trace) => statementPlace(trace, places)),
    layers: verdict.layers.map((layer) => layerAnswer(layer, places)),
    dependsOn: diagnosis.dependencies.map(({ unknown, sentence, outcomes }) => ({
      ...unknownAnswer(unknown, places),
      ...(outcomes && { outcomes: outcomes.map(outcomeAnswer) }),
      sentence,
    })),
    nearMisses: diagnosis.nearMisses.map((miss) => nearMissAnswer(miss, places)),
    agreement: {
      status: agreement.status,
      ...(agreement.reason && { reason: agreement.reason }),
      ...(agreement.fetch && { fetch: { ...agreement.fetch, ...(command !== undefined && { command }) } }),
    },
    assumptions: diagnosis.assumptions,
    remedies: [],
    problems: diagnosis.problems.map(({ range, policyIndex, ...problem }) => ({
      ...(policyIndex !== undefined && { policyIndex: places.policy(policyIndex) }),
      ...problem,
      ...(range && policyIndex !== undefined && { range: places.range(policyIndex, range) }),
    })),
  };
}

/** `deniedBy` only where it is denied. */
function outcomeAnswer({ when, decision, deniedBy }: OutcomeInWords) {
  return { when, decision, ...(deniedBy.length > 0 && { deniedBy }) };
}

function statementPlace(trace: StatementTrace, places: Places) {
  const { statement } = trace;
  return {
    type: trace.type,
    policy: trace.policyName,
    policyIndex: places.policy(trace.policyIndex),
    ...(trace.attachedTo !== undefined && { attachedTo: trace.attachedTo }),
    index: statement.index,
    ...(statement.sid && { sid: statement.sid.value }),
    effect: statement.effect.value,
    range: places.range(trace.policyIndex, statement.range),
  };
}

function layerAnswer(layer: LayerVerdict, places: Places) {
  return {
    type: layer.type,
    outcome: layer.outcome,
    policies: layer.policies,
    ...(layer.because !== undefined && { because: layer.because }),
    ...(layer.levels && { levels: layer.levels }),
    statements: layer.statements.map((trace) => ({
      ...statementPlace(trace, places),
      ...matchAnswer(trace.match, places),
      elements: trace.elements.map((element) => elementAnswer(element, trace.policyIndex, places)),
    })),
  };
}

function elementAnswer(element: ElementTrace, policyIndex: number, places: Places) {
  return {
    element: element.element,
    ...matchAnswer(element.match, places),
    range: places.range(policyIndex, element.range),
    comparisons: element.comparisons.map((comparison) => comparisonAnswer(comparison, policyIndex, places)),
  };
}

function comparisonAnswer({ match, range, ...comparison }: Comparison, policyIndex: number, places: Places) {
  return { ...comparison, ...matchAnswer(match, places), range: places.range(policyIndex, range) };
}

function matchAnswer(match: Match, places: Places) {
  return match.outcome === 'dependsOn'
    ? { outcome: match.outcome, dependsOn: match.unknowns.map((unknown) => unknownAnswer(unknown, places)) }
    : { outcome: match.outcome };
}

function nearMissAnswer({ policyName, range, policyIndex, ...miss }: NearMiss, places: Places) {
  return {
    ...miss,
    policy: policyName,
    policyIndex: places.policy(policyIndex),
    range: places.range(policyIndex, range),
  };
}

function unknownAnswer(unknown: Unknown, places: Places) {
  if (unknown.kind !== 'unreadable') return unknown;
  const { policyIndex, range, ...rest } = unknown;
  return {
    ...rest,
    policyIndex: places.policy(policyIndex),
    ...(range && { range: places.range(policyIndex, range) }),
  };
}
