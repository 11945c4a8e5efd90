import type { Located, Range } from '@/lib/text/range';
import { arnFields } from '@/lib/validation/terms/arn-fields';

// ARNs as `Resource` writes them, with wildcards and variables.

/** An ARN of a `Resource`, split at its first five colons. A variable counts as anything, also where it holds colons. */
export interface ResourceArn {
  readonly range: Range;
  readonly text: string;
  readonly fields: readonly string[];
  /** Fields that are not there; a star at the end may stand for them. */
  readonly isShort: boolean;
  readonly partition: string;
  readonly service: string;
  /** `*` where a star at the end stands for it. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads an entry of `Resource`. `undefined` for what is no ARN at all, `*` among it. */
export function readResourceArn({ value, range }: Located<string>): ResourceArn | undefined {
  if (!value.startsWith('arn:')) return undefined;
  const fields = arnFields(value);
  const [, partition = '*', service = '*', region = '*', account = '*', resource = '*'] = fields;
  const isShort = fields.length < 6 && !fields.some((field) => /^\*+$/.test(field));
  return { range, text: value, fields, isShort, partition, service, region, account, resource };
}

/** A wildcard, or a variable, which may hold anything. */
export function isOpen(text: string): boolean {
  return text.includes('*') || text.includes('?') || text.includes('${');
}
