import type { Route } from 'next';
import { CodeText } from '@/components/ui/code-text';
import { Link } from '@/components/ui/link';
import type { Topic } from '@/lib/guidance/topics/topic';

/** Topics with what one learns from each. */
export function TopicLinks({ topics }: { readonly topics: readonly Topic[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {topics.map((topic) => (
        <li key={topic.id}>
          <Link href={`/learn/${topic.id}` as Route} className="font-strong">
            {topic.title}
          </Link>
          <p className="max-w-prose text-text-muted">
            <CodeText>{topic.sentence}</CodeText>
          </p>
        </li>
      ))}
    </ul>
  );
}
