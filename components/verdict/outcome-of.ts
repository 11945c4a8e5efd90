import { OUTCOME_WORDS, type Outcome } from '@/components/ui/outcome-shapes';
import type { Decision, LayerOutcome, StatementTrace, Verdict } from '@/lib/evaluation/verdict';

const OF_DECISION = {
  allowed: 'allows',
  explicitDeny: 'denies',
  implicitDeny: 'doesNotAllow',
  undetermined: 'depends',
} as const satisfies Record<Decision, Outcome>;

export function outcomeOfDecision(decision: Decision): Outcome {
  return OF_DECISION[decision];
}

/** Before any policy is there nothing depends on anything yet. */
export function outcomeOfVerdict({ decision, layers }: Pick<Verdict, 'decision' | 'layers'>): Outcome {
  const nothingGiven = layers.every((layer) => layer.policies === 0);
  return decision === 'undetermined' && nothingGiven ? 'notGiven' : OF_DECISION[decision];
}

const DECISION_WORDS = {
  allowed: 'Allowed',
  explicitDeny: 'Denied',
  implicitDeny: 'Denied',
  undetermined: 'Depends',
} as const satisfies Record<Decision, string>;

/** One word for a decision. */
export function decisionWord(decision: Decision): string {
  return DECISION_WORDS[decision];
}

/** One word for a verdict. */
export function verdictWord(verdict: Pick<Verdict, 'decision' | 'layers'>): string {
  return outcomeOfVerdict(verdict) === 'notGiven' ? 'Not known yet' : DECISION_WORDS[verdict.decision];
}

/** What a layer came out as. One without policies has no say; whether it matters is said by the line through it. */
export function outcomeOfLayer(layer: { readonly outcome: LayerOutcome; readonly policies: number }): Outcome {
  switch (layer.outcome) {
    case 'allows':
      return layer.policies === 0 ? 'notGiven' : 'allows';
    case 'explicitDeny':
      return 'denies';
    case 'implicitDeny':
      return 'doesNotAllow';
    case 'notApplicable':
      return 'notApplicable';
    case 'unknown':
      return layer.policies === 0 ? 'notGiven' : 'depends';
  }
}

/** What a deciding statement does. */
export function outcomeOfStatement({ statement, match }: Pick<StatementTrace, 'statement' | 'match'>): Outcome {
  if (match.outcome === 'dependsOn') return 'depends';
  return statement.effect.value === 'Deny' ? 'denies' : 'allows';
}

export function outcomeWord(outcome: Outcome): string {
  return OUTCOME_WORDS[outcome];
}
