import type { DiagnosisDocument, DocumentPolicy, DocumentRequest } from '@/lib/diagnosis/schema';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { type Random, random } from '@/lib/testing/model/random-choice';
import { randomCondition, randomContext, randomKeys } from '@/lib/testing/model/random-conditions';
import { CALLERS, QUESTIONS, randomStatement, type Scene } from '@/lib/testing/model/random-statements';

// Random diagnosis documents in which everything meets everything. Documents that stand together ask different questions of
// the same policies, which are then read once.

const VERSIONS = ['2012-10-17', '2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined, '2020-01-01'];
const LEVELS = ['Root', ' Root', 'ou', 'account', undefined];
const TYPES: readonly PolicyType[] = [
  ...(['identity', 'identity', 'identity', 'resource', 'resource', 'resource'] as const),
  ...(['scp', 'scp', 'scp', 'boundary', 'session', 'endpoint', 'rcp'] as const),
];
const NO_POLICIES = ['{ "Statement": ', '', 'no policy', '{ "Statement": [{ "Effect": "Deny", "Action": "*" ', '[]'];

function randomPolicy(scene: Scene, choice: Random): DocumentPolicy {
  const { of, seldom, several } = choice;
  const type = of(TYPES);
  const level = of(LEVELS);
  return {
    type,
    ...((type === 'scp' || type === 'rcp') && level !== undefined && { attachedTo: level }),
    document: seldom(60)
      ? of(NO_POLICIES)
      : policyText(
          type,
          several(0, 3, () => randomStatement(type, scene, choice)),
          choice,
        ),
  };
}

function policyText(type: PolicyType, statements: readonly object[], { of, below }: Random): string {
  const takesPrincipal = type === 'endpoint' || type === 'resource';
  const whole = { Effect: 'Allow', ...(takesPrincipal && { Principal: '*' }), Action: '*', Resource: '*' };
  const isCeiling = !['identity', 'resource', 'rcp'].includes(type);
  const withWhole = isCeiling ? below(3) > 0 : type !== 'rcp' && below(2) === 0;
  const Statement = withWhole ? [...statements, whole] : statements.length === 1 ? statements[0] : statements;
  // A member that is `undefined` is left out of the JSON text.
  return JSON.stringify({ Version: of(VERSIONS), Statement });
}

const MODES = ['unknown', 'absent'] as const;

function randomUnstated({ of, below }: Random): DiagnosisDocument['unstated'] {
  const [context, policies] = [of(MODES), of(MODES)];
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return context;
    case 3:
      return { policies };
    case 4:
      return { context };
    default:
      return { context, policies };
  }
}

const FLAGS = [
  'principalIsServiceLinkedRole',
  'principalAccountIsManagementAccount',
  'resourceAccountIsManagementAccount',
];

function randomTypes({ seldom }: Random): PolicyType[] {
  return POLICY_TYPES.filter(() => seldom(2));
}

/** Types without policies mostly do not apply, and types with policies mostly do. */
function randomNotApplicable(policies: readonly DocumentPolicy[], choice: Random): PolicyType[] {
  const kind = choice.below(8);
  if (kind < 5) return POLICY_TYPES.filter((type) => policies.every((policy) => policy.type !== type));
  return kind < 7 ? [] : randomTypes(choice);
}

function randomRequest({ caller, question, keys }: Scene, choice: Random): DocumentRequest {
  return {
    principal: caller,
    ...question,
    context: randomContext(keys, choice),
    absent: choice.several(0, 2, () => choice.of(keys)),
    present: choice.several(0, 1, () => choice.of(keys)),
  };
}

/** Another question about the same keys, mostly by the same caller or of the same resource. */
function turned(scene: Scene, { of, seldom }: Random): Scene {
  return {
    ...scene,
    ...(seldom(3) && { question: of(QUESTIONS) }),
    ...(seldom(2) && { caller: of(CALLERS) }),
  };
}

/** So many documents with the same policies; the same for the same seed and number. */
export function randomDocuments(seed: number, number: number, count: number): readonly DiagnosisDocument[] {
  const choice = random(seed, number);
  const { of, below, seldom, several } = choice;
  const first: Scene = { question: of(QUESTIONS), caller: of(CALLERS), keys: randomKeys(choice) };
  const policies = several(0, 5, () => randomPolicy(first, choice));
  return Array.from({ length: count }, (_, place) => {
    const scene = place === 0 ? first : turned(first, choice);
    const flag = FLAGS[below(20)];
    return {
      whydenied: 1,
      request: randomRequest(scene, choice),
      unstated: randomUnstated(choice),
      notApplicable: randomNotApplicable(policies, choice),
      incomplete: seldom(8) ? randomTypes(choice) : [],
      policies,
      ...(flag !== undefined && { [flag]: true }),
    };
  });
}

/** So many documents that one condition alone decides, whoever calls; the same for the same seed and number. */
export function conditionDocuments(seed: number, number: number, count: number): readonly DiagnosisDocument[] {
  const choice = random(seed, number);
  const keys = randomKeys(choice);
  const Version = choice.seldom(9) ? '2008-10-17' : '2012-10-17';
  const Condition = randomCondition(keys, choice);
  const denies = choice.seldom(3);
  const policies = (['identity', 'scp', 'resource'] as const).map((type) => {
    const whole = { ...(type === 'resource' && { Principal: '*' }), Action: '*', Resource: '*' };
    const Statement = denies
      ? [
          { Effect: 'Allow', ...whole },
          { Effect: 'Deny', ...whole, Condition },
        ]
      : { Effect: 'Allow', ...whole, Condition };
    return { type, document: JSON.stringify({ Version, Statement }) };
  });
  return Array.from({ length: count }, () => ({
    whydenied: 1,
    request: randomRequest({ question: choice.of(QUESTIONS), caller: choice.of(CALLERS), keys }, choice),
    unstated: { context: choice.of(MODES), policies: 'absent' },
    policies,
  }));
}
