import { describe, expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '@/lib/text/edit';

const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });

describe('edits are made all at once, in the text as given', () => {
  test.each([
    ['nothing to do', [], 'abcdef'],
    ['replace', [edit(1, 3, 'X')], 'aXdef'],
    ['insert', [edit(0, 0, '>'), edit(6, 6, '<')], '>abcdef<'],
    ['delete', [edit(0, 6, '')], ''],
    ['in any order', [edit(4, 5, 'E'), edit(1, 2, 'B')], 'aBcdEf'],
    ['two inserts at one place keep their order', [edit(2, 2, '1'), edit(2, 2, '2')], 'ab12cdef'],
    ['an insert before a replacement at the same place', [edit(2, 4, 'X'), edit(2, 2, '1')], 'ab1Xef'],
  ] as const)('%s', (_name, edits, want) => expect(applyEdits('abcdef', edits)).toBe(want));

  test.each([
    ['overlap', [edit(0, 3, ''), edit(2, 4, '')]],
    ['beyond the end', [edit(5, 7, '')]],
    ['before the start', [edit(-1, 1, '')]],
    ['turned round', [edit(3, 1, '')]],
  ] as const)('%s is a fault of ours', (_name, edits) => expect(() => applyEdits('abcdef', edits)).toThrow(RangeError));
});
