import type { Match, Unknown } from '@/lib/evaluation/verdict';
import type { Certainty } from '@/lib/request/context';

// Three-valued logic (R170): in AND a mismatch wins, in OR a match; what depends on missing facts carries which.

export const MATCHES: Match = { outcome: 'matches' };
export const DOES_NOT_MATCH: Match = { outcome: 'doesNotMatch' };

export function dependsOn(unknown: Unknown): Match {
  return { outcome: 'dependsOn', unknowns: [unknown] };
}

export function certain(matches: boolean): Match {
  return matches ? MATCHES : DOES_NOT_MATCH;
}

/** A certainty as a match; what is uncertain depends on the given facts. */
export function match(certainty: Certainty, unknowns: readonly Unknown[]): Match {
  return certainty === undefined ? { outcome: 'dependsOn', unknowns } : certain(certainty);
}

/** AND. Of an empty list: matches. */
export function every(matches: readonly Match[]): Match {
  return joined(matches, DOES_NOT_MATCH, MATCHES);
}

/** OR. Of an empty list: does not match. */
export function some(matches: readonly Match[]): Match {
  return joined(matches, MATCHES, DOES_NOT_MATCH);
}

type Open = Extract<Match, { readonly outcome: 'dependsOn' }>;

/** What one match settles; else what is open, with all it depends on; else the other. */
function joined(matches: readonly Match[], settling: Match, otherwise: Match): Match {
  const open: Open[] = [];
  for (const one of matches) {
    if (one.outcome === settling.outcome) return settling;
    if (one.outcome === 'dependsOn') open.push(one);
  }
  if (open.length < 2) return open[0] ?? otherwise;
  return { outcome: 'dependsOn', unknowns: distinct(open.flatMap((one) => one.unknowns)) };
}

export function not(one: Match): Match {
  switch (one.outcome) {
    case 'matches':
      return DOES_NOT_MATCH;
    case 'doesNotMatch':
      return MATCHES;
    case 'dependsOn':
      return one;
  }
}

/** Each unknown once; condition keys ignore case (R171). */
export function distinct(unknowns: readonly Unknown[]): readonly Unknown[] {
  const seen = new Set<string>();
  return unknowns.filter((unknown) => {
    const id = unknownId(unknown);
    return !seen.has(id) && seen.add(id);
  });
}

export function unknownId(unknown: Unknown): string {
  switch (unknown.kind) {
    case 'contextKey':
      return `key ${unknown.key.toLowerCase()}`;
    case 'policies':
      return `policies ${unknown.type}`;
    case 'unreadable':
      return `unreadable ${unknown.policyIndex} ${unknown.range?.start ?? ''}`;
    case 'parentUser':
    case 'sessionName':
      return `${unknown.kind} ${unknown.arn}`;
    case 'canonicalUser':
      return `canonicalUser ${unknown.id}`;
    case 'endpointKind':
      return unknown.kind;
    case 'request':
      return `request ${unknown.field}`;
  }
}
