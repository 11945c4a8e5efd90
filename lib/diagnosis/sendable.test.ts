import { expect, test } from 'vitest';
import { sendable } from '@/lib/diagnosis/sendable';
import type { StatementTrace } from '@/lib/evaluation/verdict';
import { allow, deny, smallDiagnosis } from '@/lib/testing/small-diagnosis';

test('what arrives in another thread is the whole diagnosis, with the trace of every statement', () => {
  const sent = smallDiagnosis({
    identity: [allow(), deny({ Action: 'sqs:*' })],
    scp: { document: { Version: '2012-10-17', Statement: [allow(), deny()] }, attachedTo: 'Root' },
    more: { unstated: 'unknown' },
  });
  const arrived = structuredClone(sendable(sent));
  expect(arrived).toEqual(sendable(sent));
  const elements = (traces: readonly StatementTrace[]) => traces.map((trace) => trace.elements);
  const places = sent.verdict.layers.keys();
  for (const place of places) {
    expect(elements(arrived.verdict.layers[place]?.statements ?? [])).toEqual(
      elements(sent.verdict.layers[place]?.statements ?? []),
    );
  }
  expect(elements(arrived.verdict.deciding)).toEqual(elements(sent.verdict.deciding));
  expect(elements(arrived.verdict.deciding).flat()).not.toEqual([]);
});
