import type { Catalog } from '@/lib/catalog/catalog';
import { type Check, type Found, MOST_FOUND, RANKS } from '@/lib/validation/check';
import { CHECKS } from '@/lib/validation/checks';
import { type Finding, SEVERITIES } from '@/lib/validation/finding';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import { quoteRefusals } from '@/lib/validation/refusals';
import { type Circumstances, readSubject, type Subject, type ValidatedType } from '@/lib/validation/subject';

/**
 * Checks a policy's text by itself: what AWS refuses, what grants too much, what has no effect, in the order of its places.
 * The same arguments give the same findings; nothing is reported that the catalog does not know.
 */
export function validate(
  policyType: ValidatedType,
  text: string,
  catalog: Catalog,
  circumstances: Circumstances = {},
): readonly Finding[] {
  const subject = readSubject(policyType, text, catalog, circumstances);
  const told = loudest(findAll(dueChecks(subject), subject), text);
  const findings = told.map(
    ({ check, found }): Finding => ({ ...found, check: check.id, severity: found.severity ?? check.severity }),
  );
  return [...quoteRefusals(findings, subject)].sort(
    (left, right) =>
      left.range.start - right.range.start ||
      left.range.end - right.range.end ||
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      (left.check < right.check ? -1 : 1),
  );
}

interface Told {
  readonly check: Check;
  readonly found: Found;
}

const CHECKS_OF_TYPES = new Map(
  ALL_TYPES.map((type) => [type, CHECKS.filter((check) => check.types.includes(type))] as const),
);

function dueChecks({ policyType, isJson }: Subject): readonly Check[] {
  const checks = CHECKS_OF_TYPES.get(policyType) ?? [];
  return isJson ? checks : checks.filter((check) => check.reads === 'text');
}

/** What the checks find; of equal findings on one range the first. */
function findAll(checks: readonly Check[], subject: Subject): readonly Told[] {
  const all: Told[] = [];
  for (const check of checks) {
    let places: Set<string> | undefined;
    for (const found of check.find(subject)) {
      places ??= new Set();
      const before = places.size;
      if (places.add(placeOf(found)).size > before) all.push({ check, found });
      if (places.size === MOST_FOUND) break;
    }
  }
  return all;
}

function placeOf({ range }: Found): string {
  return `${range.start}-${range.end}`;
}

/** Without what follows from a stricter finding on the same characters. One pass: what encloses a finding comes before it. */
function loudest(all: readonly Told[], text: string): readonly Told[] {
  const byPlace = new Map<string, Told[]>();
  for (const one of all) {
    const same = byPlace.get(placeOf(one.found));
    if (same) same.push(one);
    else byPlace.set(placeOf(one.found), [one]);
  }
  const enclosing: Told[] = [];
  return all.toSorted(outerFirst).filter((one) => {
    for (
      let outer = enclosing.at(-1);
      outer && outer.found.range.end <= one.found.range.start;
      outer = enclosing.at(-1)
    ) {
      enclosing.pop();
    }
    // Of a whole statement or policy several things can be wrong that have nothing to do with each other.
    const isWhole = text.charAt(one.found.range.start) === '{';
    const same = isWhole ? [] : (byPlace.get(placeOf(one.found)) ?? []);
    const isSilent = [...same, ...enclosing.filter((outer) => contains(outer.found, one.found))].some((other) =>
      silences(other, one),
    );
    if (rankOf(one.check) <= LAST_WIDE_RANK) enclosing.push(one);
    return !isSilent;
  });
}

function outerFirst(left: Told, right: Told): number {
  return (
    left.found.range.start - right.found.range.start ||
    right.found.range.end - left.found.range.end ||
    rankOf(left.check) - rankOf(right.check)
  );
}

// What is no JSON, no element or of a wrong type makes all within it moot. Other findings silence on exactly their range:
// that of a missing element is its whole statement, whose parts have faults of their own.
const LAST_WIDE_RANK = RANKS.indexOf('type');

function rankOf(check: Check): number {
  return RANKS.indexOf(check.rank);
}

// What a sound part means and how it is written are two things: neither follows from the other.
const LAST_SILENCING_RANK = RANKS.indexOf('existence');

function silences(stricter: Told, one: Told): boolean {
  const { beside } = one.check;
  if (beside === 'all' || beside?.includes(stricter.check.id)) return false;
  return rankOf(stricter.check) <= LAST_SILENCING_RANK && rankOf(stricter.check) < rankOf(one.check);
}

function contains(outer: Found, inner: Found): boolean {
  return outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}
