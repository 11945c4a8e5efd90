import { partsOf, starOf } from '@/lib/cloudtrail/resource-parts';

/** The resources of one kind of denial. Where many names follow one, they count as one, written `*`. */
export interface ResourceTree<Leaf> {
  readonly children: Map<string, ResourceTree<Leaf>>;
  /** Of the resource whose name ends here. */
  own: Leaf | undefined;
  /** Of all that follow, once they are many. */
  all: { readonly star: string; readonly leaf: Leaf } | undefined;
}

/** How leaves are made and put together. */
export interface LeafWork<Leaf> {
  /** A new leaf; `undefined` where there is no room for one more. */
  readonly make: () => Leaf | undefined;
  /** Makes one leaf of several. */
  readonly merge: (leaves: readonly Leaf[]) => Leaf;
}

// From this many names on, the place where they differ is written `*`.
const MANY = 9;

export function emptyTree<Leaf>(): ResourceTree<Leaf> {
  return { children: new Map(), own: undefined, all: undefined };
}

/**
 * The leaf that a resource is counted in. Partition, service, Region and account are never written `*`.
 * INVARIANT: where there is room, the order in which resources come changes nothing.
 */
export function leafFor<Leaf>(root: ResourceTree<Leaf>, resource: string, work: LeafWork<Leaf>): Leaf | undefined {
  const parts = partsOf(resource);
  let tree = root;
  for (const [place, part] of parts.entries()) {
    if (tree.all) return tree.all.leaf;
    const next = tree.children.get(part);
    if (next) {
      tree = next;
      continue;
    }
    if (tree !== root && tree.children.size + 1 >= MANY) return collapse(tree, part, work);
    const leaf = work.make();
    if (leaf) plant(tree, parts.slice(place), leaf);
    return leaf;
  }
  tree.own ??= work.make();
  return tree.own;
}

function plant<Leaf>(tree: ResourceTree<Leaf>, parts: readonly string[], leaf: Leaf): void {
  let at = tree;
  for (const part of parts) {
    const next = emptyTree<Leaf>();
    at.children.set(part, next);
    at = next;
  }
  at.own = leaf;
}

function collapse<Leaf>(tree: ResourceTree<Leaf>, part: string, work: LeafWork<Leaf>): Leaf {
  const below = [...tree.children.values()].flatMap((child) => leavesOf(child, '').map(([, leaf]) => leaf));
  const leaf = work.merge(below);
  tree.all = { star: starOf([...tree.children.keys(), part]), leaf };
  tree.children.clear();
  return leaf;
}

/** Every leaf with the name of its resource, or what is written for many. */
export function leavesOf<Leaf>(tree: ResourceTree<Leaf>, name: string): readonly (readonly [string, Leaf])[] {
  return [
    ...(tree.own === undefined ? [] : [[name, tree.own] as const]),
    ...(tree.all === undefined ? [] : [[`${name}${tree.all.star}`, tree.all.leaf] as const]),
    ...[...tree.children].flatMap(([part, child]) => leavesOf(child, `${name}${part}`)),
  ];
}
