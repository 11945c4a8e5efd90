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
  /** AWS's words point to this step. */
  readonly pointed: boolean;
  readonly question: string;
  /** Short paragraphs, names in backticks. */
  readonly guidance: readonly string[];
  readonly commands: readonly Command[];
  /** The policy types whose policies this step takes: none for 1 and 6, two for 3 and 7. */
  readonly policyTypes: readonly PolicyType[];
}
