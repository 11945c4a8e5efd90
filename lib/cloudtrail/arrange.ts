import type { DenialGroup } from '@/lib/cloudtrail/group';
import { sayReason } from '@/lib/cloudtrail/reason';

export type SortKey = 'count' | 'principal' | 'action' | 'resource' | 'reason' | 'last';

/** An order of groups. */
export interface GroupOrder {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** The groups in which every word of the filter is found, in an order; equal ones stay in theirs. */
export function arranged(groups: readonly DenialGroup[], filter: string, order: GroupOrder): readonly DenialGroup[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found =
    words.length === 0 ? groups : groups.filter((group) => words.every((word) => textOf(group).includes(word)));
  const sign = order.isDescending ? -1 : 1;
  return [...found].sort((one, other) => sign * compare(one, other, order.by));
}

function textOf(group: DenialGroup): string {
  const { principal, action, resource, policyType, policyArn, code } = group;
  return [principal, action, resource, sayReason(group), policyType, policyArn, code].join('\n').toLowerCase();
}

function compare(one: DenialGroup, other: DenialGroup, by: SortKey): number {
  if (by === 'count') return one.count - other.count;
  if (by === 'last') return (one.last ?? 0) - (other.last ?? 0);
  const [left, right] = [fieldOf(one, by), fieldOf(other, by)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function fieldOf(group: DenialGroup, by: 'principal' | 'action' | 'resource' | 'reason'): string {
  return (by === 'reason' ? sayReason(group) : (group[by] ?? '')).toLowerCase();
}
