import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = import.meta.dirname;
const LENGTH = 50_000;
// Generous for a busy machine: a pattern with super-linear steps takes minutes on these texts.
const MOST_MILLISECONDS = 2000;

const LITERAL =
  /(?<=[=(:,?[&|]\s{0,8}|=>\s{0,8}|return\s)\/(?![/*])(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g;

/** Every regular expression of the sources of this room, by the file it stands in. */
const PATTERNS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => {
    const source = readFileSync(join(FOLDER, name), 'utf8');
    return Array.from(source.matchAll(LITERAL), ([literal]): readonly [string, RegExp] => {
      const end = literal.lastIndexOf('/');
      return [`${name} ${literal}`, new RegExp(literal.slice(1, end), literal.slice(end + 1))];
    });
  });

const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

const GENERAL = [
  ' ',
  '\n',
  'a',
  'A1',
  '"',
  "'",
  '\\',
  '\\"',
  '<',
  '[',
  '{"',
  'a:',
  'arn:',
  '-',
  '*',
  '=',
  '%7B',
  'User: ',
  '/',
];

/** Texts that begin to fit, over and over: the words of the pattern itself, with and without what may stand between them. */
function hostileTo({ source }: RegExp): readonly string[] {
  const words = source.replace(/\\[bsSwWdDB]|\(\?[:=!<]+/g, ' ').match(/[A-Za-z0-9:"<,= -]{3,}/g) ?? [];
  const whole = words.join(' ');
  return [...words.slice(0, 4), whole]
    .filter((word) => word !== '')
    .flatMap((word) => [filled(word), filled(`${word} `), word + filled('a'), word + filled(' '), word + filled('a ')]);
}

function time(pattern: RegExp, text: string): number {
  const start = performance.now();
  if (pattern.global) for (const _match of text.matchAll(pattern));
  else pattern.test(text);
  return performance.now() - start;
}

describe('every pattern of the room is done with a hostile text in linear time', () => {
  test('the patterns are found', () => expect(PATTERNS.length).toBeGreaterThan(120));

  test.each(PATTERNS)('%s', (_name, pattern) => {
    for (const text of [...GENERAL.map(filled), ...hostileTo(pattern)]) {
      expect(time(pattern, text)).toBeLessThan(MOST_MILLISECONDS);
    }
  });
});
