import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { createDiagnoser, type Diagnoser } from '@/lib/diagnosis/diagnose';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { ElementTrace, LayerVerdict, Match, Reason, StatementTrace } from '@/lib/evaluation/verdict';
import { conditionCases, type DocumentCase, documentCases } from '@/lib/testing/cases';
import { conditionOutcome } from '@/lib/testing/condition-outcome';
import { fullCatalog } from '@/lib/testing/full-catalog';

// Every rule's cases, kept as data in `cases/`. What a case leaves out of `want` is not compared.

function place(trace: StatementTrace) {
  return { type: trace.type, policyIndex: trace.policyIndex, index: trace.statement.index };
}

function check({ document, want }: DocumentCase, diagnoser: Diagnoser): void {
  const { verdict, problems, assumptions } = diagnoser.diagnose(document as DiagnosisDocument);
  const got = {
    ...(want.decision !== undefined && { decision: verdict.decision }),
    ...(want.deniedBy && { deniedBy: verdict.deniedBy }),
    ...(want.statements && { statements: verdict.deciding.map(place) }),
    ...(want.dependsOn && { dependsOn: verdict.dependsOn }),
    ...(want.layers && {
      layers: Object.fromEntries(
        verdict.layers.filter((layer) => layer.type in (want.layers ?? {})).map((layer) => [layer.type, layer.outcome]),
      ),
    }),
  };
  const { problems: fewestProblems = 0, assumption = '', ...expected } = want;
  expect(got).toMatchObject(expected);
  expect(got.dependsOn?.length ?? 0).toBe(expected.dependsOn?.length ?? 0);
  expect(problems.length).toBeGreaterThanOrEqual(fewestProblems);
  expect(assumptions.join('\n').toLowerCase()).toContain(assumption.toLowerCase());
  verdict.layers.forEach(expectExplained);
}

const OPEN: readonly Reason[] = ['unknown', 'variableUnknown', 'unknownOperator'];
const REASONS: Readonly<Record<Match['outcome'], readonly Reason[]>> = {
  matches: ['equal'],
  doesNotMatch: ['noValueEqual', 'malformedPolicyValue', 'variableWithoutValue'],
  dependsOn: OPEN,
};

/** Every comparison tells what it compared, and a reason that fits its outcome; of a Condition only whether it is open. */
function expectTraced({ element, comparisons }: ElementTrace): void {
  for (const { reason, given, match } of comparisons) {
    if (element === 'Condition') {
      expect(OPEN.includes(reason)).toBe(match.outcome === 'dependsOn');
      continue;
    }
    expect(REASONS[match.outcome]).toContain(reason);
    expect(given).toEqual([expect.stringMatching(/./)]);
  }
}

function expectExplained(layer: LayerVerdict): void {
  if (layer.outcome === 'notApplicable') expect(layer.because).toMatch(/^[\p{Lu}`].{10,}\.$/su);
  const hasLevels = layer.type === 'scp' || layer.type === 'rcp';
  expect('levels' in layer).toBe(hasLevels && layer.outcome !== 'notApplicable');
  for (const { outcome } of layer.levels ?? []) {
    expect(outcome).not.toBe(layer.type === 'rcp' ? 'implicitDeny' : 'notApplicable');
  }
  for (const { elements } of layer.statements) elements.forEach(expectTraced);
}

const named = <Case extends { readonly rules: readonly string[]; readonly name: string }>(cases: readonly Case[]) =>
  cases.map((one) => [`${one.rules.join(' ')} ${one.name}`, one] as const);

// The first verdict knows only what comes with the code; once AWS's data is there, the same documents are decided the same.
describe.each([
  ['built in', createDiagnoser(builtInCatalog())],
  ['full', createDiagnoser(fullCatalog())],
])('whole documents, with the %s catalog', (_catalog, diagnoser) => {
  test.each(named(documentCases()))('%s', (_name, one) => check(one, diagnoser));
});

describe('conditions', () => {
  test.each(named(conditionCases()))('%s', (_name, one) => expect(conditionOutcome(one)).toBe(one.want));
});

test('no case is told twice', () => {
  const names = [...documentCases(), ...conditionCases()].map((one) => one.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
