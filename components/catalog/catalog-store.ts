import type { Catalog } from '@/lib/catalog/catalog';

/** What is known of AWS's services beyond what comes with the code. */
export type CatalogState =
  /** Nothing asked for it yet, or it is on its way. */
  | { readonly status: 'idle' | 'loading' }
  /** `data` is what the file holds, for a worker that opens it for itself. */
  | { readonly status: 'ready'; readonly catalog: Catalog; readonly data: unknown }
  /** `unreachable`: the file did not come. `unreadable`: it is of another version of the app. */
  | { readonly status: 'failed'; readonly reason: 'unreachable' | 'unreadable' };

export interface CatalogStore {
  readonly current: () => CatalogState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches the file, once: further calls do nothing unless it failed. Never throws. */
  readonly load: () => Promise<void>;
}

/** Keeps the one catalog of a page. `fetchData` gives the file's JSON and may throw; `open` makes a catalog of it. */
export function createCatalogStore(
  fetchData: () => Promise<unknown>,
  open: (data: unknown) => Promise<Catalog | undefined>,
): CatalogStore {
  let state: CatalogState = { status: 'idle' };
  const listeners = new Set<() => void>();
  const change = (next: CatalogState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      if (state.status === 'loading' || state.status === 'ready') return;
      change({ status: 'loading' });
      try {
        const data = await fetchData();
        const catalog = await open(data);
        change(catalog ? { status: 'ready', catalog, data } : { status: 'failed', reason: 'unreadable' });
      } catch {
        change({ status: 'failed', reason: 'unreachable' }); // said on the page, with a way to try again
      }
    },
  };
}
