import type { StepId } from '@/lib/guidance/step';

/** The explanations, in the order in which they build on each other. */
export const TOPIC_IDS = [
  'why-denied',
  'allow-and-deny',
  'order-of-checks',
  'two-accounts',
  'boundaries',
  'simulate',
  'access-analyzer',
  'last-accessed',
] as const;

export type TopicId = (typeof TOPIC_IDS)[number];

/** A paragraph, a list, things in their order, or a command to run; names stand in backticks. */
export type TopicPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list' | 'order'; readonly items: readonly string[] }
  | { readonly kind: 'command'; readonly purpose: string; readonly text: string };

/** The drawing that goes with a topic. */
export type TopicPicture = 'decision' | 'order' | 'twoAccounts' | 'ceiling';

/** One short explanation. */
export interface Topic {
  readonly id: TopicId;
  readonly title: string;
  /** What one knows after reading it, in one sentence. */
  readonly sentence: string;
  readonly picture?: TopicPicture;
  readonly parts: readonly TopicPart[];
  /** AWS's own pages on it. */
  readonly pages: readonly { readonly title: string; readonly href: string }[];
  /** The steps of the wizard where it matters. */
  readonly steps: readonly StepId[];
  /** What to read next. */
  readonly next: readonly TopicId[];
}

export function text(text: string): TopicPart {
  return { kind: 'text', text };
}

export function list(...items: readonly string[]): TopicPart {
  return { kind: 'list', items };
}

export function order(...items: readonly string[]): TopicPart {
  return { kind: 'order', items };
}

const USER_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** A page of AWS's IAM User Guide. */
export function userGuide(title: string, page: string): Topic['pages'][number] {
  return { title, href: `${USER_GUIDE}${page}.html` };
}
