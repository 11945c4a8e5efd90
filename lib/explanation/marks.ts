import type { PolicyProblem } from '@/lib/evaluation/evaluate';
import { unknownId } from '@/lib/evaluation/match';
import type { Comparison, ElementName, ElementTrace, Match, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
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
  const statement: Mark = { range: trace.statement.range, kind, note, message };
  return [statement, ...decisiveParts(trace, phrases).map((part): Mark => ({ ...part, kind: `${kind}-element` }))];
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
  const effect = trace.statement.effect.value === 'Deny' ? 'denies' : 'allows';
  return {
    kind: 'depends',
    note: `${effect} this, or not`,
    message: `Whether this statement ${effect} the request depends on ${sayOpen(trace.match, phrases)}.`,
  } as const;
}

const MOST_SAID = 3;

/** What an open match depends on, in words. */
function sayOpen(match: Match, phrases: Phrases): string {
  const unknowns = match.outcome === 'dependsOn' ? match.unknowns : [];
  const open = unknowns.flatMap((unknown) => phrases.get(unknownId(unknown)) ?? []);
  return open.length > 0 ? listOf(open.slice(0, MOST_SAID), 'and') : 'facts that are missing';
}

type Part = Pick<Mark, 'range' | 'message'>;

/** What made the statement fit: its condition, else what narrows it most, else the action that matched. */
function decisiveParts(trace: StatementTrace, phrases: Phrases): readonly Part[] {
  const conditions = trace.elements.filter((element) => element.element === 'Condition');
  if (conditions.some((element) => element.comparisons.length > 0)) {
    return conditions.flatMap(fitting).map(({ range, match }) => ({
      range,
      message:
        match.outcome === 'matches'
          ? 'This condition holds for the request.'
          : `Whether this condition holds depends on ${sayOpen(match, phrases)}.`,
    }));
  }
  for (const { element, range } of trace.elements) {
    if (element === 'NotAction') return [{ range, message: 'The statement covers every action but these.' }];
    if (element === 'NotResource') return [{ range, message: 'The statement covers every resource but these.' }];
  }
  const action = trace.elements.find((element) => element.element === 'Action');
  return (action ? fitting(action) : [])
    .slice(0, 1)
    .map(({ range }) => ({ range, message: 'This covers the action of the request.' }));
}

function fitting(element: ElementTrace): readonly Comparison[] {
  return element.comparisons.filter((comparison) => comparison.match.outcome !== 'doesNotMatch');
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
