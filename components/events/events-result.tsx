'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ChooseFiles } from './choose-files';
import { useEvents } from './events-store';
import { ExportButtons } from './export-buttons';
import { FileProblems } from './file-problems';
import { GroupTable } from './group-table';
import type { ReadResult } from './read-files';
import { sayCount, sayTime } from './say';
import { TotalTimeline } from './total-timeline';

/** What was found, the number of denials first. */
export function EventsResult({ result: { summary, isStopped } }: { readonly result: ReadResult }) {
  const { total, rest, repeated, groups } = summary;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="space-y-8">
      <div className="grid items-end gap-x-10 gap-y-5 wide:grid-cols-[minmax(0,1fr)_30rem]">
        <div>
          <h2 ref={heading} tabIndex={-1} className="rounded-control text-title outline-offset-4">
            {total.count === 0 ? 'No denial' : sayCount(total.count, 'denial', 'denials')} in{' '}
            {sayCount(summary.events, 'event', 'events')}
          </h2>
          <p className="mt-1 max-w-prose text-text-muted">
            {sayCount(summary.files, 'file', 'files')}
            {isStopped && ', not read to the end'}
            {total.first !== undefined && total.last !== undefined && (
              <>
                ; from {sayTime(total.first)} to {sayTime(total.last)} (UTC)
              </>
            )}
            .
            {repeated > 0 &&
              ` ${sayCount(repeated, 'denial that stands', 'denials that stand')} in them again ${repeated === 1 ? 'is' : 'are'} counted once.`}
            {rest.count > 0 &&
              ` There are more groups than are kept apart: ${sayCount(rest.count, 'denial is', 'denials are')} in none of those below.`}
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            {groups.length > 0 && <ExportButtons summary={summary} />}
            <Button size="small" onClick={() => useEvents.getState().clear()}>
              Start again
            </Button>
          </div>
        </div>
        {total.timeline && <TotalTimeline timeline={total.timeline} />}
      </div>
      <FileProblems summary={summary} />
      {groups.length > 0 ? (
        <GroupTable summary={summary} />
      ) : (
        <div className="max-w-prose space-y-4">
          {/* Where no event was read, the files are at fault, and it is said above. */}
          {summary.events > 0 && (
            <p>
              Denied reads and writes of objects, items and messages are data events, which a trail logs only where it
              is told to; and the caller’s own account gets the event first. Look there, or at another span of time.
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <ChooseFiles look="primary" />
          </div>
        </div>
      )}
    </div>
  );
}
