import type { Look } from '@/lib/text/stretch';
import { append } from '@/lib/text/table';
import { fitsEverything, type Pattern, type PatternToken, textMatcher } from '@/lib/text/wildcard';

/**
 * Whether some text fits both patterns. Used where a value is known only in part: can this policy value match some path,
 * some session, some user name at all? What real policies ask is answered in linear time. The rest takes, for each place of
 * the longer pattern, a few operations on numbers with one bit for each place of the shorter.
 */
export function patternsMeet(left: Pattern, right: Pattern, look: Look = NOBODY): boolean {
  if (fitsEverything(left) || fitsEverything(right)) return true;
  if (startsClash(left[0], right[0], look)) return false;
  const [one, other] = [textOf(left), textOf(right)];
  if (one !== undefined && other !== undefined) return one === other;
  if (one !== undefined) return textMatcher(right)(one, look);
  if (other !== undefined) return textMatcher(left)(other, look);
  if (hasFreeRun(left) && hasFreeRun(right)) return endsMeet(left, right, look);
  return left.length < right.length ? placesMeet(right, left, look) : placesMeet(left, right, look);
}

const NOBODY: Look = () => undefined;

/** Whether two patterns begin with texts of which neither begins with the other: nothing fits both, and most pairs end here. */
function startsClash(one: PatternToken | undefined, other: PatternToken | undefined, look: Look): boolean {
  if (one?.kind !== 'text' || other?.kind !== 'text') return false;
  const length = Math.min(one.text.length, other.text.length);
  for (let at = 0; at < length; at++) {
    if (one.text.charCodeAt(at) !== other.text.charCodeAt(at)) return true;
    look(1);
  }
  return false;
}

/** The one text that a pattern without wildcards fits. */
function textOf(pattern: Pattern): string | undefined {
  const [first] = pattern;
  if (pattern.length === 1 && first?.kind === 'text') return first.text;
  return pattern.every((token) => token.kind === 'text') ? pattern.map((token) => token.text).join('') : undefined;
}

/** With a `*` in it, and no run that colons end. */
function hasFreeRun(pattern: Pattern): boolean {
  return (
    pattern.some((token) => token.kind === 'any') &&
    pattern.every((token) => token.kind !== 'notColons' && token.kind !== 'names')
  );
}

/** The first run of each takes whatever the other has in its middle, so only what stands before and behind can clash. */
function endsMeet(left: Pattern, right: Pattern, look: Look): boolean {
  const isFree = (token: PatternToken) => token.kind === 'any';
  const before = (pattern: Pattern) => placesOf(pattern.slice(0, pattern.findIndex(isFree)));
  const behind = (pattern: Pattern) => placesOf(pattern.slice(pattern.findLastIndex(isFree) + 1)).reverse();
  return startsMeet(before(left), before(right), look) && startsMeet(behind(left), behind(right), look);
}

function startsMeet(left: readonly Place[], right: readonly Place[], look: Look): boolean {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    look(1);
    const [one, other] = [left[at], right[at]];
    if (one && other && !shareCharacter(one, other)) return false;
  }
  return true;
}

/** One place of a pattern written out: a character, or the kind of token that stands for one or for a run. */
type Place = string;

function placesOf(pattern: Pattern): Place[] {
  const places: Place[] = [];
  for (const token of pattern) {
    if (token.kind === 'text') append(places, token.text);
    else places.push(token.kind);
  }
  return places;
}

function isRun(place: Place): boolean {
  return place === 'any' || place === 'notColons' || place === 'names';
}

function shareCharacter(one: Place, other: Place): boolean {
  if (one === other || takesAll(one) || takesAll(other)) return true;
  const [left, right] = [refusedBy(one), refusedBy(other)];
  if (left === undefined) return right !== undefined && !right.includes(one);
  return right !== undefined || !left.includes(other);
}

function takesAll(place: Place): boolean {
  return place === 'one' || place === 'any';
}

/** What a place that stands for many characters does not take; nothing of a character. */
function refusedBy(place: Place): string | undefined {
  if (place === 'notColon' || place === 'notColons') return ':';
  return place === 'name' || place === 'names' ? ':/' : undefined;
}

/**
 * Walks through the longer pattern with the set of places of the shorter that have been reached, a bit for each; the last
 * bit stands for its end.
 */
function placesMeet(longer: Pattern, shorter: Pattern, look: Look): boolean {
  const places = placesOf(shorter);
  const bitsOf = (fits: (place: Place) => boolean) =>
    places.reduce((bits, place, at) => (fits(place) ? bits | (1n << BigInt(at)) : bits), 0n);
  const runs = bitsOf(isRun);
  const sharing = remembered((place) => bitsOf((other) => shareCharacter(other, place)));
  const throughRun = remembered((run) => passing(sharing(run) | runs, places.length));
  const pastRuns = passing(runs, places.length);
  let reached = pastRuns(1n);
  for (const place of placesOf(longer)) {
    look(1);
    const taken = reached & sharing(place);
    // A run of the shorter pattern takes the character and stays where it is.
    reached = isRun(place) ? throughRun(place)(reached) : pastRuns(((taken & ~runs) << 1n) | (taken & runs));
    if (reached === 0n) return false;
  }
  return reached >> BigInt(places.length) === 1n;
}

function remembered<Value>(make: (place: Place) => Value): (place: Place) => Value {
  const known = new Map<Place, Value>();
  return (place) => {
    const value = known.get(place) ?? make(place);
    known.set(place, value);
    return value;
  };
}

/** Adds every place that can be reached through places that may be passed; in steps of 1, 2, 4 … places at once. */
function passing(mayPass: bigint, count: number): (reached: bigint) => bigint {
  const strides: (readonly [stride: bigint, from: bigint])[] = [];
  for (let stride = 1n, from = mayPass; stride <= count && from !== 0n; stride *= 2n) {
    strides.push([stride, from]);
    from &= from >> stride;
  }
  return (reached) => strides.reduce((bits, [stride, from]) => bits | ((bits & from) << stride), reached);
}
