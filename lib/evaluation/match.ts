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
  if (matches.some((one) => one.outcome === 'doesNotMatch')) return DOES_NOT_MATCH;
  return merged(matches, MATCHES);
}

/** OR. Of an empty list: does not match. */
export function some(matches: readonly Match[]): Match {
  if (matches.some((one) => one.outcome === 'matches')) return MATCHES;
  return merged(matches, DOES_NOT_MATCH);
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

function merged(matches: readonly Match[], otherwise: Match): Match {
  const open = matches.filter((one) => one.outcome === 'dependsOn');
  const [only, ...more] = open;
  if (only === undefined) return otherwise;
  return more.length === 0 ? only : match(undefined, distinct(open.flatMap((one) => one.unknowns)));
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
