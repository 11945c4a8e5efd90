import type { Proposal } from '@/lib/language/proposal';

/** Proposals on show, one of them chosen by the keys. */
export interface Suggestions {
  readonly proposals: readonly Proposal[];
  readonly active: number;
}

/** Where there is more, one types on. */
export const SHOWN_SUGGESTIONS = 60;
const PAGE = 6;

/** The list after a key that moves in it; `undefined` for a key that does not. */
export function afterKey(list: Suggestions, key: string): Suggestions | undefined {
  const last = Math.min(list.proposals.length, SHOWN_SUGGESTIONS) - 1;
  const to = (active: number) => ({ ...list, active });
  switch (key) {
    case 'ArrowDown':
      return to(list.active >= last ? 0 : list.active + 1);
    case 'ArrowUp':
      return to(list.active <= 0 ? last : list.active - 1);
    case 'PageDown':
      return to(Math.min(last, list.active + PAGE));
    case 'PageUp':
      return to(Math.max(0, list.active - PAGE));
    default:
      return undefined;
  }
}

/** Whether typing this makes proposals come by themselves: a name, or what begins one. */
export function invites(typed: string): boolean {
  return /^[\w":*$./-]$/.test(typed) || typed === '{';
}
