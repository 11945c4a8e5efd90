import type { Outcome } from '@/components/ui/outcome-shapes';
import type { StepId, StepState } from '@/lib/guidance/step';

/** The shape, colour and word of a step's state. */
export const STEP_OUTCOMES = {
  empty: 'notGiven',
  given: 'given',
  allows: 'allows',
  doesNotAllow: 'doesNotAllow',
  denies: 'denies',
  depends: 'depends',
  notApplicable: 'notApplicable',
} as const satisfies Record<StepState, Outcome>;

/** The steps' names where a title would be cut. */
export const STEP_LIST_NAMES: Readonly<Partial<Record<StepId, string>>> = {
  session: 'Session and endpoint',
};

/** One word for each step, where its title does not fit. */
export const STEP_SHORT_NAMES = {
  source: 'Caller',
  identity: 'Identity',
  organization: 'Org',
  resource: 'Resource',
  boundary: 'Boundary',
  message: 'Message',
  session: 'Session',
} as const satisfies Record<StepId, string>;
