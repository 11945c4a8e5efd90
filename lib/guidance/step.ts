import type { PolicyType } from '@/lib/iam/policy-type';

/** The seven steps of the wizard, in their order. */
export const STEP_IDS = ['source', 'identity', 'organization', 'resource', 'boundary', 'message', 'session'] as const;

export type StepId = (typeof STEP_IDS)[number];

export type StepState = 'empty' | 'given' | 'allows' | 'doesNotAllow' | 'denies' | 'depends' | 'notApplicable';

/** A command that prints what a step needs, with the user's own names filled in and quoted for a POSIX shell. */
export interface Command {
  readonly purpose: string;
  readonly text: string;
}

/** What a step shows: its question, what is known, how to get what is missing. */
export interface Step {
  readonly id: StepId;
  /** 1 to 7. */
  readonly number: number;
  readonly title: string;
  readonly state: StepState;
  /** One muted line: "2 policies, 1 allows". */
  readonly known: string;
  /** This is the step to look at first: AWS's words point to it, or it is where such a denial mostly comes from. */
  readonly pointed: boolean;
  /** For a step that is pointed to: "AWS points here", "Look here first". */
  readonly hint?: string;
  readonly question: string;
  /** Short paragraphs, names in backticks. */
  readonly guidance: readonly string[];
  readonly commands: readonly Command[];
  /** The policy types whose policies this step takes: none for 1 and 6, two for 3 and 7. */
  readonly policyTypes: readonly PolicyType[];
}

/** The policy types whose policies each step takes. */
export const STEP_POLICY_TYPES = {
  source: [],
  identity: ['identity'],
  organization: ['scp', 'rcp'],
  resource: ['resource'],
  boundary: ['boundary'],
  message: [],
  session: ['session', 'endpoint'],
} as const satisfies Record<StepId, readonly PolicyType[]>;

/** The step in which policies of a type are given. */
export function stepOfPolicyType(type: PolicyType): StepId {
  return STEP_IDS.find((id) => (STEP_POLICY_TYPES[id] as readonly PolicyType[]).includes(type)) ?? 'identity';
}
