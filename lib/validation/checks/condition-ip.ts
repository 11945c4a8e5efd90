import { type AddressRange, containsRange, readAddressRange, writeNetwork } from '@/lib/evaluation/operators/ip';
import type { JsonScalar } from '@/lib/text/json';
import { oncePer } from '@/lib/text/once-per';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { changeTo, removeEntry } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause } from '@/lib/validation/policy-view';
import { addressRangeOf } from '@/lib/validation/terms/address-ranges';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => readAddressRange(text) ?? [],
);

interface Sorted {
  readonly own: readonly JsonScalar[];
  readonly others: readonly JsonScalar[];
}

/** The private and the other ranges that a clause compares `aws:SourceIp` with; values that are no range in neither. */
const sorted = oncePer(({ values }: Clause): Sorted => {
  const own: JsonScalar[] = [];
  const others: JsonScalar[] = [];
  for (const value of values) {
    const range = addressRangeOf(value);
    if (range) (isPrivate(range) ? own : others).push(value);
  }
  return { own, others };
});

function isPrivate(range: AddressRange): boolean {
  return PRIVATE.some((network) => containsRange(network, range));
}

/** Clauses of `aws:SourceIp`, which never holds a private address. */
function aboutPrivate(
  id: string,
  page: readonly ['error' | 'suggestion', string],
  negated: boolean,
  find: (sortedValues: Sorted, clause: Clause) => Iterable<Found>,
): Check {
  return {
    id,
    severity: page[0],
    types: ALL_TYPES,
    rank: 'meaning',
    page: analyzerPage(...page),
    find: inStatements(({ clauses }, report) => {
      for (const clause of clauses) {
        if (clause.kind !== 'IpAddress' || clause.written?.negated !== negated) continue;
        if (clause.id === 'aws:sourceip') for (const found of find(sorted(clause), clause)) report(found);
      }
    }),
  };
}

function* allPrivate({ own, others }: Sorted, clause: Clause, message: string): Iterable<Found> {
  if (own.length > 0 && others.length === 0) yield { range: clause.value, message };
}

function* somePrivate({ own, others }: Sorted, clause: Clause, effect: string): Iterable<Found> {
  if (others.length === 0) return;
  const entries = clause.values.map(({ text, range }) => ({ value: text, range }));
  for (const { text, range } of own) {
    const entry = entries.find((one) => one.range === range);
    const message = `\`aws:SourceIp\` never holds a private address, so ${code(text)} ${effect}.`;
    yield { range, message, ...(entry && { fixes: [removeEntry({ entries }, entry)] }) };
  }
}

const NEVER_MATCHES =
  '`aws:SourceIp` never holds a private address, so this never matches. Use `aws:VpcSourceIp` together with `aws:SourceVpc`.';
const ALWAYS_MATCHES = '`aws:SourceIp` never holds a private address, so this always matches.';

const IMPROVE_IP_RANGE: Check = {
  id: 'IMPROVE_IP_RANGE',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'improve-ip-range'),
  find: inStatements(({ clauses }, report) => {
    for (const clause of clauses) {
      if (clause.kind !== 'IpAddress') continue;
      for (const value of clause.values) {
        const read = value.text.includes('/') ? addressRangeOf(value) : undefined;
        if (read === undefined || !hasBitsBehindMask(read)) continue;
        const network = writeNetwork(read);
        const message = `The mask leaves ${code(network)} of this range. Write it so.`;
        report({ range: value.range, message, fixes: [changeTo(value.range, network)] });
      }
    }
  }),
};

function hasBitsBehindMask({ bytes, prefix }: AddressRange): boolean {
  return bytes.some((byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return (byte & (0xff >> bits)) !== 0;
  });
}

export const IP_CHECKS: readonly Check[] = [
  aboutPrivate('PRIVATE_IP_ADDRESS', ['error', 'private-ip-address'], false, (values, clause) =>
    allPrivate(values, clause, NEVER_MATCHES),
  ),
  aboutPrivate('PRIVATE_NOT_IP_ADDRESS', ['error', 'private-not-ip-address'], true, (values, clause) =>
    allPrivate(values, clause, ALWAYS_MATCHES),
  ),
  aboutPrivate('PRIVATE_IP_ADDRESS_SUBSET', ['suggestion', 'private-ip-address-subset'], false, (values, clause) =>
    somePrivate(values, clause, 'never matches'),
  ),
  aboutPrivate(
    'PRIVATE_NOT_IP_ADDRESS_SUBSET',
    ['suggestion', 'private-not-ip-address-subset'],
    true,
    (values, clause) => somePrivate(values, clause, 'has no effect'),
  ),
  IMPROVE_IP_RANGE,
];
