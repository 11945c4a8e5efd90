import fc from 'fast-check';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { choose, number, seldom } from '@/lib/testing/model/random-choice';
import { condition, conditionOf, context, contextOf, keysOf } from '@/lib/testing/model/random-conditions';
import { CALLERS, QUESTIONS, type Scene, statement, statementOf } from '@/lib/testing/model/random-statements';

// Random diagnosis documents in which everything meets everything.

const policy = fc.record({
  version: number,
  statements: fc.array(statement, { maxLength: 3 }),
  level: number,
  shape: number,
});
type RawPolicy = typeof policy extends fc.Arbitrary<infer Raw> ? Raw : never;

function policyOf(raw: RawPolicy, type: PolicyType, scene: Scene): DocumentPolicy {
  const all = raw.statements.map((one) => statementOf(one, type, scene));
  const version = choose(
    ['2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined, '2020-01-01'],
    raw.version,
  );
  const whole = {
    Effect: 'Allow',
    ...((type === 'endpoint' || type === 'resource') && { Principal: '*' }),
    Action: '*',
    Resource: '*',
  };
  const isCeiling = !['identity', 'resource', 'rcp'].includes(type);
  const withWhole = isCeiling ? raw.shape % 3 !== 0 : type !== 'rcp' && raw.shape % 4 === 1;
  const Statement = withWhole ? [...all, whole] : all.length === 1 ? all[0] : all;
  // A member that is `undefined` is left out of the JSON text.
  const text = JSON.stringify({ Version: version, Statement });
  const level = choose(['Root', ' Root', 'ou', undefined], raw.level);
  const texts = ['{ "Statement": ', '', 'no policy', text];
  return {
    type,
    ...((type === 'scp' || type === 'rcp') && level !== undefined && { attachedTo: level }),
    document:
      raw.shape % 50 === 49
        ? choose(texts, raw.shape >> 8)
        : (JSON.parse(text) as object as DocumentPolicy['document'] & object),
  };
}

const TYPES: readonly PolicyType[] = [
  ...(['identity', 'identity', 'identity', 'resource', 'resource', 'resource'] as const),
  ...(['scp', 'scp', 'boundary', 'session', 'endpoint', 'rcp'] as const),
];
const MODES = ['unknown', 'absent'] as const;
const FLAGS = [
  'principalIsServiceLinkedRole',
  'principalAccountIsManagementAccount',
  'resourceAccountIsManagementAccount',
];
const typeSet = (chosen: number) => POLICY_TYPES.filter((_type, at) => (chosen >> at) % 2 === 1);

function unstatedOf(chosen: number): DiagnosisDocument['unstated'] {
  const [context, policies] = [choose(MODES, chosen), choose(MODES, chosen >> 1)];
  const kind = (chosen >> 2) % 8;
  if (kind < 3) return context;
  if (kind === 3) return { policies };
  return kind === 4 ? { context } : { context, policies };
}

/** Documents that one condition alone decides, whoever calls. */
export const conditionDocuments: fc.Arbitrary<DiagnosisDocument> = fc
  .record({
    question: number,
    caller: number,
    keys: fc.tuple(number, number),
    context,
    absent: fc.array(number, { maxLength: 2 }),
    present: fc.array(number, { maxLength: 1 }),
    mode: number,
    condition,
    old: seldom(9),
  })
  .map((raw) => {
    const keys = keysOf(raw.keys);
    return {
      whydenied: 1 as const,
      request: {
        ...choose(QUESTIONS, raw.question),
        principal: choose(CALLERS, raw.caller),
        context: contextOf(raw.context, keys),
        absent: raw.absent.map((one) => choose(keys, one)),
        present: raw.present.map((one) => choose(keys, one)),
      },
      unstated: { context: choose(MODES, raw.mode), policies: 'absent' as const },
      policies: (['identity', 'scp', 'resource'] as const).map((type) => ({
        type,
        document: {
          Version: raw.old ? '2008-10-17' : '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              ...(type === 'resource' && { Principal: '*' }),
              Action: '*',
              Resource: '*',
              Condition: conditionOf(raw.condition, keys),
            },
          ],
        },
      })),
    };
  });

/** Random diagnosis documents. */
export const randomDocuments: fc.Arbitrary<DiagnosisDocument> = fc
  .record({
    question: number,
    caller: number,
    keys: fc.tuple(number, number, number),
    context,
    absent: fc.array(number, { maxLength: 2 }),
    present: fc.array(number, { maxLength: 1 }),
    unstated: number,
    notApplicable: number,
    incomplete: number,
    flags: number,
    policies: fc.array(fc.tuple(number, policy), { maxLength: 5 }),
  })
  .map((raw) => {
    const question = choose(QUESTIONS, raw.question);
    const caller = choose(CALLERS, raw.caller);
    const keys = keysOf(raw.keys);
    const scene = { question, caller, keys };
    const policies = raw.policies.map(([type, one]) => policyOf(one, choose(TYPES, type), scene));
    const given = new Set(policies.map((one) => one.type));
    // Types without policies mostly do not apply, and types with policies mostly do.
    const kind = raw.notApplicable % 8;
    const notApplicable =
      kind < 5 ? POLICY_TYPES.filter((type) => !given.has(type)) : kind < 7 ? [] : typeSet(raw.notApplicable >> 3);
    const flag = FLAGS[raw.flags % 20];
    return {
      whydenied: 1 as const,
      request: {
        principal: caller,
        ...question,
        context: contextOf(raw.context, keys),
        absent: raw.absent.map((one) => choose(keys, one)),
        present: raw.present.map((one) => choose(keys, one)),
      },
      unstated: unstatedOf(raw.unstated),
      notApplicable,
      incomplete: raw.incomplete % 8 === 7 ? typeSet(raw.incomplete >> 3) : [],
      policies,
      ...(flag !== undefined && { [flag]: true }),
    };
  });
