import type { StepId } from '@/lib/guidance/step';
import { ACCESS_ANALYZER } from '@/lib/guidance/topics/access-analyzer';
import { ALLOW_AND_DENY } from '@/lib/guidance/topics/allow-and-deny';
import { BOUNDARIES } from '@/lib/guidance/topics/boundaries';
import { LAST_ACCESSED } from '@/lib/guidance/topics/last-accessed';
import { ORDER_OF_CHECKS } from '@/lib/guidance/topics/order-of-checks';
import { SIMULATE } from '@/lib/guidance/topics/simulate';
import { TOPIC_IDS, type Topic, type TopicId } from '@/lib/guidance/topics/topic';
import { TWO_ACCOUNTS } from '@/lib/guidance/topics/two-accounts';
import { WHY_DENIED } from '@/lib/guidance/topics/why-denied';

const BY_ID = {
  'why-denied': WHY_DENIED,
  'allow-and-deny': ALLOW_AND_DENY,
  'order-of-checks': ORDER_OF_CHECKS,
  'two-accounts': TWO_ACCOUNTS,
  boundaries: BOUNDARIES,
  simulate: SIMULATE,
  'access-analyzer': ACCESS_ANALYZER,
  'last-accessed': LAST_ACCESSED,
} as const satisfies Record<TopicId, Topic>;

/** All explanations, in their order. */
export const TOPICS: readonly Topic[] = TOPIC_IDS.map((id) => BY_ID[id]);

/** The explanation of an id, `undefined` where there is none. */
export function topicOf(id: string): Topic | undefined {
  return TOPICS.find((topic) => topic.id === id);
}

/** The explanations that matter in a step of the wizard. */
export function topicsOfStep(step: StepId): readonly Topic[] {
  return TOPICS.filter((topic) => topic.steps.includes(step));
}
