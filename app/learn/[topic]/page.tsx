import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TopicBody } from '@/components/learn/topic-body';
import { TopicLinks } from '@/components/learn/topic-links';
import { TopicPicture } from '@/components/learn/topic-picture';
import { PageShell } from '@/components/shell/page-shell';
import { CodeText } from '@/components/ui/code-text';
import { ExternalLink, Link } from '@/components/ui/link';
import { TOPICS, topicOf } from '@/lib/guidance/topics/topics';

interface TopicPageProps {
  readonly params: Promise<{ readonly topic: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return TOPICS.map(({ id }) => ({ topic: id }));
}

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const topic = topicOf((await params).topic);
  return topic ? { title: topic.title, description: topic.sentence.replaceAll('`', '') } : {};
}

export default async function TopicPage({ params }: TopicPageProps) {
  const topic = topicOf((await params).topic);
  if (topic === undefined) notFound();
  return (
    <PageShell>
      <main id="main" className="mx-auto w-full max-w-[50rem] flex-1 px-4 pt-8 pb-16 mid:px-6">
        <p className="mb-3 text-small">
          <Link href="/learn">Learn</Link>
        </p>
        <h1 className="text-display">{topic.title}</h1>
        <p className="mt-2 mb-7 max-w-prose text-lead text-text-muted">
          <CodeText>{topic.sentence}</CodeText>
        </p>
        {topic.picture && (
          <div className="mb-8">
            <TopicPicture kind={topic.picture} />
          </div>
        )}
        <TopicBody parts={topic.parts} />
        <section aria-labelledby="pages" className="mt-8 border-line border-t pt-5">
          <h2 id="pages" className="mb-2 text-base">
            What AWS writes
          </h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {topic.pages.map(({ title, href }) => (
              <li key={href}>
                <ExternalLink href={href}>{title}</ExternalLink>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="next" className="mt-6 border-line border-t pt-5">
          <h2 id="next" className="mb-3 text-base">
            Next
          </h2>
          <TopicLinks topics={topic.next.flatMap((id) => topicOf(id) ?? [])} />
        </section>
      </main>
    </PageShell>
  );
}
