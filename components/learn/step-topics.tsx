import type { Route } from 'next';
import type { StepId } from '@/lib/guidance/step';
import { topicsOfStep } from '@/lib/guidance/topics/topics';
import { PageLink } from './page-link';

/** What to read on a step of the wizard, in one line. */
export function StepTopics({ step }: { readonly step: StepId }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-text-muted">Read on:</span>
      {topicsOfStep(step).map((topic) => (
        <PageLink key={topic.id} href={`/learn/${topic.id}` as Route}>
          {topic.title}
        </PageLink>
      ))}
    </p>
  );
}
