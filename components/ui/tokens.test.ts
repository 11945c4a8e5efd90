import { describe, expect, it } from 'vitest';
import { contrast, readTokens, type Theme } from './testing/tokens';

const tokens = readTokens();
const OUTCOMES = ['allows', 'denies', 'lacks', 'depends', 'absent', 'inapplicable'];
const SURFACES = ['surface', 'surface-raised', 'surface-sunken'];
const STRONG = ['allows-strong', 'denies-strong', 'depends-strong'];
const CODE = ['code-key', 'code-string', 'code-literal', 'code-punctuation'];

/** [foreground, backgrounds it is used on, least contrast] */
const PAIRS: readonly (readonly [string, readonly string[], number])[] = [
  ['text', [...SURFACES, 'accent-fill', ...OUTCOMES.map((name) => `${name}-fill`)], 7],
  ['text-muted', [...SURFACES, 'accent-fill', ...OUTCOMES.map((name) => `${name}-fill`)], 4.5],
  ['accent', [...SURFACES, 'accent-fill'], 4.5],
  ['accent-strong', [...SURFACES, 'accent-fill'], 4.5],
  ['on-accent', ['accent', 'accent-strong'], 4.5],
  ['line-control', SURFACES, 3],
  ...OUTCOMES.map((name) => [`${name}-text`, [...SURFACES, `${name}-fill`], 4.5] as const),
  ...OUTCOMES.map((name) => [`${name}-line`, [...SURFACES, `${name}-fill`], 3] as const),
  ...CODE.map(
    (name) => [name, [...SURFACES, ...OUTCOMES.map((outcome) => `${outcome}-fill`), ...STRONG], 4.5] as const,
  ),
  ...STRONG.map((name) => [name.replace('strong', 'text'), [name], 4.5] as const),
];

function ratio(theme: Theme, one: string, other: string): number {
  const [first, second] = [tokens.get(one), tokens.get(other)];
  if (!first || !second) throw new Error(`globals.css has no ${first ? other : one}`);
  return contrast(first[theme], second[theme]);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(PAIRS)('%s is readable on %j', (foreground, backgrounds, least) => {
    const tooFaint = backgrounds
      .map((background) => ({ background, contrast: Number(ratio(theme, foreground, background).toFixed(2)) }))
      .filter((pair) => pair.contrast < least);
    expect(tooFaint).toEqual([]);
  });
});
