import type { Metadata } from 'next';
import { TopicLinks } from '@/components/learn/topic-links';
import { PageShell } from '@/components/shell/page-shell';
import { TOPICS } from '@/lib/guidance/topics/topics';

export const metadata: Metadata = {
  title: 'Learn',
  description: 'How AWS decides whether a request may pass, in eight short explanations.',
};

export default function LearnPage() {
  return (
    <PageShell>
      <main id="main" className="mx-auto w-full max-w-[50rem] flex-1 px-4 pt-8 pb-16 mid:px-6">
        <h1 className="text-display">Learn</h1>
        <p className="mt-2 mb-8 max-w-prose text-lead text-text-muted">
          How AWS decides, in eight short explanations. Two minutes each.
        </p>
        <TopicLinks topics={TOPICS} />
      </main>
    </PageShell>
  );
}
