import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import type { StepId } from '@/lib/guidance/step';
import { topicsOfStep } from '@/lib/guidance/topics/topics';

/** What to read on a step of the wizard, in one line. */
export function StepTopics({ step }: { readonly step: StepId }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-text-muted">Read on:</span>
      {topicsOfStep(step).map((topic) => (
        <Link key={topic.id} href={`/learn/${topic.id}` as Route}>
          {topic.title}
        </Link>
      ))}
    </p>
  );
}
