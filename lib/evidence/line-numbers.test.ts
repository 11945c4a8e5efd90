import { expect, test } from 'vitest';
import { withoutLineNumbers } from '@/lib/evidence/line-numbers';

const LINES = ['{', '  "Statement": [', '    {', '    }', '  ]', '}'];
const JSON_TEXT = LINES.join('\n');
const numbered = (before: (line: number) => string, from = 1) =>
  LINES.map((line, place) => `${before(from + place)}${line}`).join('\n');

test.each<[string, string, string]>([
  ['cat -n', numbered((line) => `${String(line).padStart(6)}\t`), JSON_TEXT],
  ['a blank', numbered((line) => `${line} `), JSON_TEXT],
  ['nothing between', numbered((line) => `${line}`), JSON_TEXT],
  ['a colon', numbered((line) => `${line}:`), JSON_TEXT],
  ['a colon and a blank', numbered((line) => `${line}: `), JSON_TEXT],
  ['a bar', numbered((line) => ` ${line} | `), JSON_TEXT],
  ['a point', numbered((line) => `${line}. `), JSON_TEXT],
  ['not from one', numbered((line) => `${line} `, 98), JSON_TEXT],
  ['lines of their own', numbered((line) => `${line}\n`), JSON_TEXT],
  ['behind a prompt', `$ cat -n p.json\n${numbered((line) => `${line}\t`)}`, `$ cat -n p.json\n${JSON_TEXT}`],
])('numbers are taken off: %s', (_name, text, want) => {
  const withoutIndents = (lines: string) => lines.replace(/^ +/gm, '');
  expect(withoutIndents(withoutLineNumbers(text))).toBe(withoutIndents(want));
});

test.each<[string, string]>([
  ['without numbers', JSON_TEXT],
  ['a list of numbers', '[\n1,\n2,\n3\n]'],
  ['numbers that stay', '1 {\n1 "a"\n1 }'],
  ['two lines', '1 {\n2 }'],
  ['steps', '1. Open the console\n2. Click\n3. Cry'],
  ['rows of a query', '#\teventtime\n1\t2026-01-01\n2\t2026-01-02\n3\t2026-01-03'],
  ['addresses', '10.0.0.1\n11.0.0.1\n12.0.0.1\n{'],
])('a text stays: %s', (_name, text) => expect(withoutLineNumbers(text)).toBe(text));
