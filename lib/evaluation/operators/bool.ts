import type { Operator } from '@/lib/evaluation/operators/operator';
import { lowerPattern, textMatcher } from '@/lib/text/wildcard';

/** `true` and `false` in any letter case; anything else is malformed (C55). */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

export const BOOL: Operator = {
  name: 'Bool',
  // AWS's pages contradict each other on variables here; they are replaced (C61).
  variables: true,
  wildcards: false,
  prepare({ text, pattern, openAt }) {
    if (openAt === undefined && readBoolean(text) === undefined) return undefined;
    // Of a value that is not wholly known, what is known has to fit (C166).
    const fits = textMatcher(lowerPattern(pattern));
    return {
      compare: (value) => {
        const given = readBoolean(value);
        return given === undefined ? 'malformed' : fits(String(given));
      },
      fitsAll: false,
    };
  },
};
