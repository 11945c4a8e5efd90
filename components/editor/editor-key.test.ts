import { expect, test } from 'vitest';
import { editorKey } from './editor-key';

const NONE = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  [{ key: 'Escape' }, 'leave'],
  [{ key: '.', ctrlKey: true }, 'actions'],
  [{ key: '.', metaKey: true }, 'actions'],
  [{ key: '.' }, undefined],
  [{ key: '.', ctrlKey: true, altKey: true }, undefined],
  [{ key: 'Ï', code: 'KeyF', shiftKey: true, altKey: true }, 'format'],
  [{ key: 'F', code: 'KeyF', shiftKey: true }, undefined],
  [{ key: 'F', code: 'KeyF', shiftKey: true, altKey: true, ctrlKey: true }, undefined],
])('%j', (event, want) => expect(editorKey({ ...NONE, ...event })).toBe(want));
