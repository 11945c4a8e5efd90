'use client';

import { Disclosure } from '@/components/ui/disclosure';
import { useWorkspace } from '@/components/workspace/store';
import { RequestPanel } from './request-panel';

/** The request in one line, which opens to be edited: where there is no room to have it in sight. */
export function RequestSummary() {
  const request = useWorkspace((state) => state.document.request);
  const { principal = '', action = '', resource = '' } = request ?? {};
  const parts = [lastPart(principal), action, lastPart(resource)].filter(Boolean);
  return (
    <section aria-label="Request" className="border-line border-b px-4 py-2 mid:px-6">
      <Disclosure
        summary={
          <span className="wrap-anywhere line-clamp-3 text-text-muted text-small">
            <span className="mr-2 font-strong text-base text-text">Request</span>
            {parts.length === 0 ? 'not given yet' : parts.join(' · ')}
          </span>
        }
      >
        <div className="pb-2">
          <RequestPanel />
        </div>
      </Disclosure>
    </section>
  );
}

/** The end of an ARN, which is what people call it. */
function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
