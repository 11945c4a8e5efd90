import type { Unknown } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Range } from '@/lib/text/range';

/** Where the verdict leads to. What a page cannot do is left out, and then nothing offers it. */
export interface VerdictActions {
  /** Shows a place in a policy; without a range the policy as a whole. */
  readonly jump: (policyIndex: number, range?: Range) => void;
  /** Opens the place where policies of this type are given. */
  readonly openType?: ((type: PolicyType) => void) | undefined;
  /** Opens the place where AWS's messages are given. */
  readonly openMessage?: (() => void) | undefined;
  /** Goes where the missing fact is stated. */
  readonly answer?: ((unknown: Unknown) => void) | undefined;
  /** Goes to the script that collects all policies at once. */
  readonly collect?: (() => void) | undefined;
  /** Nothing can be given here: the diagnosis is somebody else's. */
  readonly readOnly?: boolean;
}
