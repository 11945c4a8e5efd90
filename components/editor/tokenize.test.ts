import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenizeLine } from './tokenize';

const shown = (line: string) =>
  tokenizeLine(line).map((token) => `${token.kind[0]}:${line.slice(token.start, token.end)}`);

it.each([
  ['{', ['p:{']],
  ['  "Action": "s3:*",', ['k:"Action"', 'p::', 's:"s3:*"', 'p:,']],
  ['"a" : [true, -1.5e3, null]', ['k:"a"', 'p::', 'p:[', 'l:true', 'p:,', 'l:-1.5e3', 'p:,', 'l:null', 'p:]']],
  ['"with \\" quote": ""', ['k:"with \\" quote"', 'p::', 's:""']],
  ['"never closed: {', ['s:"never closed: {']],
  ['“curly”', ['l:“curly”']],
  ['"ends in \\', ['s:"ends in ', 'l:\\']],
  ['', []],
])('%s', (line, tokens) => {
  expect(shown(line)).toEqual(tokens);
});

it('covers everything but blanks, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '{', ':', ' ', 'a', ',') }), (line) => {
      const covered = tokenizeLine(line).map((token) => line.slice(token.start, token.end));
      expect(covered.join('').replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
    }),
  );
});

it('takes a line of 100,000 characters in its stride', () => {
  const line = '"\\"'.repeat(33_000);
  // What takes more than one look at each character takes minutes here.
  expect(tokenizeLine(line).length).toBeGreaterThan(0);
});
