import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { StatementTrace } from '@/lib/evaluation/verdict';
import { conditionCases, type DocumentCase, documentCases } from '@/lib/testing/cases';
import { conditionOutcome } from '@/lib/testing/condition-outcome';

// Every rule's cases, kept as data in `cases/`. What a case leaves out of `want` is not compared.

function place(trace: StatementTrace) {
  return { type: trace.type, policyIndex: trace.policyIndex, index: trace.statement.index };
}

function check({ document, want }: DocumentCase): void {
  const { verdict, problems, assumptions } = diagnose(document as DiagnosisDocument);
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
}

const named = <Case extends { readonly rules: readonly string[]; readonly name: string }>(cases: readonly Case[]) =>
  cases.map((one) => [`${one.rules.join(' ')} ${one.name}`, one] as const);

describe('whole documents', () => {
  test.each(named(documentCases()))('%s', (_name, one) => check(one));
});

describe('conditions', () => {
  test.each(named(conditionCases()))('%s', (_name, one) => expect(conditionOutcome(one)).toBe(one.want));
});

test('no case is told twice', () => {
  const names = [...documentCases(), ...conditionCases()].map((one) => one.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
