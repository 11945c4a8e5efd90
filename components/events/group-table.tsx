'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { arranged } from '@/lib/cloudtrail/arrange';
import type { DenialSummary } from '@/lib/cloudtrail/stream';
import { sayNumber } from '@/lib/text/wording';
import { ColumnHead } from './column-head';
import { useEvents } from './events-store';
import { GroupRow } from './group-row';
import { openGroup } from './open-group';
import { sayCount } from './say';

const SHOWN_AT_ONCE = 100;

/** The groups, to be narrowed down, put in order, and opened. */
export function GroupTable({ summary }: { readonly summary: DenialSummary }) {
  const router = useRouter();
  const filter = useEvents((state) => state.filter);
  const order = useEvents((state) => state.order);
  const { setFilter } = useEvents.getState();
  const settled = useDeferredValue(filter);
  const groups = useMemo(() => arranged(summary.groups, settled, order), [summary, settled, order]);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby="groups">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="groups" className="text-lead">
            What was denied
          </h2>
          <p role="status" className="text-small text-text-muted">
            {settled.trim() === ''
              ? sayCount(groups.length, 'group', 'groups')
              : `${sayCount(groups.length, 'group', 'groups')} of ${sayNumber(summary.groups.length)}`}
          </p>
        </div>
        <div className="w-full mid:w-72">
          <TextField
            label="Filter"
            type="search"
            data-own-undo
            value={filter}
            placeholder="dev s3 SCP"
            onChange={(value) => {
              setFilter(value);
              setShown(SHOWN_AT_ONCE);
            }}
          />
        </div>
      </div>
      <table className="w-full" onKeyDown={moveBetweenRows}>
        <thead>
          <tr className="text-left align-bottom">
            <ColumnHead
              by="count"
              label="Denials"
              startsDescending
              className="w-px whitespace-nowrap pr-3 pl-2 text-right"
            />
            <ColumnHead by="action" label="Action" className="pr-4" />
            <ColumnHead by="principal" label="Caller" className="pr-4 max-[60rem]:hidden" />
            <ColumnHead by="resource" label="Resource" className="pr-4 max-[60rem]:hidden" />
            <ColumnHead by="reason" label="Why" className="pr-4 max-[60rem]:hidden" />
            <ColumnHead
              by="last"
              label="Last (UTC)"
              startsDescending
              className="whitespace-nowrap pr-2 max-[60rem]:hidden"
            />
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, shown).map((group) => (
            <GroupRow
              key={keyOf(group)}
              group={group}
              whole={summary.total.timeline}
              onOpen={() => void openGroup(group).then(() => router.push('/diagnose'))}
            />
          ))}
        </tbody>
      </table>
      {groups.length === 0 && (
        <p className="border-line border-t py-4 text-text-muted">No group has all these words. Take one away.</p>
      )}
      {groups.length > shown && (
        <div className="border-line border-t pt-3">
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show {Math.min(SHOWN_AT_ONCE, groups.length - shown)} more
          </Button>
        </div>
      )}
    </section>
  );
}

function keyOf({
  principal,
  action,
  resource,
  denial,
  policyType,
  policyArn,
  code,
}: DenialSummary['groups'][number]): string {
  return JSON.stringify([principal, action, resource, denial, policyType, policyArn, code]);
}

/** Arrows, Home and End go from group to group; Tab goes through everything as usual. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-group]')];
  const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || rows[next] === undefined) return;
  event.preventDefault();
  rows[next].focus();
}
