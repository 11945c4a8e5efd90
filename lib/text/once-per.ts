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
