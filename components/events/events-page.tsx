'use client';

import { DropOverlay } from './drop-overlay';
import { EventsResult } from './events-result';
import { EventsStart } from './events-start';
import { useEvents } from './events-store';
import { ReadingBar } from './reading-bar';
import { useArrivals } from './use-arrivals';

/** CloudTrail in bulk: files in, the denials in them out, each a click away from its diagnosis. */
export function EventsPage() {
  const isDragging = useArrivals();
  const progress = useEvents((state) => state.progress);
  const result = useEvents((state) => state.result);
  const fault = useEvents((state) => state.fault);
  return (
    <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-16 mid:px-6">
      <h1 className="text-lead">Events</h1>
      <p className="mb-5 max-w-prose text-text-muted">Every denial in your CloudTrail files, grouped.</p>
      {progress ? (
        <ReadingBar progress={progress} />
      ) : result ? (
        <EventsResult result={result} />
      ) : (
        <EventsStart fault={fault} />
      )}
      {isDragging && <DropOverlay />}
    </main>
  );
}
