import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDiagnoser } from '@/lib/diagnosis/diagnose';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { readJsonc } from '@/lib/testing/jsonc';
import { fuzzRuns, mutated } from '@/lib/testing/mutated';
import { USER } from '@/lib/testing/small-diagnosis';
import { validate } from '@/lib/validation/validate';

// A policy with any slip in it is diagnosed and checked without failing, and everything that is said of it points into its text.

interface KeptPolicy {
  readonly policy?: unknown;
  readonly statements?: readonly unknown[];
}

const FILES = ['clean-policies.jsonc', 'edge-policies.jsonc', 'whole-policies.jsonc'];
const TEXTS = FILES.flatMap((file) => {
  const kept = readJsonc(new URL(`../validation/cases/${file}`, import.meta.url)) as readonly KeptPolicy[];
  return kept.flatMap(({ policy, statements }) => {
    const document = policy ?? (statements && { Version: '2012-10-17', Statement: statements });
    return document === undefined ? [] : [JSON.stringify(document, null, 2)];
  });
});

const REQUESTS = [
  { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::acme-data/reports/q3.csv' },
  {
    principal: 'arn:aws:sts::111122223333:assumed-role/dev/s1',
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::999988887777:role/ci',
  },
  { principal: 'sns.amazonaws.com', action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' },
] as const;

const diagnoser = createDiagnoser(fullCatalog());

test('a policy with slips in it', () => {
  fc.assert(
    fc.property(
      mutated(TEXTS),
      fc.constantFrom(...POLICY_TYPES),
      fc.constantFrom(...REQUESTS),
      (text, type, request) => {
        const { marks, problems } = diagnoser.diagnose({ whydenied: 1, request, policies: [{ type, document: text }] });
        const findings = validate(type, text, fullCatalog());
        const places = [...marks.flat(), ...problems, ...findings].flatMap(({ range }) => range ?? []);
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    fuzzRuns(300),
  );
}, 3_600_000);
