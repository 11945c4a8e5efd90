import type { StepId } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';

/** The step of the wizard that takes policies of a type. */
export const STEP_OF = {
  rcp: 'organization',
  scp: 'organization',
  endpoint: 'session',
  resource: 'resource',
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
} as const satisfies Record<PolicyType, StepId>;
