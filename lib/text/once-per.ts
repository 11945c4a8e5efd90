/** Makes something of a text once, and remembers what it made of the last `most` texts: of many texts one changes at a time. */
export function oncePerText<Made extends object>(make: (text: string) => Made, most: number): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const hit = known.get(text);
    if (hit) return hit;
    const made = make(text);
    known.set(text, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}

/**
 * Makes something of an object once and remembers it as long as the object lives: what was prepared of a policy serves every
 * request. Further arguments are not compared: they have to follow from the object.
 */
export function oncePer<Key extends object, Rest extends readonly unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const known = new WeakMap<Key, { readonly made: Made }>();
  return (key, ...rest) => {
    const hit = known.get(key);
    if (hit) return hit.made;
    const made = make(key, ...rest);
    known.set(key, { made });
    return made;
  };
}
