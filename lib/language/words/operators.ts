import { readOperator } from '@/lib/evaluation/operators';
import { lookUp } from '@/lib/text/table';

const ABSENT_TOO = 'Also true where the request lacks the key.';

/** One sentence for each base operator; of several values in the policy one is enough, or none for the negated ones. */
const OPERATORS: Readonly<Record<string, string>> = {
  StringEquals: 'The value is this text exactly, letter case included; wildcards are plain characters.',
  StringNotEquals: `The value is not this text, letter case included. ${ABSENT_TOO}`,
  StringEqualsIgnoreCase: 'The value is this text, whatever the letter case.',
  StringNotEqualsIgnoreCase: `The value is not this text, whatever the letter case. ${ABSENT_TOO}`,
  StringLike: 'The value fits this pattern, where `*` is any text and `?` any one character; letter case counts.',
  StringNotLike: `The value does not fit this pattern, where \`*\` is any text and \`?\` any one character. ${ABSENT_TOO}`,
  NumericEquals: 'The value is this number.',
  NumericNotEquals: `The value is not this number. ${ABSENT_TOO}`,
  NumericLessThan: 'The value is a smaller number.',
  NumericLessThanEquals: 'The value is this number or a smaller one.',
  NumericGreaterThan: 'The value is a larger number.',
  NumericGreaterThanEquals: 'The value is this number or a larger one.',
  DateEquals: 'The value is this point in time.',
  DateNotEquals: `The value is not this point in time. ${ABSENT_TOO}`,
  DateLessThan: 'The value is an earlier point in time.',
  DateLessThanEquals: 'The value is this point in time or an earlier one.',
  DateGreaterThan: 'The value is a later point in time.',
  DateGreaterThanEquals: 'The value is this point in time or a later one.',
  Bool: 'The value is `true`, or is `false`, as written here.',
  BinaryEquals: 'The value is the same bytes, written in Base64.',
  IpAddress: 'The value is an address within this range, such as `203.0.113.0/24`.',
  NotIpAddress: `The value is an address outside of this range. ${ABSENT_TOO}`,
  ArnEquals: 'The value is an ARN that fits this one part by part; `*` and `?` are wildcards. The same as `ArnLike`.',
  ArnLike: 'The value is an ARN that fits this one part by part; `*` and `?` are wildcards.',
  ArnNotEquals: `The value is an ARN that does not fit this one. The same as \`ArnNotLike\`. ${ABSENT_TOO}`,
  ArnNotLike: `The value is an ARN that does not fit this one. ${ABSENT_TOO}`,
  Null: '`true`: the request lacks the key. `false`: the request carries the key, whatever its value.',
};

/** What a condition operator asks, its prefix and suffix included. `undefined` for names that AWS does not know. */
export function operatorWords(written: string): readonly string[] | undefined {
  const operator = readOperator(written);
  if (operator === undefined) return undefined;
  const { prefix, ifExists, name } = operator;
  const base = lookUp(OPERATORS, name.replace(/^For\w+:/, '').replace(/IfExists$/, ''));
  return [
    ...(base === undefined ? [] : [base]),
    ...(ifExists ? ['`IfExists`: also true where the request lacks the key.'] : []),
    ...(prefix ? [PREFIXES[prefix]] : []),
  ];
}

const PREFIXES = {
  ForAllValues:
    '`ForAllValues`: every value that the request carries under the key must fit. Also true where it carries none, so an Allow wants a `Null` check beside it.',
  ForAnyValue:
    '`ForAnyValue`: at least one value that the request carries under the key must fit. False where it carries none.',
};
