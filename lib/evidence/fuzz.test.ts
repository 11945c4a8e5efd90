import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { messageCases, textOf, wrapped } from '@/lib/testing/message-cases';
import { fuzzRuns, mutated } from '@/lib/testing/mutated';

// Reading a message never fails, whatever was cut out of it or broken in it, and its answer keeps its form.

const SENTENCES = messageCases('sentences.jsonc').map(textOf);
const TEXTS = [
  ...SENTENCES,
  ...messageCases('messages.jsonc').map(textOf),
  ...messageCases('no-denials.jsonc').map(textOf),
  ...messageCases('wrappers.jsonc').map((wrapper, place) =>
    wrapped(wrapper, SENTENCES[place % SENTENCES.length] ?? ''),
  ),
];

test('mutated messages are read without failing, and what is no denial says what it is', () => {
  fc.assert(
    fc.property(mutated(TEXTS), (text) => {
      const answer = toReadAnswer(readEvidence(text));
      const isAboutDenial = answer.isAccessDenied !== undefined;
      if (isAboutDenial) expect(answer.isAccessDenied === true).toBe(answer.notIam === undefined);
      expect(answer.action !== undefined && answer.impliedAction !== undefined).toBe(false);
    }),
    fuzzRuns(300),
  );
}, 3_600_000);
