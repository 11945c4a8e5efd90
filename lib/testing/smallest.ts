/**
 * The smallest value that still fails: members and items are taken out one by one as long as the test of it fails, and a
 * list of one becomes its item. Members of the named objects stay. For showing why a random case fails.
 */
export function smallest<Value>(value: Value, fails: (value: Value) => boolean, kept: readonly string[] = []): Value {
  let found = value;
  for (;;) {
    const next = firstOf(simpler(found, kept) as Iterable<Value>, fails);
    if (next === undefined) return found;
    found = next;
  }
}

function firstOf<Value>(values: Iterable<Value>, fits: (value: Value) => boolean): Value | undefined {
  for (const value of values) if (fits(value)) return value;
  return undefined;
}

/** Every value that lacks one thing of this one, the large things first. */
function* simpler(value: unknown, kept: readonly string[]): Iterable<unknown> {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length === 1) yield items[0];
    for (const place of items.keys()) yield items.filter((_, at) => at !== place);
    for (const [place, item] of items.entries()) {
      for (const less of simpler(item, kept)) yield items.map((other, at) => (at === place ? less : other));
    }
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    for (const [name] of members) {
      if (!kept.includes(name)) yield Object.fromEntries(members.filter(([other]) => other !== name));
    }
    for (const [name, member] of members) {
      for (const less of simpler(member, kept)) yield { ...value, [name]: less };
    }
  }
}
