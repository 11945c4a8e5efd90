import { expect, it } from 'vitest';
import { readTokens, toHex } from '@/components/ui/testing/tokens';
import { EDITOR_COLORS, type EditorColors } from './editor-colors';

const TOKENS = {
  surface: 'surface-raised',
  sunken: 'surface-sunken',
  text: 'text',
  muted: 'text-muted',
  line: 'line',
  control: 'line-control',
  accent: 'accent',
  key: 'code-key',
  string: 'code-string',
  literal: 'code-literal',
  punctuation: 'code-punctuation',
} satisfies Record<keyof EditorColors, string>;

it.each(['light', 'dark'] as const)("Monaco's %s colours are those of the style sheet", (theme) => {
  const tokens = readTokens();
  const wanted = Object.entries(TOKENS).map(([name, token]) => {
    const color = tokens.get(token);
    return [name, color ? toHex(color[theme]) : `no ${token}`];
  });
  expect(EDITOR_COLORS[theme]).toEqual(Object.fromEntries(wanted));
});
