import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DenialGroup, DenialGrouping, MOST_GROUPS } from '@/lib/cloudtrail/group';
import { deniedEvent } from '@/lib/testing/cloudtrail-files';

const NOON = Date.UTC(2026, 2, 1, 12);

interface Sketch {
  readonly resource?: string;
  readonly principal?: string;
  readonly at?: number;
  readonly count?: number;
}

function grouping(sketches: readonly Sketch[]): DenialGrouping {
  const all = new DenialGrouping();
  for (const { at, count = 1, ...facts } of sketches) {
    const event = deniedEvent({ eventID: `${at}` });
    const time = at === undefined ? undefined : NOON + at * 60_000;
    const denial = { action: 's3:GetObject', denial: 'implicit', ...facts } as const;
    all.add({ facts: denial, count, first: time, last: time, event, text: JSON.stringify(event) });
  }
  return all;
}

const shown = (groups: readonly DenialGroup[]) => groups.map(({ resource, count }) => [resource, count]);
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

describe('resources are written with a star where they are many', () => {
  test.each<readonly [string, readonly string[], readonly (readonly [string, number])[]]>([
    [
      'eight stay apart',
      numbers(1, 8).map((n) => `arn:aws:s3:::shop/${n}`),
      numbers(1, 8).map((n) => [`arn:aws:s3:::shop/${n}`, 1]),
    ],
    ['nine are one', numbers(1, 9).map((n) => `arn:aws:s3:::shop/${n}`), [['arn:aws:s3:::shop/*', 9]]],
    [
      'only where they differ',
      [...numbers(1, 20).map((n) => `arn:aws:s3:::shop/img/${n}/a`), 'arn:aws:s3:::shop/doc/1'],
      [
        ['arn:aws:s3:::shop/img/*', 20],
        ['arn:aws:s3:::shop/doc/1', 1],
      ],
    ],
    [
      'the bucket is not one of its objects',
      ['arn:aws:s3:::shop', ...numbers(1, 9).map((n) => `arn:aws:s3:::shop/${n}`)],
      [
        ['arn:aws:s3:::shop/*', 9],
        ['arn:aws:s3:::shop', 1],
      ],
    ],
    ['many buckets', numbers(1, 12).map((n) => `arn:aws:s3:::b${n}`), [['arn:aws:s3:::*', 12]]],
    [
      'names behind a colon',
      numbers(1, 9).map((n) => `arn:aws:lambda:eu-west-1:111122223333:function:f${n}`),
      [['arn:aws:lambda:eu-west-1:111122223333:function:*', 9]],
    ],
    [
      'Regions stay',
      numbers(1, 9).map((n) => `arn:aws:sqs:eu-west-${n}:111122223333:jobs`),
      numbers(1, 9).map((n) => [`arn:aws:sqs:eu-west-${n}:111122223333:jobs`, 1]),
    ],
    [
      'accounts stay',
      numbers(1, 9).map((n) => `arn:aws:iam::11112222333${n}:role/ci`),
      numbers(1, 9).map((n) => [`arn:aws:iam::11112222333${n}:role/ci`, 1]),
    ],
    [
      'a name that is no ARN',
      numbers(1, 9).map((n) => `https://sqs.eu-west-1.amazonaws.com/111122223333/q${n}`),
      [['https://sqs.eu-west-1.amazonaws.com/111122223333/*', 9]],
    ],
  ])('%s', (_name, resources, want) => {
    expect(shown(grouping(resources.map((resource) => ({ resource }))).groups())).toEqual(want);
  });

  test('in whatever order they come', () => {
    const names = fc.constantFrom(
      'shop',
      'shop/a',
      'shop/b/1',
      'shop/b/2',
      'attic/x',
      ...numbers(1, 12).map((n) => `shop/b/c/${n}`),
      ...numbers(1, 12).map((n) => `b${n}/k`),
    );
    const sketches = fc.array(
      fc.record({ resource: names.map((name) => `arn:aws:s3:::${name}`), at: fc.nat(20_000) }),
      { maxLength: 80 },
    );
    const sorted = (some: readonly Sketch[]) =>
      grouping(some)
        .groups()
        .map(({ sample: _sample, ...group }) => group)
        .sort((one, other) => ((one.resource ?? '') < (other.resource ?? '') ? -1 : 1));
    fc.assert(
      fc.property(sketches, fc.infiniteStream(fc.nat()), (some, keys) => {
        const shuffled = some
          .map((one) => [keys.next().value, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one);
        expect(sorted(shuffled)).toEqual(sorted(some));
      }),
    );
  });
});

test('no denial is lost: groups and rest add up to the total', () => {
  const sketches = numbers(1, MOST_GROUPS + 50).map((n) => ({
    principal: `arn:aws:iam::111122223333:user/u${n}`,
    at: n,
    count: 2,
  }));
  const all = grouping([...sketches, ...sketches]);
  const groups = all.groups();
  expect(groups).toHaveLength(MOST_GROUPS);
  expect(all.rest).toMatchObject({ count: 200, first: NOON + 60_000 * (MOST_GROUPS + 1) });
  expect(groups.reduce((sum, { count }) => sum + count, all.rest.count)).toBe(all.total.count);
});

test('a group keeps its latest event, when it was, and the most frequent stands first', () => {
  const groups = grouping([
    { resource: 'b', at: 9 },
    { resource: 'a', at: 2 },
    { resource: 'a', at: 5 },
    { resource: 'a', at: 3 },
    { resource: 'c' },
  ]).groups();
  expect(groups).toMatchObject([
    {
      resource: 'a',
      count: 3,
      first: NOON + 120_000,
      last: NOON + 300_000,
      timeline: { step: 60_000, counts: [1, 1, 0, 1] },
    },
    { resource: 'b', count: 1 },
    { resource: 'c', count: 1 },
  ]);
  expect(JSON.parse(groups[0]?.sample ?? '')).toMatchObject({ eventID: '5' });
  expect(groups[2]).not.toHaveProperty('last');
});

test('what is kept of an event is bounded, without its response and without secrets', () => {
  const all = new DenialGrouping();
  const token = 'x'.repeat(80);
  const event = deniedEvent({
    responseElements: { sessionToken: 'y'.repeat(100) },
    requestParameters: { sessionToken: token, body: 'z'.repeat(900_000) },
  });
  all.add({ facts: { denial: 'unknown' }, count: 1, event, text: JSON.stringify(event) });
  const small = deniedEvent({ requestParameters: { sessionToken: token } });
  all.add({ facts: { denial: 'explicit' }, count: 1, event: small, text: JSON.stringify(small) });
  const [long = '', short = ''] = all.groups().map(({ sample }) => sample);
  expect(long.length).toBeLessThan(20_000);
  expect(JSON.parse(long)).toMatchObject({ errorCode: 'AccessDenied', requestParameters: null });
  expect(short).toContain('"sessionToken": "[session token removed]"');
  for (const text of [long, short]) expect(text).not.toContain('yyyy');
});
