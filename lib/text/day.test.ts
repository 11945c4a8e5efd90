import { expect, test } from 'vitest';
import { sayDay } from '@/lib/text/day';

test.each([
  ['2026-09-26', '26 September 2026'],
  ['2025-01-02', '2 January 2025'],
  ['2026-13-01', '2026-13-01'],
  ['soon', 'soon'],
  ['', ''],
])('%j is said as %j', (day, want) => {
  expect(sayDay(day)).toBe(want);
});
