import type { PolicyProblem } from '@/lib/evaluation/evaluate';
import { unknownId } from '@/lib/evaluation/match';
import type { ElementName, ElementTrace, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import type { Dependency } from '@/lib/explanation/dependency';
import type { Mark } from '@/lib/explanation/mark';
import type { NearMiss } from '@/lib/explanation/near-miss';
import { aPolicyOfType } from '@/lib/explanation/wording';
import type { Range } from '@/lib/text/range';
import { append } from '@/lib/text/table';
import { code, listOf } from '@/lib/text/wording';

export interface MarkSources {
  readonly verdict: Verdict;
  readonly nearMisses: readonly NearMiss[];
  readonly dependencies: readonly Dependency[];
  readonly problems: readonly PolicyProblem[];
}

/** What the editors draw, for each of `count` policies by its place in the document. */
export function marksOf(sources: MarkSources, count: number): readonly (readonly Mark[])[] {
  const marks: Mark[][] = Array.from({ length: count }, () => []);
  const add = (policyIndex: number | undefined, added: readonly Mark[]) => {
    const ofPolicy = policyIndex === undefined ? undefined : marks[policyIndex];
    if (ofPolicy) append(ofPolicy, added);
  };
  const phrases = new Map(sources.dependencies.map((one) => [unknownId(one.unknown), one.phrase]));
  for (const trace of sources.verdict.deciding) add(trace.policyIndex, decidingMarks(trace, sources.verdict, phrases));
  for (const miss of sources.nearMisses) add(miss.policyIndex, [nearMissMark(miss)]);
  for (const problem of sources.problems) {
    if (problem.range) add(problem.policyIndex, [problemMark(problem, problem.range)]);
  }
  return marks;
}

/** What to call each open fact, by its `unknownId`. */
type Phrases = ReadonlyMap<string, string>;

function decidingMarks(trace: StatementTrace, verdict: Verdict, phrases: Phrases): readonly Mark[] {
  const { message, kind, note } = sayDeciding(trace, verdict, phrases);
  const element = decisiveElement(trace);
  return [
    { range: trace.statement.range, kind, note, message },
    ...element.map((range): Mark => ({ range, kind: `${kind}-element`, message })),
  ];
}

function sayDeciding(trace: StatementTrace, verdict: Verdict, phrases: Phrases) {
  const policy = aPolicyOfType(trace.type);
  if (verdict.decision === 'explicitDeny') {
    return {
      kind: 'denies',
      note: 'denies this request',
      message: `This statement denies the request. It stands in ${policy}, and an explicit Deny wins over every Allow.`,
    } as const;
  }
  if (verdict.decision === 'allowed') {
    return {
      kind: 'allows',
      note: 'allows this request',
      message: `This statement allows the request. It stands in ${policy}.`,
    } as const;
  }
  const unknowns = trace.match.outcome === 'dependsOn' ? trace.match.unknowns : [];
  const open = unknowns.flatMap((unknown) => phrases.get(unknownId(unknown)) ?? []);
  const effect = trace.statement.effect.value === 'Deny' ? 'denies' : 'allows';
  const on = open.length > 0 ? listOf(open.slice(0, 3), 'and') : 'facts that are missing';
  return {
    kind: 'depends',
    note: `${effect} this, or not`,
    message: `Whether this statement ${effect} the request depends on ${on}.`,
  } as const;
}

/** What made the statement fit: its condition, else what narrows it most, else the action that matched. */
function decisiveElement(trace: StatementTrace): readonly Range[] {
  const conditions = trace.elements.filter((element) => element.element === 'Condition');
  if (conditions.some((element) => element.comparisons.length > 0)) return conditions.flatMap(fittingRanges);
  const inverse = trace.elements.find(
    (element) => element.element === 'NotAction' || element.element === 'NotResource',
  );
  if (inverse) return [inverse.range];
  const action = trace.elements.find((element) => element.element === 'Action');
  return action ? fittingRanges(action).slice(0, 1) : [];
}

function fittingRanges(element: ElementTrace): readonly Range[] {
  return element.comparisons
    .filter((comparison) => comparison.match.outcome !== 'doesNotMatch')
    .map((comparison) => comparison.range);
}

function nearMissMark(miss: NearMiss): Mark {
  return {
    range: miss.range,
    kind: 'near-miss',
    note: NEAR_MISS_NOTES[miss.element],
    message: `This statement would allow the request, but its ${code(miss.element)} does not fit. ${miss.why}`,
  };
}

function problemMark(problem: PolicyProblem, range: Range): Mark {
  const { severity, message, code: about } = problem;
  return { range, kind: severity === 'error' ? 'problem' : 'warning', message, about };
}

const NEAR_MISS_NOTES: Readonly<Record<ElementName, string>> = {
  Action: 'would allow, but other actions',
  NotAction: 'would allow, but not this action',
  Resource: 'would allow, but elsewhere',
  NotResource: 'would allow, but not here',
  Condition: 'would allow, but its condition fails',
  Principal: 'would allow, but somebody else',
  NotPrincipal: 'would allow, but not this caller',
};
