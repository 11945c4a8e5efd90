import { expect, test } from 'vitest';
import { drawLane } from '@/components/verdict/gate-lines';
import type { Gate } from '@/lib/report/gate';

const STYLES = { solid: '─', open: '╌', gone: '·' } as const;
const LINES = { '|': 'passed', X: 'stopped', '?': 'uncertain', o: 'notReached' } as const;

/** The lane as a line of characters, from a line of gates. */
function drawn(gates: string): string {
  const { gates: lane, arrives } = drawLane(
    Array.from(gates, (sign): Gate => {
      const line = LINES[sign as keyof typeof LINES];
      return { type: 'scp', name: 'SCP', outcome: 'unknown', policies: 0, line };
    }),
  );
  const cells = lane.map(({ before, after }) => `${STYLES[before]}${STYLES[after]}`).join(' ');
  return `${cells} ${STYLES[arrives]}`;
}

test.each([
  ['||', '── ── ─'],
  ['|X', '── ─· ·'],
  ['|Xoo', '── ─· ·· ·· ·'],
  ['?|', '─╌ ╌╌ ╌'],
  ['?X', '─╌ ╌· ·'],
  ['', ' ─'],
])('%s', (gates, expected) => {
  expect(drawn(gates)).toBe(expected);
});
