import { expect, test } from 'vitest';
import { sayCount, saySize, sayStep, sayTime } from './say';

test.each<readonly [string, string]>([
  [sayCount(1, 'denial', 'denials'), '1 denial'],
  [sayCount(12_345, 'denial', 'denials'), '12,345 denials'],
  [saySize(999), '1 KB'],
  [saySize(12_340_000), '12.3 MB'],
  [saySize(2_000_000_000), '2 GB'],
  [sayTime(Date.UTC(2026, 2, 1, 8, 12, 13)), '2026-03-01 08:12'],
  [sayStep(60_000), '1 minute'],
  [sayStep(15 * 60_000), '15 minutes'],
  [sayStep(6 * 3_600_000), '6 hours'],
  [sayStep(8 * 86_400_000), '8 days'],
])('%s', (said, want) => expect(said).toBe(want));
