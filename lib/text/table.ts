/**
 * The entry of a table under a name that a user typed. A plain `table[name]` would find `constructor` and `__proto__` in
 * every object.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Adds items to a list. `push(...items)` overflows the stack where a pasted text holds some 100,000 of them. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
