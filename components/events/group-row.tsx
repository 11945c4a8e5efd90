'use client';

import { Name } from '@/components/ui/code-text';
import { OutcomeMark } from '@/components/ui/outcome-mark';
import type { DenialGroup } from '@/lib/cloudtrail/group';
import { sayReason } from '@/lib/cloudtrail/reason';
import { alignedTo, type Timeline } from '@/lib/cloudtrail/timeline';
import { sayNumber, visible } from '@/lib/text/wording';
import { outcomeOfGroup } from './group-outcome';
import { sayTime } from './say';
import { TimelineBars } from './timeline-bars';

interface GroupRowProps {
  readonly group: DenialGroup;
  /** When all denials were, for the small picture. */
  readonly whole: Timeline | undefined;
  readonly onOpen: () => void;
}

/** One group: a click anywhere in it opens its diagnosis. In narrow windows everything stands in one cell. */
export function GroupRow({ group, whole, onOpen }: GroupRowProps) {
  const { count, action, principal, resource, last, timeline } = group;
  const bars = whole && timeline ? alignedTo(whole, timeline) : [];
  return (
    <tr className="relative border-line border-t align-top hover:bg-surface-sunken">
      <td className="py-2.5 pr-3 pl-2 text-right font-strong">{sayNumber(count)}</td>
      <th scope="row" className="min-w-52 py-2.5 pr-4 text-left font-normal">
        <button
          type="button"
          data-group
          onClick={onOpen}
          className="target-inline rounded-control text-left decoration-1 underline-offset-[3px] after:absolute after:inset-0 after:rounded-control hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
        >
          <NameOr name={action} other="Action not known" />
        </button>
        <div className="mt-0.5 space-y-0.5 min-[60rem]:hidden">
          <p className="text-text-muted">
            <NameOr name={principal} other="Caller not known" />
          </p>
          <p>
            <NameOr name={resource} other="Resource not named" />
          </p>
          <Reason group={group} />
          {last !== undefined && <p className="text-small text-text-muted">Last {sayTime(last)}</p>}
        </div>
      </th>
      <td className="py-2.5 pr-4 max-[60rem]:hidden">
        <NameOr name={principal} other="Not known" />
      </td>
      <td className="py-2.5 pr-4 max-[60rem]:hidden">
        <NameOr name={resource} other="Not named" />
      </td>
      <td className="py-2.5 pr-4 max-[60rem]:hidden">
        <Reason group={group} />
      </td>
      <td className="whitespace-nowrap py-2.5 pr-2 text-small text-text-muted max-[60rem]:hidden">
        {last === undefined ? 'Not known' : sayTime(last)}
        {bars.length > 1 && (
          <TimelineBars counts={bars} highest={Math.max(...bars)} className="mt-1 h-4 w-full min-w-24" />
        )}
      </td>
    </tr>
  );
}

/** A name from an event, in which nothing can hide. */
function NameOr({ name, other }: { readonly name: string | undefined; readonly other: string }) {
  if (name === undefined) return <span className="text-small text-text-muted">{other}</span>;
  return (
    <code className="text-small">
      <Name>{visible(name)}</Name>
    </code>
  );
}

function Reason({ group }: { readonly group: DenialGroup }) {
  return (
    <div className="text-small">
      <OutcomeMark outcome={outcomeOfGroup(group)} word={sayReason(group)} className="size-3.5" />
      {group.code && group.denial === 'unknown' && (
        <p className="text-text-muted">
          <code>{visible(group.code)}</code>
        </p>
      )}
    </div>
  );
}
