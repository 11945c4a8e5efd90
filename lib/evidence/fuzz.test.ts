import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { messageCases, textOf, wrapped } from '@/lib/testing/message-cases';

// Messages with a part cut out, doubled, replaced or broken: reading them never fails, and its answer keeps its form. FUZZ_RUNS sets how
// many are tried.

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

const SENTENCES = messageCases('sentences.jsonc').map(textOf);
const TEXTS = [
  ...SENTENCES,
  ...messageCases('messages.jsonc').map(textOf),
  ...messageCases('no-denials.jsonc').map(textOf),
  ...messageCases('wrappers.jsonc').map((wrapper, place) =>
    wrapped(wrapper, SENTENCES[place % SENTENCES.length] ?? ''),
  ),
];

const SPLINTERS = [
  '',
  ' ',
  '\n',
  '"',
  '\\',
  '\\"',
  '\0',
  '{',
  '}',
  '[',
  '<',
  '>',
  '&quot;',
  '\u001b[31m',
  'arn:',
  ':',
  '*',
  '│ ',
  '%3A',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  splinter: fc.constantFrom(...SPLINTERS),
});

test('mutated messages are read without failing, and what is no denial says what it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.array(mutation, { minLength: 1, maxLength: 4 }), (text, mutations) => {
      const mutated = mutations.reduce((whole, { at, length, splinter }) => {
        const start = Math.floor(at * whole.length);
        return whole.slice(0, start) + splinter + whole.slice(start + length);
      }, text);
      const answer = toReadAnswer(readEvidence(mutated));
      const isAboutDenial = answer.isAccessDenied !== undefined;
      if (isAboutDenial) expect(answer.isAccessDenied === true).toBe(answer.notIam === undefined);
      expect(answer.action !== undefined && answer.impliedAction !== undefined).toBe(false);
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
