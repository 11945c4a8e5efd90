'use client';

import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { ChooseFiles } from './choose-files';
import { useEvents } from './events-store';
import { exampleFile } from './example-file';
import { QueryForm } from './query-form';

/** What stands here before there are files: where to put them, what comes out, and how to get them. */
export function EventsStart({ fault }: { readonly fault: string | undefined }) {
  return (
    <div className="space-y-10">
      <div>
        <div className="rounded-panel border-2 border-line-control border-dashed bg-surface-raised px-4 py-8 text-center mid:px-8">
          <p className="text-lead">Drop CloudTrail’s files here, or a folder of them</p>
          <p className="mx-auto mt-1 max-w-prose text-text-muted">
            <CodeText>
              `.json` and `.json.gz` as a trail writes them, the output of `lookup-events`, or a query’s result as CSV
              or JSON. Gigabytes are fine, and nothing leaves your browser.
            </CodeText>
          </p>
          <div className="mt-5 flex flex-wrap justify-center gap-2">
            <ChooseFiles look="primary" />
          </div>
        </div>
        <p role="alert" className="mt-2 text-denies-text empty:hidden">
          {fault && <CodeText>{fault}</CodeText>}
        </p>
      </div>
      <section aria-labelledby="example">
        <h2 id="example" className="text-lead">
          What comes out
        </h2>
        <p className="mt-1 max-w-prose text-text-muted">
          Thousands of events become a short list: who was denied what, on which resource, why and how often. Open a
          line, and its latest event is diagnosed.
        </p>
        <Button className="mt-3" onClick={() => void exampleFile().then((file) => useEvents.getState().read([file]))}>
          Read an example
        </Button>
      </section>
      <section aria-labelledby="queries">
        <h2 id="queries" className="text-lead">
          How to get the events
        </h2>
        <p className="mt-1 mb-5 max-w-prose text-text-muted">
          Fill in what you know, copy, run it, and drop the result here.
        </p>
        <QueryForm />
      </section>
    </div>
  );
}
