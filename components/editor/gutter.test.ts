import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OUTCOME_SHAPES } from '@/components/ui/outcome-shapes';
import { editorHeight, FONT_SIZE, LINE_HEIGHT, NUMBER_GAP, numberWidth, PADDING } from './gutter';

const css = readFileSync(new URL('./editor.css', import.meta.url), 'utf8');

it.each([
  [40, 900, 116],
  [300, 900, 300],
  [5000, 900, 540],
  [40, 100, 60],
])('a text %i px high in a window of %i px has an editor of %i px', (content, window, height) => {
  expect(editorHeight(content, window)).toBe(height);
});

it.each([
  [1, 3],
  [99, 3],
  [100, 4],
  [10_000, 6],
])('the numbers of %i lines take %i characters', (lines, width) => {
  expect(numberWidth(lines)).toBe(width);
});

it('the style sheet has the same sizes', () => {
  for (const declaration of [
    `--pe-line: ${LINE_HEIGHT}px`,
    `--pe-gap: ${NUMBER_GAP}px`,
    `font-size: ${FONT_SIZE}px`,
    `padding-block: ${PADDING}px`,
  ]) {
    expect(css).toContain(declaration);
  }
});

it.each([
  ['denies', 'denies'],
  ['allows', 'allows'],
  ['depends', 'depends'],
  ['doesNotAllow', 'near-miss'],
] as const)('the shape of %s is the one in the gutter', (outcome, shape) => {
  const rule = css.slice(css.indexOf(`.pe-shape-${shape} {`)).split('}')[0];
  for (const { d } of OUTCOME_SHAPES[outcome]) expect(rule).toContain(`d='${d}'`);
});
