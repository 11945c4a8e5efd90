import type { LayerOutcome } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';

/** One gate of the picture: a policy type that the request passes, is stopped at, or never reaches. */
export interface Gate {
  readonly type: PolicyType;
  readonly name: string;
  readonly outcome: LayerOutcome;
  readonly policies: number;
  /** `passed`: the line goes through. `stopped`: it ends here. `notReached`: drawn faint, after the stop. */
  readonly line: 'passed' | 'stopped' | 'uncertain' | 'notReached';
}

/** A row of gates: one for requests within an account, two (caller's and resource's) across accounts. */
export interface Lane {
  /** "your account 111122223333", "the resource's account 999988887777". */
  readonly label: string;
  readonly gates: readonly Gate[];
}

/** The picture of the layers with the request going through them, and the sentence that says the same. */
export interface Picture {
  readonly lanes: readonly Lane[];
  readonly sentence: string;
}
