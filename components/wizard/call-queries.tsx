'use client';

import { useMemo } from 'react';
import { QueryList } from '@/components/events/query-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { useWorkspace } from '@/components/workspace/store';
import { queryFactsOf } from '@/lib/guidance/queries';

/** Queries that find the event of this call, with the diagnosis' own caller, action, Region and time in them. */
export function CallQueries() {
  const document = useWorkspace((state) => state.document);
  const facts = useMemo(() => queryFactsOf(document), [document]);
  return (
    <Disclosure summary="Find this call in CloudTrail">
      <p className="max-w-prose text-text-muted">
        Copy, run it, and paste the event you find. Whole files go to <Link href="/events">Events</Link>.
      </p>
      <QueryList facts={facts} />
    </Disclosure>
  );
}
