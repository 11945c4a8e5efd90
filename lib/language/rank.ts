import type { Candidate } from '@/lib/language/candidates/candidate';

/** Longest list that is handed out: nobody reads further, they type on. */
const MAX_PROPOSALS = 1000;

/** The candidates that what was typed can become, best first; among equals the order stays. */
export function ranked(list: readonly Candidate[], typed: string): readonly Candidate[] {
  if (typed === '') return list.slice(0, MAX_PROPOSALS);
  const wanted = typed.toLowerCase();
  const byRank: Candidate[][] = [[], [], [], []];
  for (const candidate of list) byRank[rank(candidate.label, wanted) ?? -1]?.push(candidate);
  const [first = [], second = [], third = [], last = []] = byRank;
  const found = [...first, ...second, ...third];
  return (found.length > 0 ? found : last).slice(0, MAX_PROPOSALS);
}

/** 0: begins so; 1: a word in it begins so; 2: has it within; 3: has its letters in that order, for want of better. */
function rank(label: string, wanted: string): number | undefined {
  const lower = label.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  let at = lower.indexOf(wanted);
  const first = at;
  while (at >= 0) {
    if (beginsWord(label, at)) return 1;
    at = lower.indexOf(wanted, at + 1);
  }
  if (first >= 0) return 2;
  return wanted.length > 1 && hasInOrder(lower, wanted) ? 3 : undefined;
}

function beginsWord(label: string, at: number): boolean {
  return (
    /[^A-Za-z0-9]/.test(label.charAt(at - 1)) || (/[A-Z]/.test(label.charAt(at)) && /[a-z]/.test(label.charAt(at - 1)))
  );
}

function hasInOrder(lower: string, wanted: string): boolean {
  let at = -1;
  for (const character of wanted) {
    at = lower.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
