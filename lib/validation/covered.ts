import { patternCovers } from '@/lib/text/pattern-covers';
import type { Located } from '@/lib/text/range';
import { type Pattern, wildcardPattern } from '@/lib/text/wildcard';

/** An entry of a list that adds nothing, and the entry that already says it. */
export interface CoveredEntry<Entry> {
  readonly entry: Entry;
  readonly by: Entry;
}

// Comparing costs the product of two lengths for each pair. The longest lists that AWS stores stay far below this; in a
// longer one the rest is not compared.
const MOST_WORK = 20_000_000;

/** The entries that another one of the list covers; of equal ones all but the first. `idOf` gives what is compared. */
export function coveredEntries<Entry extends Located<string>>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
): readonly CoveredEntry<Entry>[] {
  const first = new Map<string, Entry>();
  const repeated: CoveredEntry<Entry>[] = [];
  for (const entry of entries) {
    const id = idOf(entry);
    const by = first.get(id);
    if (by) repeated.push({ entry, by });
    else first.set(id, entry);
  }
  const all = [...first].map(([id, entry], place) => compared(id, entry, place));
  return [...repeated, ...coveredByOthers(all)].sort((left, right) => left.entry.range.start - right.entry.range.start);
}

interface Compared<Entry> {
  readonly id: string;
  readonly entry: Entry;
  readonly place: number;
  readonly pattern: Pattern;
  /** What stands before the first wildcard. */
  readonly start: string;
}

function compared<Entry>(id: string, entry: Entry, place: number): Compared<Entry> {
  const pattern = readPattern(id);
  const [first] = pattern;
  return { id, entry, place, pattern, start: first?.kind === 'text' ? first.text : '' };
}

function* coveredByOthers<Entry>(all: readonly Compared<Entry>[]): Iterable<CoveredEntry<Entry>> {
  const byStart = new Map<string, Compared<Entry>[]>();
  for (const one of all) {
    if (one.pattern.every((token) => token.kind === 'text')) continue;
    const others = byStart.get(one.start);
    if (others) others.push(one);
    else byStart.set(one.start, [one]);
  }
  const starts = [...byStart.keys()].sort((left, right) => left.length - right.length);
  const lengths = [...new Set(starts.map((start) => start.length))];
  let work = 0;
  for (const inner of all) {
    for (const length of lengths) {
      if (length > inner.start.length) break;
      work += length;
      const by = (byStart.get(inner.start.slice(0, length)) ?? []).find((outer) => {
        if (outer === inner || work > MOST_WORK) return false;
        work += outer.id.length * inner.id.length;
        if (!patternCovers(outer.pattern, inner.pattern)) return false;
        // Two that cover each other are one pattern in two spellings: then the later one adds nothing.
        return outer.place < inner.place || !patternCovers(inner.pattern, outer.pattern);
      });
      if (work > MOST_WORK) return;
      if (by === undefined) continue;
      yield { entry: inner.entry, by: by.entry };
      break;
    }
  }
}

// `${*}` and the like are one literal character each, no wildcards.
const LITERALS = /\$\{([*?$])\}/g;

function readPattern(id: string): Pattern {
  return wildcardPattern(id.replaceAll(LITERALS, (_, character: string) => LITERAL[character] ?? character));
}

const LITERAL: Readonly<Record<string, string>> = { '*': '\uE000', '?': '\uE001', $: '$' };
