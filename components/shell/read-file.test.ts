import { expect, test } from 'vitest';
import { readTextFile } from './read-file';

interface Row {
  readonly rule: string;
  readonly bytes: readonly number[];
  readonly text?: string;
  /** Part of the sentence that refuses the file. */
  readonly refused?: string;
}

const ROWS: readonly Row[] = [
  { rule: 'UTF-8', bytes: [0x7b, 0xc3, 0xa9, 0x7d], text: '{é}' },
  { rule: 'UTF-8 with a byte order mark', bytes: [0xef, 0xbb, 0xbf, 0x7b, 0x7d], text: '{}' },
  { rule: 'UTF-16, as PowerShell writes it', bytes: [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], text: '{}' },
  { rule: 'a compressed file', bytes: [0x1f, 0x8b, 0x08, 0x00, 0xff], refused: 'is not text' },
  { rule: 'text with NUL', bytes: [0x7b, 0x00, 0x7d], refused: 'is not text' },
  { rule: 'nothing', bytes: [0x20, 0x0a], refused: 'is empty' },
  { rule: 'too much', bytes: Array.from({ length: 5_000_001 }, () => 0x20), refused: 'has 5.0 MB' },
];

test.each(ROWS)('a file: $rule', async ({ bytes, text, refused }) => {
  const read = await readTextFile(new File([new Uint8Array(bytes)], 'policy.json'));
  if ('text' in read) expect(read.text).toBe(text);
  else expect(read.refused).toContain(refused ?? 'nothing refuses this file');
});
