import type { Operator } from '@/lib/evaluation/operators/operator';

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
  prepare({ text, openAt }) {
    const open = openAt !== undefined;
    const wanted = readBoolean(text);
    if (wanted === undefined && !open) return undefined;
    return {
      compare: (value) => {
        const given = readBoolean(value);
        return given === undefined ? 'malformed' : open || given === wanted;
      },
      fitsAll: false,
    };
  },
};
