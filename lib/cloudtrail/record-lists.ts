import { bytesOf, isNameOf } from '@/lib/cloudtrail/landmarks';

/** Members that hold a list of records, in the files and answers of CloudTrail, CloudTrail Lake, Athena and CloudWatch Logs. */
const LIST_NAMES = [
  ...(['Records', 'records', 'Events', 'events', 'logEvents', 'hits'] as const),
  ...(['results', 'QueryResultRows', 'Rows'] as const),
];

export type ListName = (typeof LIST_NAMES)[number];

const LISTS = LIST_NAMES.map((list) => ({ list, bytes: bytesOf(list) }));
// Lists whose records are lists of columns.
const OF_ROWS: readonly (ListName | undefined)[] = ['results', 'QueryResultRows'];
// Members that hold no list but an object with one.
const HOLDERS = ['ResultSet', 'hits'].map(bytesOf);

/** The list whose name is the string at `name`, with its value at `value`; `undefined` where it names no list of records. */
export function listNamedAt(data: Uint8Array, name: number, value: number): ListName | undefined {
  return LISTS.find(({ bytes }) => isNameOf(data, name, value, bytes))?.list;
}

/** Whether the string at `name` names an object with a list of records, which begins at `value`. */
export function isHolderAt(data: Uint8Array, name: number, value: number): boolean {
  return HOLDERS.some((bytes) => isNameOf(data, name, value, bytes));
}

/** Whether the records of a list are lists themselves: rows of columns. */
export function hasRows(list: ListName | undefined): boolean {
  return OF_ROWS.includes(list);
}
