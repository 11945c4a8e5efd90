'use client';

import NextLink from 'next/link';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { outcomeOfDecision } from '@/components/verdict/outcome-of';
import { EXAMPLES, type ExampleId } from '@/lib/diagnosis/examples';

/** Three denials to click, for those who come to look. */
export function ExampleList({ onOpen }: { readonly onOpen: (id: ExampleId) => void }) {
  return (
    <section aria-labelledby="examples" className="mt-7">
      <div className="flex items-baseline justify-between gap-4 text-small">
        <h2 id="examples" className="font-normal text-text-muted">
          Or try one of these
        </h2>
        <NextLink
          href="/examples"
          prefetch={false}
          className="target-inline rounded-sm text-accent underline underline-offset-[3px] hover:text-accent-strong"
        >
          All examples
        </NextLink>
      </div>
      <ul className="mt-2 grid gap-2 mid:grid-cols-3">
        {EXAMPLES.slice(0, 3).map((example) => (
          <li key={example.id} className="flex">
            <button
              type="button"
              onClick={() => onOpen(example.id)}
              className="flex w-full gap-2.5 rounded-panel border border-line bg-surface-raised px-3 py-2.5 text-left transition-colors hover:border-line-control"
            >
              <OutcomeShape outcome={outcomeOfDecision(example.expected.decision)} className="mt-0.5 size-4" />
              <span className="min-w-0">
                <span className="block font-strong">{example.title}</span>
                <span className="mt-0.5 block text-small text-text-muted">
                  <CodeText>{example.sentence}</CodeText>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
