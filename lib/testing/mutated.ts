import fc from 'fast-check';

// Texts as they are after a slip of the hand: a part cut out, doubled, replaced or broken.

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
  ']',
  '<',
  '>',
  ',',
  ':',
  '*',
  '${',
  '/*',
  '“',
  '\ud800',
  '&quot;',
  '\u001b[31m',
  'arn:',
  '│ ',
  '%3A',
] as const;

const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  put: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...SPLINTERS) },
    { weight: 1, arbitrary: fc.constant('twice' as const) },
  ),
});

/** One of the texts with one to four slips in it. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), fc.array(slip, { minLength: 1, maxLength: 4 })).map(([text, slips]) =>
    slips.reduce((whole, { at, length, put }) => {
      const start = Math.floor(at * whole.length);
      const touched = whole.slice(start, start + length);
      return whole.slice(0, start) + (put === 'twice' ? touched + touched : put) + whole.slice(start + length);
    }, text),
  );
}

/** How many texts a fuzz test tries, and from which seed: FUZZ_RUNS and FUZZ_SEED, for the long runs. */
export function fuzzRuns(few: number): fc.Parameters<unknown> {
  const { FUZZ_RUNS: runs, FUZZ_SEED: seed } = process.env;
  return { numRuns: Number(runs ?? few), ...(seed !== undefined && { seed: Number(seed) }) };
}
