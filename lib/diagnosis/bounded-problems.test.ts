import { expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';

/** A policy of so many statements that each are no object, beside one with a single fault. */
function problemsOf(statements: number) {
  const broken = JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: statements }, () => 1) });
  const { problems, marks, verdict } = diagnose({
    whydenied: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/kim',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::inbox/a.txt',
    },
    unstated: 'absent',
    policies: [
      { type: 'identity', name: 'Broken', document: broken },
      { type: 'identity', name: 'Other', document: { Statement: [1] } },
    ],
  });
  const ofPolicy = problems.filter((problem) => problem.policyIndex === 0);
  const other = problems.filter((problem) => problem.policyIndex === 1);
  return { ofPolicy, other, marks: marks[0] ?? [], decision: verdict.decision };
}

test.each([
  [100, 100, undefined],
  [101, 101, 'One further problem of this policy is not listed.'],
  [5000, 101, '4,900 further problems of this policy are not listed.'],
])('of %i problems of a policy %i are told', (statements, told, last) => {
  const { ofPolicy, other, marks, decision } = problemsOf(statements);
  expect(ofPolicy).toHaveLength(told);
  expect(other).toHaveLength(1);
  expect(marks).toHaveLength(100);
  expect(decision).toBe('implicitDeny');
  expect(ofPolicy.at(-1)?.message).toContain(last ?? 'is no object');
});
