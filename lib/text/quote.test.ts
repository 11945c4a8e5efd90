import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bashCommand, csvField, inScript, insightsText, shellArgument, sqlText } from '@/lib/text/quote';

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
  const passed = execFileSync('bash', ['--norc', '-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' }).split('\0');
  expect(passed.slice(0, -1)).toEqual(quotable.map((value) => `x${value}`));
});

test.runIf(process.platform !== 'win32')(
  'a script pasted as one command passes on exactly the value, without an exclamation mark',
  () => {
    const values = ['rds!db', "it's!", '!!', '$(x)!', "a'b", 'é!漢'];
    const words = values.map((value) => inScript(shellArgument(value) ?? '')).join(' ');
    const command = bashCommand(`bang=$(printf "\\041")\nprintf "%s\\0" ${words}\n`);
    expect(command).not.toContain('!');
    expect(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(values);
  },
);

const hostile = fc.string({
  unit: fc.constantFrom("'", '"', '\\', '`', ';', '-', '/', '*', '%', '$', '{', '}', ' ', 'a', '=', ','),
  maxLength: 12,
});

describe('SQL', () => {
  test.each([
    ['arn:aws:iam::111122223333:user/kim', "'arn:aws:iam::111122223333:user/kim'"],
    ["it's", "'it''s'"],
    [String.raw`a\'; DROP TABLE x --`, String.raw`'a\''; DROP TABLE x --'`],
    ['', "''"],
  ])('%j is written %s', (value, quoted) => expect(sqlText(value)).toBe(quoted));

  test('a reader of SQL takes exactly the value, and nothing behind it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const [, inner = '', rest] = /^'((?:[^']|'')*)'(?!')(.*)$/s.exec(`${sqlText(value)} AND`) ?? [];
        expect([inner.replaceAll("''", "'"), rest]).toEqual([value, ' AND']);
      }),
    );
  });
});

describe('Logs Insights', () => {
  test.each([
    ['dev', '"dev"'],
    ["it's", `"it's"`],
    ['a"b', `'a"b'`],
    [`a"b'c`, undefined],
    [String.raw`a\b`, undefined],
  ])('%j is written %s', (value, quoted) => expect(insightsText(value)).toBe(quoted));

  test('no value holds the quote that ends it, or a backslash', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const quoted = insightsText(value);
        if (quoted === undefined) return;
        expect(quoted.slice(1, -1)).toBe(value);
        expect(value).not.toContain(quoted.charAt(0));
        expect(value).not.toContain('\\');
      }),
    );
  });
});

test.each(['\n', '\u0000', '\u001b', '\u202e', '\ufeff'])('a value with %j reaches no query', (character) => {
  expect([sqlText(`a${character}`), insightsText(`a${character}`)]).toEqual([undefined, undefined]);
});

test.each([
  ['dev', 'dev'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tcmd', `"'\tcmd"`],
  ['\r=1', `"'\r=1"`],
  [' =1', `"' =1"`],
  ['2026-03-01', '2026-03-01'],
  ['', ''],
])('%j stands in a table as %s', (value, field) => expect(csvField(value)).toBe(field));
