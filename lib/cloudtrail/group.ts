import type { DenialFacts } from '@/lib/cloudtrail/denial';
import type { CloudTrailEvent } from '@/lib/cloudtrail/find-events';
import { emptyTree, type LeafWork, leafFor, leavesOf, type ResourceTree } from '@/lib/cloudtrail/resource-tree';
import { boundedText, sampleOf } from '@/lib/cloudtrail/sample';
import { addAll, addAt, emptyTimeline, finished, type GrowingTimeline, type Timeline } from '@/lib/cloudtrail/timeline';

// Denials that are one and the same problem, counted together: the same caller, action and reason on the same resource, or on so many
// of one kind that `*` says it better.

/** One denied event, or several that a query has counted already. */
export interface CountedDenial {
  readonly facts: DenialFacts;
  readonly count: number;
  /** Milliseconds since 1970; left out where the event does not tell. */
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly event: CloudTrailEvent;
  /** The event as JSON. */
  readonly text: string;
}

/** Denials counted together, and when they were. */
export interface Tally {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly first?: number;
  readonly last?: number;
  readonly timeline?: Timeline;
}

/** Denials of one caller, action, resource and reason. A resource that ends in `*` stands for many of that name. */
export interface DenialGroup extends Tally, DenialFacts {
  /** The latest event as JSON, of a bounded size and without secrets. */
  readonly sample: string;
}

interface GrowingTally {
  count: number;
  first: number | undefined;
  last: number | undefined;
  readonly timeline: GrowingTimeline;
}

interface Leaf extends GrowingTally {
  text: string;
}

/** Most groups that are kept apart; what comes after them is counted together. */
export const MOST_GROUPS = 5000;

/** Groups denials as they come. */
export class DenialGrouping {
  readonly #kinds = new Map<string, { readonly facts: DenialFacts; readonly resources: ResourceTree<Leaf> }>();
  readonly #total = emptyTally();
  readonly #rest = emptyTally();
  #groups = 0;
  readonly #work: LeafWork<Leaf> = { make: () => this.#make(), merge: (leaves) => this.#merge(leaves) };

  add(denial: CountedDenial): void {
    count(this.#total, denial);
    const leaf = this.#leafFor(denial.facts);
    if (leaf && isLater(denial, leaf)) leaf.text = boundedText(denial.event, denial.text);
    count(leaf ?? this.#rest, denial);
  }

  /** How many groups there are so far. */
  get size(): number {
    return this.#groups;
  }

  get denials(): number {
    return this.#total.count;
  }

  get total(): Tally {
    return tallyOf(this.#total);
  }

  /** The denials that found no room among the groups. */
  get rest(): Tally {
    return tallyOf(this.#rest);
  }

  /** The groups: most denials first, of equally many the latest. */
  groups(): readonly DenialGroup[] {
    const groups = [...this.#kinds.values()].flatMap(({ facts, resources }) =>
      leavesOf(resources, '').map(
        ([resource, leaf]): DenialGroup => ({
          ...facts,
          ...(resource !== '' && { resource }),
          ...tallyOf(leaf),
          sample: sampleOf(leaf.text),
        }),
      ),
    );
    return groups.sort((one, other) => other.count - one.count || (other.last ?? 0) - (one.last ?? 0));
  }

  #leafFor({ resource = '', ...facts }: DenialFacts): Leaf | undefined {
    const { principal, action, denial, policyType, policyArn, code } = facts;
    const kind = JSON.stringify([principal, action, denial, policyType, policyArn, code]);
    const known = this.#kinds.get(kind);
    if (known) return leafFor(known.resources, resource, this.#work);
    const resources = emptyTree<Leaf>();
    const leaf = leafFor(resources, resource, this.#work);
    if (leaf) this.#kinds.set(kind, { facts, resources });
    return leaf;
  }

  #make(): Leaf | undefined {
    if (this.#groups >= MOST_GROUPS) return undefined;
    this.#groups++;
    return { ...emptyTally(), text: '' };
  }

  #merge(leaves: readonly Leaf[]): Leaf {
    this.#groups -= leaves.length - 1;
    const merged: Leaf = { ...emptyTally(), text: '' };
    for (const leaf of leaves) {
      if (isLater(leaf, merged)) merged.text = leaf.text;
      merged.count += leaf.count;
      widen(merged, leaf);
      addAll(merged.timeline, leaf.timeline);
    }
    return merged;
  }
}

function isLater({ last = -Infinity }: { readonly last?: number | undefined }, than: Leaf): boolean {
  return than.text === '' || last > (than.last ?? -Infinity);
}

function emptyTally(): GrowingTally {
  return { count: 0, first: undefined, last: undefined, timeline: emptyTimeline() };
}

function count(tally: GrowingTally, denial: CountedDenial): void {
  tally.count += denial.count;
  widen(tally, denial);
  if (denial.last !== undefined) addAt(tally.timeline, denial.last, denial.count);
}

function widen(tally: GrowingTally, { first, last }: Pick<CountedDenial, 'first' | 'last'>): void {
  if (first !== undefined && first < (tally.first ?? Infinity)) tally.first = first;
  if (last !== undefined && last > (tally.last ?? -Infinity)) tally.last = last;
}

function tallyOf({ count: denials, first, last, timeline }: GrowingTally): Tally {
  const drawn = finished(timeline);
  return {
    count: denials,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(drawn && { timeline: drawn }),
  };
}
