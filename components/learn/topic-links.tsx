import type { Route } from 'next';
import { CodeText } from '@/components/ui/code-text';
import type { Topic } from '@/lib/guidance/topics/topic';
import { PageLink } from './page-link';

/** Topics with what one learns from each. */
export function TopicLinks({ topics }: { readonly topics: readonly Topic[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {topics.map((topic) => (
        <li key={topic.id}>
          <PageLink href={`/learn/${topic.id}` as Route} strong>
            {topic.title}
          </PageLink>
          <p className="max-w-prose text-text-muted">
            <CodeText>{topic.sentence}</CodeText>
          </p>
        </li>
      ))}
    </ul>
  );
}
