import { expect, it } from 'vitest';
import { historyKey } from './history-key';

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

it.each([
  ['z', { ctrlKey: true }, 'undo'],
  ['z', { metaKey: true }, 'undo'],
  ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
  ['Z', { ctrlKey: true }, 'undo'], // Caps Lock
  ['y', { ctrlKey: true }, 'redo'],
  ['y', { ctrlKey: true, shiftKey: true }, undefined],
  ['z', {}, undefined],
  ['z', { ctrlKey: true, altKey: true }, undefined],
])('%s with %j means %s', (key, held, direction) => {
  expect(historyKey({ key, ...NONE, ...held })).toBe(direction);
});
