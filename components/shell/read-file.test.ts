import { describe, expect, it } from 'vitest';
import { readTextFile } from './read-file';

const rows: readonly (readonly [rule: string, bytes: readonly number[], expected: unknown])[] = [
  ['UTF-8', [0x7b, 0xc3, 0xa9, 0x7d], { text: '{é}' }],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d], { text: '{}' }],
  ['UTF-16, as PowerShell writes it', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], { text: '{}' }],
  ['a compressed file', [0x1f, 0x8b, 0x08, 0x00, 0xff], { refused: expect.stringContaining('is not text') }],
  ['text with NUL', [0x7b, 0x00, 0x7d], { refused: expect.stringContaining('is not text') }],
  ['nothing', [0x20, 0x0a], { refused: expect.stringContaining('is empty') }],
];

describe('a chosen file', () => {
  it.each(rows)('%s', async (_rule, bytes, expected) => {
    expect(await readTextFile(new File([new Uint8Array(bytes)], 'policy.json'))).toEqual(expected);
  });

  it('that is too large is refused unread', async () => {
    const file = new File([new Uint8Array(5_000_001)], 'log.txt');
    expect(await readTextFile(file)).toEqual({ refused: expect.stringContaining('has 5.0 MB') });
  });
});
