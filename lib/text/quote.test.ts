import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellArgument } from '@/lib/text/quote';

test.each([
  ['dev', 'dev'],
  ['arn:aws:iam::111122223333:user/kim@example.com', 'arn:aws:iam::111122223333:user/kim@example.com'],
  ['', "''"],
  ['a b', "'a b'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(x)', "'$(x)'"],
  ['~', "'~'"],
  ['é', "'é'"],
])('%j is written %s', (value, quoted) => expect(shellArgument(value)).toBe(quoted));

test.each([
  '\n',
  '\t',
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u200e',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ufeff',
  '\ud800',
])('a value with %j reaches no command', (character) => expect(shellArgument(`a${character}b`)).toBeUndefined());

test.runIf(process.platform !== 'win32')('a shell passes on exactly the value', () => {
  const values = fc.sample(fc.string({ unit: 'grapheme-composite', maxLength: 40 }), { numRuns: 300, seed: 7 });
  const quotable = values.filter((value) => shellArgument(value) !== undefined);
  expect(quotable.length).toBeGreaterThan(100);
  const words = quotable.map((value) => `x${shellArgument(value)}`).join(' ');
  const passed = execFileSync('bash', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' }).split('\0');
  expect(passed.slice(0, -1)).toEqual(quotable.map((value) => `x${value}`));
});
