import { readFileSync } from 'node:fs';

type Rgb = readonly [number, number, number];
export type Theme = 'light' | 'dark';

/** The colour tokens of app/globals.css as linear-light RGB, for each theme. */
export function readTokens(): ReadonlyMap<string, Readonly<Record<Theme, Rgb>>> {
  const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8');
  const pair = /--color-([a-z-]+): light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)/g;
  return new Map(
    [...css.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: oklchToRgb(light), dark: oklchToRgb(dark) },
    ]),
  );
}

/** `0.5 0.1 270` → linear RGB, cut to the sRGB gamut (https://www.w3.org/TR/css-color-4/#color-conversion-code). */
function oklchToRgb(components: string): Rgb {
  const [lightness = 0, chroma = 0, hue = 0] = components.split(' ').map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours by WCAG 2: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** `#rrggbb`, for places that take no other notation. */
export function toHex(color: Rgb): string {
  const encode = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  return `#${color
    .map((value) =>
      Math.round(encode(value) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
