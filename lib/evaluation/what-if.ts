import type { Decision, Unknown, Verdict } from '@/lib/evaluation/verdict';
import { type Witness, witnessesOf } from '@/lib/evaluation/witnesses';
import { keyId } from '@/lib/iam/context-key';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { KeyState } from '@/lib/request/context';

/** Where an answer to an unknown fact leads. */
export interface Outcome {
  /** The answers that lead there; all others where `kind` is `other`. */
  readonly when: readonly Witness[];
  readonly decision: Decision;
  readonly deniedBy: readonly PolicyType[];
}

/** An unknown condition key with where each possible answer leads. */
export interface KeyOutcomes {
  readonly key: string;
  readonly outcomes: readonly Outcome[];
}

/** Decides again with some condition keys in another state. */
export type Redecide = (states: ReadonlyMap<string, KeyState>) => Pick<Verdict, 'decision' | 'deniedBy'>;

/** So many keys are tried at once; with more, the list of what matters may be too long. */
export const MOST_KEYS = 6;
/** At most so many decisions are made to see whether a key matters together with others. */
export const MOST_DECISIONS = 600;

export interface WhatIfLimits {
  /** How many times the request may be decided again for one key. */
  readonly decisions: number;
}

/**
 * What would flip a verdict: for each unknown condition key, every answer worth trying is decided again. A key that no answer
 * flips, alone or together with the others, is left out. Nothing where the limits do not let every key be tried.
 */
export function whatIf(
  dependsOn: readonly Unknown[],
  policies: readonly UsablePolicy[],
  redecide: Redecide,
  limits: WhatIfLimits,
): readonly KeyOutcomes[] {
  const keys = [...new Set(dependsOn.flatMap((unknown) => (unknown.kind === 'contextKey' ? [unknown.key] : [])))];
  const tried = keys.slice(0, MOST_KEYS).map((key) => ({ key, witnesses: witnessesOf(key, policies) }));
  if (tried.some(({ witnesses }) => witnesses.length > limits.decisions)) return [];
  return tried.flatMap(({ key, witnesses }): readonly KeyOutcomes[] => {
    const outcomes = grouped(witnesses.map((witness) => ({ witness, ...redecide(stateOf(key, witness)) })));
    if (outcomes.length > 1) return [{ key, outcomes }];
    const others = tried.filter((one) => one.key !== key);
    return matters({ key, witnesses }, others, redecide, limits) ? [{ key, outcomes }] : [];
  });
}

interface Tried {
  readonly key: string;
  readonly witnesses: readonly Witness[];
}

function stateOf(key: string, witness: Witness): ReadonlyMap<string, KeyState> {
  return new Map([[keyId(key), witness.state]]);
}

/** Whether some answers to the other keys make this key decisive. Beyond the bound it is taken to matter. */
function matters(
  { key, witnesses }: Tried,
  others: readonly Tried[],
  redecide: Redecide,
  { decisions }: WhatIfLimits,
): boolean {
  const combinations = others.reduce((product, { witnesses: answers }) => product * answers.length, witnesses.length);
  if (combinations > decisions) return true;
  for (const states of combined(others)) {
    const results = witnesses.map((witness) => redecide(new Map([...states, [keyId(key), witness.state]])));
    if (results.some((result) => result.decision !== results[0]?.decision)) return true;
  }
  return false;
}

function* combined(tried: readonly Tried[]): Iterable<ReadonlyMap<string, KeyState>> {
  const [first, ...rest] = tried;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const states of combined(rest)) {
    for (const witness of first.witnesses) yield new Map([...states, [keyId(first.key), witness.state]]);
  }
}

type Result = { readonly witness: Witness } & Pick<Outcome, 'decision' | 'deniedBy'>;

/** Answers that lead to the same stand together, in the order in which they were tried. */
function grouped(results: readonly Result[]): readonly Outcome[] {
  const groups = new Map<string, Outcome>();
  for (const { witness, decision, deniedBy } of results) {
    const id = `${decision} ${deniedBy.join()}`;
    const group = groups.get(id);
    groups.set(id, { decision, deniedBy, when: [...(group?.when ?? []), witness] });
  }
  return [...groups.values()];
}
