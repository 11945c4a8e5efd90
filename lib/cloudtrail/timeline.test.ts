import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAll, addAt, alignedTo, emptyTimeline, finished, type Timeline } from '@/lib/cloudtrail/timeline';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 2, 1, 12);

function timeline(times: readonly number[]): Timeline {
  const growing = emptyTimeline();
  for (const time of times) addAt(growing, time, 1);
  const whole = finished(growing);
  if (whole === undefined) throw new Error('no times');
  return whole;
}

test.each<readonly [string, readonly number[], number]>([
  ['an hour in minutes', [0, 59], 1],
  ['a little more in five minutes', [0, 60], 5],
  ['two days in hours', [0, 2 * 1440], 60],
  ['three months in days', [0, 59 * 1440], 1440],
  ['a year in weeks or so', [0, 365 * 1440], 8 * 1440],
])('%s', (_name, minutes, step) => {
  expect(timeline(minutes.map((minute) => NOON + minute * MINUTE)).step).toBe(step * MINUTE);
});

const instants = fc.array(fc.integer({ min: -6.2e13, max: 2.5e14 }), { minLength: 1, maxLength: 40 });
const near = fc.array(fc.integer({ min: NOON, max: NOON + 1e10 }), { minLength: 1, maxLength: 40 });
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

test('nothing is lost, steps are few, and the order of times changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(instants, near), (times) => {
      const whole = timeline(times);
      expect(sum(whole.counts)).toBe(times.length);
      expect(whole.counts.length).toBeLessThanOrEqual(60);
      expect(whole.from).toBeLessThanOrEqual(Math.min(...times));
      expect(whole.from + whole.step * whole.counts.length).toBeGreaterThan(Math.max(...times));
      expect(timeline([...times].reverse())).toEqual(whole);
    }),
  );
});

test('two put together are as if they had been one', () => {
  fc.assert(
    fc.property(near, near, (some, others) => {
      const parts = [some, others].map((times) => {
        const growing = emptyTimeline();
        for (const time of times) addAt(growing, time, 1);
        return growing;
      });
      const both = emptyTimeline();
      for (const part of parts) addAll(both, part);
      expect(finished(both)).toEqual(timeline([...some, ...others]));
    }),
  );
});

test('a part drawn under the whole stands where it was', () => {
  fc.assert(
    fc.property(near, near, (some, others) => {
      const whole = timeline([...some, ...others]);
      const drawn = alignedTo(whole, timeline(some));
      expect(drawn).toHaveLength(whole.counts.length);
      expect(sum(drawn)).toBe(some.length);
      expect(drawn.every((count, place) => count <= (whole.counts[place] ?? 0))).toBe(true);
    }),
  );
});
