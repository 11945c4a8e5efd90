'use client';

import { Eye } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { focusStepHeading } from '@/components/wizard/wizard-context';
import { useWorkspace } from '@/components/workspace/store';
import { session } from '@/components/workspace/use-session';

/** Says that the diagnosis came by a link, is only read, and how to take it over. */
export function ReceivedBanner() {
  const received = useWorkspace((state) => state.origin.kind === 'received');
  if (!received) return null;
  return (
    <section
      aria-label="Received by a link"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-accent border-b bg-accent-fill px-4 py-2 mid:px-6"
    >
      <Eye aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-64">
        This is someone else’s diagnosis, opened from a link. You can look at everything; your own drafts are untouched.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          look="primary"
          onClick={() => {
            session().makeItMine();
            // The button goes with what it answered.
            focusStepHeading();
          }}
        >
          Make it mine
        </Button>
        <Button size="small" look="quiet" onClick={() => void session().leaveReceived().then(focusStepHeading)}>
          Back to my own
        </Button>
      </div>
    </section>
  );
}
