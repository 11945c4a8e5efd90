/** One of the site's data files: on its way, there, or missing. */
export type FileState<Value> =
  /** Nothing asked for it yet, or it is on its way. */
  | { readonly status: 'idle' | 'loading' }
  /** `data` is what the file holds, for a worker that opens it for itself. */
  | { readonly status: 'ready'; readonly value: Value; readonly data: unknown }
  /** `unreachable`: the file did not come. `unreadable`: it is of another version of the app. */
  | { readonly status: 'failed'; readonly reason: 'unreachable' | 'unreadable' };

export interface FileStore<Value> {
  readonly current: () => FileState<Value>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches the file, once: further calls wait for the same, or try again where it failed. Never throws. */
  readonly load: () => Promise<FileState<Value>>;
}

/** Keeps what one data file holds. `fetchData` gives the file's JSON and may throw; `open` makes a value of it. */
export function createFileStore<Value>(
  fetchData: () => Promise<unknown>,
  open: (data: unknown) => Promise<Value | undefined>,
): FileStore<Value> {
  let state: FileState<Value> = { status: 'idle' };
  let underWay: Promise<FileState<Value>> | undefined;
  const listeners = new Set<() => void>();
  const change = (next: FileState<Value>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const fetchAndOpen = async (): Promise<FileState<Value>> => {
    change({ status: 'loading' });
    try {
      const data = await fetchData();
      const value = await open(data);
      change(value === undefined ? { status: 'failed', reason: 'unreadable' } : { status: 'ready', value, data });
    } catch {
      change({ status: 'failed', reason: 'unreachable' }); // said on the page, with a way to try again
    }
    underWay = undefined;
    return state;
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      if (state.status === 'ready') return Promise.resolve(state);
      underWay ??= fetchAndOpen();
      return underWay;
    },
  };
}
