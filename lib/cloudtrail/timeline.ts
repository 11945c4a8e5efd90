// Counts over time in a bounded number of equal steps. The step grows with the span; each step divides the next, and all begin at
// whole multiples since 1970, so that a fine timeline fits exactly into a coarser one.

const MINUTE = 60_000;
const DAY = 1440;
const STEPS = [1, 5, 15, 60, 180, 360, DAY].map((minutes) => minutes * MINUTE);
const MOST_STEPS = 60;

/** Equal steps that follow each other, oldest first. Times in milliseconds since 1970. */
export interface Timeline {
  readonly step: number;
  readonly from: number;
  readonly counts: readonly number[];
}

/** A timeline that grows. */
export interface GrowingTimeline {
  step: number;
  /** The first place, in steps since 1970, and the counts from there on. */
  first: number;
  counts: number[];
}

export function emptyTimeline(): GrowingTimeline {
  return { step: STEPS[0] ?? MINUTE, first: 0, counts: [] };
}

/** Counts events at a time. */
export function addAt(timeline: GrowingTimeline, time: number, count: number): void {
  if (timeline.counts.length === 0) timeline.first = Math.floor(time / timeline.step);
  let place = Math.floor(time / timeline.step);
  while (span(timeline, place) > MOST_STEPS) {
    coarsen(timeline);
    place = Math.floor(time / timeline.step);
  }
  while (place < timeline.first) {
    timeline.counts.unshift(0);
    timeline.first--;
  }
  while (timeline.counts.length <= place - timeline.first) timeline.counts.push(0);
  const at = place - timeline.first;
  timeline.counts[at] = (timeline.counts[at] ?? 0) + count;
}

/** Adds what one timeline counts to another. */
export function addAll(timeline: GrowingTimeline, other: GrowingTimeline): void {
  // What was counted in long steps cannot be told apart any more.
  while (timeline.step < other.step) coarsen(timeline);
  other.counts.forEach((count, at) => {
    if (count > 0) addAt(timeline, (other.first + at) * other.step, count);
  });
}

function span({ first, counts }: GrowingTimeline, place: number): number {
  return Math.max(first + counts.length, place + 1) - Math.min(first, place);
}

function coarsen(timeline: GrowingTimeline): void {
  const step = STEPS.find((longer) => longer > timeline.step) ?? timeline.step * 2;
  const ratio = step / timeline.step;
  const first = Math.floor(timeline.first / ratio);
  const counts: number[] = [];
  timeline.counts.forEach((count, at) => {
    const place = Math.floor((timeline.first + at) / ratio) - first;
    while (counts.length <= place) counts.push(0);
    counts[place] = (counts[place] ?? 0) + count;
  });
  timeline.step = step;
  timeline.first = first;
  timeline.counts = counts;
}

/** The finished timeline; `undefined` where nothing had a time. */
export function finished({ step, first, counts }: GrowingTimeline): Timeline | undefined {
  return counts.length === 0 ? undefined : { step, from: first * step, counts: [...counts] };
}

/** A timeline in the steps and the span of a longer one, to be drawn under it. */
export function alignedTo(whole: Timeline, part: Timeline): readonly number[] {
  const counts = whole.counts.map(() => 0);
  part.counts.forEach((count, at) => {
    const place = Math.floor((part.from + at * part.step - whole.from) / whole.step);
    if (place >= 0 && place < counts.length) counts[place] = (counts[place] ?? 0) + count;
  });
  return counts;
}
