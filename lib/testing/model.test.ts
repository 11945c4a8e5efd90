import { describe, expect, test } from 'vitest';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { parsePolicy } from '@/lib/policy/parse';
import { type ConditionCase, conditionAndRequest, conditionCases, documentCases } from '@/lib/testing/cases';
import { modelVerdict } from '@/lib/testing/model';
import { conditionTruth } from '@/lib/testing/model/condition';
import { lookup } from '@/lib/testing/model/keys';
import { readRequest } from '@/lib/testing/model/request';
import { UNKNOWN } from '@/lib/testing/model/stated-keys';

// The model is held against the written cases, so that where it and the engine differ neither is wrong by a misreading.

const inOrder = (
  statements: readonly { readonly type: string; readonly policyIndex: number; readonly index: number }[],
) => statements.map(({ type, policyIndex, index }) => `${type} ${policyIndex} ${index}`).sort();

describe('whole documents', () => {
  test.each(documentCases().map((one) => [`${one.file}: ${one.name}`, one] as const))(
    '%s',
    (_name, { document, want }) => {
      const verdict = modelVerdict(document as DiagnosisDocument);
      if (want.decision !== undefined && verdict.decision !== undefined) expect(verdict.decision).toBe(want.decision);
      if (want.deniedBy !== undefined && verdict.deniedBy !== undefined)
        expect(verdict.deniedBy).toEqual(want.deniedBy);
      if (want.statements !== undefined && verdict.statements !== undefined) {
        expect(inOrder(verdict.statements)).toEqual(inOrder(want.statements));
      }
    },
  );
});

/** What a Condition alone gives: keys that the case does not name are absent. */
function outcomeOf(one: ConditionCase): string {
  const { condition, version, request: stated, unknown } = conditionAndRequest(one);
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition };
  const written = { ...(version !== null && { Version: version }), Statement: statement };
  const { value: policy } = parsePolicy(JSON.stringify(written));
  const request = readRequest({
    whydenied: 1,
    request: stated as NonNullable<DiagnosisDocument['request']>,
    unstated: 'absent',
  });
  if (request === undefined) throw new Error('no request');
  return conditionTruth(policy.statements[0]?.conditions ?? [], policy.version, (name) =>
    unknown.includes(name.toLowerCase()) ? UNKNOWN : lookup(request, name),
  );
}

describe('conditions alone', () => {
  test.each(conditionCases().map((one) => [`${one.file}: ${one.name}`, one] as const))('%s', (_name, one) => {
    expect(outcomeOf(one)).toBe(one.want);
  });
});
