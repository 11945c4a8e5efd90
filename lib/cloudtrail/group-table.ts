import type { DenialGroup } from '@/lib/cloudtrail/group';
import { sayReason } from '@/lib/cloudtrail/reason';
import { writeInstant } from '@/lib/text/instant';
import { csvField } from '@/lib/text/quote';

const COLUMNS = [
  'denials',
  'first',
  'last',
  'principal',
  'action',
  'resource',
  'reason',
  'policy type',
  'policy ARN',
  'error code',
];

/** Groups as a table for spreadsheets. Names come from events, so every field is made harmless. */
export function groupTable(groups: readonly DenialGroup[]): string {
  const rows = groups.map((group) => [
    String(group.count),
    instant(group.first),
    instant(group.last),
    group.principal ?? '',
    group.action ?? '',
    group.resource ?? '',
    sayReason(group),
    group.policyType ?? '',
    group.policyArn ?? '',
    group.code ?? '',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function instant(time: number | undefined): string {
  return time === undefined ? '' : (writeInstant(time) ?? '');
}
