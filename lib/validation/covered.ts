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
  const all = [...first].map(([id, entry]): Compared<Entry> => ({ id, entry, pattern: readPattern(id) }));
  return [...repeated, ...coveredByOthers(all)].sort((left, right) => left.entry.range.start - right.entry.range.start);
}

interface Compared<Entry> {
  readonly id: string;
  readonly entry: Entry;
  readonly pattern: Pattern;
}

function* coveredByOthers<Entry>(all: readonly Compared<Entry>[]): Iterable<CoveredEntry<Entry>> {
  const wide = all.filter(({ pattern }) => pattern.some((token) => token.kind !== 'text'));
  let work = 0;
  for (const [place, inner] of all.entries()) {
    for (const outer of wide) {
      if (outer === inner) continue;
      work++;
      if (!sameStart(outer.pattern, inner.id)) continue;
      work += outer.id.length * inner.id.length;
      if (work > MOST_WORK) return;
      if (!patternCovers(outer.pattern, inner.pattern)) continue;
      // Two that cover each other are one pattern in two spellings: then the later one adds nothing.
      if (all.indexOf(outer) > place && patternCovers(inner.pattern, outer.pattern)) continue;
      yield { entry: inner.entry, by: outer.entry };
      break;
    }
  }
}

function sameStart(pattern: Pattern, id: string): boolean {
  const [first] = pattern;
  return first?.kind !== 'text' || id.startsWith(first.text);
}

// `${*}` and the like are one literal character each, no wildcards.
const LITERALS = /\$\{([*?$])\}/g;

function readPattern(id: string): Pattern {
  return wildcardPattern(id.replaceAll(LITERALS, (_, character: string) => LITERAL[character] ?? character));
}

const LITERAL: Readonly<Record<string, string>> = { '*': '\uE000', '?': '\uE001', $: '$' };
