import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOperator } from '@/lib/evaluation/operators';
import { readAddressRange, writeNetwork } from '@/lib/evaluation/operators/ip';

/** One policy value against one request value; `undefined` where the policy value is not of the operator's type. */
function holds(name: string, policyValue: string, requestValue: string): boolean | 'malformed' | undefined {
  const operator = readOperator(name)?.operator;
  if (operator === undefined || operator === 'Null') throw new Error(`${name} compares nothing`);
  return operator.prepare({ text: policyValue, pattern: [{ kind: 'text', text: policyValue }] })?.compare(requestValue);
}

/** Whether a text is of an operator's type, as a policy value and as a request value alike. */
function isOfType(name: string, text: string, good: string): boolean {
  const inRequest = holds(name, good, text) !== 'malformed';
  expect(holds(name, text, good) !== undefined).toBe(inRequest);
  return inRequest;
}

/** Negative, zero or positive as the request value is less than, equal to or greater than the policy's. */
function compare(kind: 'Numeric' | 'Date', left: string, right: string): number {
  const [less, equal, greater] = ['LessThan', 'Equals', 'GreaterThan'].map((way) =>
    holds(`${kind}${way}`, right, left),
  );
  expect([less, equal, greater].filter((one) => one === true)).toHaveLength(1);
  expect(holds(`${kind}LessThanEquals`, right, left)).toBe(!greater);
  expect(holds(`${kind}GreaterThanEquals`, right, left)).toBe(!less);
  return less ? -1 : equal ? 0 : 1;
}

describe('numbers are exact decimals (C42, C43)', () => {
  test.each([
    ['10', '10.0', 0],
    ['10', '1e1', 0],
    ['10', '+10', 0],
    ['10', '010', 0],
    ['-0', '0', 0],
    ['.5', '0.50', 0],
    ['9007199254740993', '9007199254740992', 1],
    ['0.1', '0.10000000000000000001', -1],
    ['-2', '-10', 1],
    ['-1', '1', -1],
    ['1e999999999', '1e999999998', 1],
    ['0e5', '0', 0],
    ['99', '100', -1],
    ['0.09', '0.1', -1],
  ])('%s against %s: %i', (left, right, want) => {
    expect(compare('Numeric', left, right)).toBe(want);
    // `-0` is what negating 0 gives.
    expect(compare('Numeric', right, left)).toBe(want === 0 ? 0 : -want);
  });

  test.each(['', '-', '.', '1.', '1,000', '1_000', '0x10', 'Infinity', 'NaN', '10%', ' 10', '10 ', '1e', '--1', '١'])(
    '%j is no number',
    (text) => expect(isOfType('NumericEquals', text, '1')).toBe(false),
  );

  test('they compare as integers of any size do', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (left, right) => {
        expect(compare('Numeric', String(left), String(right))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  test('a million zeros are read at once', () => {
    expect(compare('Numeric', `1${'0'.repeat(1_000_000)}1`, `1${'0'.repeat(1_000_001)}`)).toBe(1);
  });
});

describe('instants (C47 to C54)', () => {
  const T = Date.UTC(2026, 3, 9);
  test.each([
    ['2026-04-09', T],
    ['2026-04-09T00:00Z', T],
    ['2026-04-09t00:00:00z', T],
    ['2026-04-09T02:00:00+02:00', T],
    ['2026-04-08T19:30:00-04:30', T],
    ['2026-04-09T00:00:00', T],
    ['2026-04-09T00:00:00.250Z', T + 250],
    ['1775692800', T],
    ['1775692800.25', T + 250],
    ['1775692800000', T],
    ['2026', Date.UTC(2026, 0)],
    ['2026-04', Date.UTC(2026, 3)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['999', 999_000],
    ['0', 0],
    ['-86400', -86_400_000],
    ['0050-01-01', new Date('0050-01-01T00:00:00Z').getTime()],
  ])('%s', (text, want) => {
    expect(compare('Date', text, new Date(want).toISOString())).toBe(0);
  });

  test.each([
    ...['', 'now', '2026-13-01', '2026-02-30', '2025-02-29', '2026-04-09T24:00:00Z', '2026-04-09T00:00:60Z'],
    ...['2026-04-09 08:00:00', '20260409T080000Z', '2026-W15-4', '09.04.2026', '2026-4-9', ' 2026', '2026-04-09Z'],
  ])('%j is no instant', (text) => expect(isOfType('DateEquals', text, '2026')).toBe(false));
});

test('a fraction is after none, and times before 1970 are before it (C54)', () => {
  expect(compare('Date', '2026-04-09T00:00:00.250Z', '2026-04-09')).toBe(1);
  expect(compare('Date', '-1', '0')).toBe(-1);
});

describe('addresses (C64 to C71)', () => {
  test.each([
    ['203.0.113.0/24', '203.0.113.9', true],
    ['203.0.113.77/24', '203.0.113.9', true],
    ['203.0.113.0/24', '203.0.114.9', false],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.8', false],
    ['203.0.113.128/25', '203.0.113.127', false],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::/0', '203.0.113.9', false],
    ['::/0', '2001:db8::1', true],
    ['2001:db8::/32', '2001:0DB8:ffff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['::ffff:203.0.113.0/120', '203.0.113.9', true],
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['203.0.113.0/24', '203.0.113.0/25', true],
    ['203.0.113.0/25', '203.0.113.0/24', false],
    ['::ffff:0:0/96', '203.0.113.9', true],
    ['0.0.0.0/0', '::ffff:203.0.113.9', true],
    ['::ffff:0:0/95', '203.0.113.9', false],
    ['::/0', '::ffff:203.0.113.9', false],
    // Only what carries an IPv4 address counts as one.
    ['0.0.0.0/0', '::fe:203.0.113.9', false],
    ['0.0.0.0/0', '::ff:203.0.113.9', false],
    ['0.0.0.0/0', '::ff00:203.0.113.9', false],
    ['0.0.0.0/0', '1::ffff:203.0.113.9', false],
    ['::/0', '1::ffff:203.0.113.9', true],
  ])('%s holds %s: %s', (range, address, want) => {
    expect(holds('IpAddress', range, address)).toBe(want);
  });

  test.each([
    ...['', '256.0.0.1', '010.0.0.1', '1.2.3', '1.2.3.4.5', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/-1', '1.2.3.4/08'],
    ...['1.2.3.4/255.255.255.0', '1.2.3.4-1.2.3.9', '203.0.113.*', 'example.org', 'AWS Internal', '1.2.3.4:443'],
    ...[
      '::1/129',
      '1.2.3.4/5/6',
      '1.2.3.4/',
      '/8',
      '1.2.3.4.',
      'fe80::1%eth0',
      '[::1]',
      '1::2::3',
      ' 1.2.3.4',
      '0x7f.1',
      '16909060',
    ],
  ])('%j is no address', (text) => expect(isOfType('IpAddress', text, '1.2.3.4')).toBe(false));
});

test.each([
  ['203.0.113.9/24', '203.0.113.0/24'],
  ['203.0.113.9', '203.0.113.9/32'],
  ['203.0.113.255/25', '203.0.113.128/25'],
  ['203.0.113.9/0', '0.0.0.0/0'],
  ['2001:db8:ffff::1/33', '2001:db8:8000::/33'],
  ['::ffff:203.0.113.9/120', '203.0.113.0/24'],
])('%s is the network %s', (text, network) => {
  const range = readAddressRange(text);
  expect(range && writeNetwork(range)).toBe(network);
});

describe('booleans and bytes (C55, C62)', () => {
  test.each([
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'False', 'false', true],
    ['Bool', 'true', 'false', false],
    ['Bool', 'true', 'yes', 'malformed'],
    ['Bool', '1', 'true', undefined],
    ['BinaryEquals', 'QUI=', 'QUI=', true],
    ['BinaryEquals', 'QUI=', 'QUJD', false],
    ['BinaryEquals', 'QUI=', 'QUJ=', 'malformed'],
    ['BinaryEquals', 'QUI', 'QUI=', undefined],
    ['BinaryEquals', 'QU-_', 'QUI=', undefined],
    ['BinaryEquals', '', '', true],
    ['BinaryEquals', 'QQ==', 'QQ==', true],
    ['BinaryEquals', 'QR==', 'QQ==', undefined],
    ['BinaryEquals', 'QUI=', '==QU', 'malformed'],
  ] as const)('%s %j against %j: %s', (operator, policyValue, requestValue, want) => {
    expect(holds(operator, policyValue, requestValue)).toBe(want);
  });
});
