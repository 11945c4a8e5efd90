import { isRecord } from '@/lib/cloudtrail/find-events';
import type { ListName } from '@/lib/cloudtrail/record-lists';
import type { Row } from '@/lib/evidence/events/event-rows';

// The rows of a query's result in the JSON that the AWS CLI prints.
// https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetQueryResults.html
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html

/** Reads the rows of one result, in their order: Athena's first row holds the names of the columns. */
export class ResultRows {
  #columns: readonly string[] | undefined;

  /** A record as a row; `undefined` where it is none, or holds the names. */
  read(list: ListName | undefined, record: unknown): Row | undefined {
    switch (list) {
      case 'results':
        return Array.isArray(record) ? record.flatMap(fieldAndValue) : undefined;
      case 'QueryResultRows':
        return Array.isArray(record) ? record.flatMap(nameAndValue) : undefined;
      case 'Rows':
        return isRecord(record) && Array.isArray(record.Data) ? this.#row(record.Data.map(varChar)) : undefined;
      default:
        return undefined;
    }
  }

  #row(values: readonly string[]): Row | undefined {
    if (this.#columns) return this.#columns.map((column, place) => [column, values[place] ?? '']);
    this.#columns = values;
    return undefined;
  }
}

function fieldAndValue(cell: unknown): Row {
  return isRecord(cell) && typeof cell.field === 'string' ? [[cell.field, textIn(cell.value)]] : [];
}

function nameAndValue(cell: unknown): Row {
  return isRecord(cell) ? Object.entries(cell).map(([name, value]) => [name, textIn(value)]) : [];
}

function varChar(cell: unknown): string {
  return isRecord(cell) ? textIn(cell.VarCharValue) : '';
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
