import { CodeText } from '@/components/ui/code-text';
import { CopyButton } from '@/components/ui/copy-button';
import type { TopicPart } from '@/lib/guidance/topics/topic';

/** The paragraphs, lists and commands of a topic. */
export function TopicBody({ parts }: { readonly parts: readonly TopicPart[] }) {
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {parts.map((part) => (
        <Part key={JSON.stringify(part)} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: TopicPart }) {
  switch (part.kind) {
    case 'text':
      return (
        <p>
          <CodeText>{part.text}</CodeText>
        </p>
      );
    case 'list':
      return (
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-text-muted">
          {part.items.map((item) => (
            <li key={item}>
              <CodeText>{item}</CodeText>
            </li>
          ))}
        </ul>
      );
    case 'order':
      return (
        <ol className="flex list-decimal flex-col gap-1.5 pl-5 marker:text-text-muted">
          {part.items.map((item) => (
            <li key={item}>
              <CodeText>{item}</CodeText>
            </li>
          ))}
        </ol>
      );
    case 'command':
      return (
        <div>
          <p className="text-small text-text-muted">{part.purpose}</p>
          <div className="mt-1 flex items-start gap-1 rounded-control bg-surface-sunken py-1 pr-1 pl-3">
            <code className="wrap-anywhere min-w-0 flex-1 py-1 text-small">{part.text}</code>
            <CopyButton text={part.text} label="Copy the command" iconOnly />
          </div>
        </div>
      );
  }
}
