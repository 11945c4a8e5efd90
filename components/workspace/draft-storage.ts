import { createStore, del, entries, get, type UseStore, update } from 'idb-keyval';

/** One draft as it is kept on this device. */
export interface DraftRecord {
  readonly id: string;
  readonly title: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** Counts what was saved, so that a tab sees when another one has saved the same draft. */
  readonly revision: number;
  /** What was stored, possibly by another version of this app: open it with `openDocument`. */
  readonly document: unknown;
}

/** A record to be saved: it becomes the next revision after `after`, which is 0 for a draft that is new. */
export interface DraftStorage {
  /** `taken`: another tab has saved this draft since; nothing was changed. */
  readonly save: (record: DraftRecord, after: number) => Promise<'saved' | 'taken'>;
  readonly load: (id: string) => Promise<DraftRecord | undefined>;
  readonly list: () => Promise<readonly DraftRecord[]>;
  readonly remove: (id: string) => Promise<void>;
}

/** Drafts in IndexedDB, a record each. Every call may fail: storage can be blocked, full, or swept by the browser. */
export function draftStorage(): DraftStorage {
  let drafts: UseStore | undefined;
  const store = (): UseStore => {
    drafts ??= createStore('whydenied', 'drafts');
    return drafts;
  };
  return {
    save: async (record, after) => {
      let taken = false;
      // Read and write in one transaction, so that no other tab comes in between.
      await update<unknown>(
        record.id,
        (kept) => {
          taken = revisionOf(kept) !== after;
          return taken ? kept : record;
        },
        store(),
      );
      return taken ? 'taken' : 'saved';
    },
    load: async (id) => asRecord(await inTime(get<unknown>(id, store()))),
    list: async () => {
      const kept = await inTime(entries<string, unknown>(store()));
      return kept.flatMap(([, value]) => asRecord(value) ?? []);
    },
    remove: (id) => del(id, store()),
  };
}

/** The same storage, where drafts that could not be saved live on in this tab, so that a new diagnosis never loses one. */
export function withMemory(storage: DraftStorage): DraftStorage {
  const unsaved = new Map<string, DraftRecord>();
  return {
    save: async (record, after) => {
      // As it would be loaded: in the revision that the storage has.
      unsaved.set(record.id, { ...record, revision: after });
      const result = await storage.save(record, after);
      unsaved.delete(record.id);
      return result;
    },
    load: async (id) => unsaved.get(id) ?? storage.load(id),
    list: async () => {
      const kept = await storage.list().catch(() => []);
      return [...unsaved.values(), ...kept.filter(({ id }) => !unsaved.has(id))];
    },
    remove: async (id) => {
      const inMemoryOnly = unsaved.delete(id);
      await storage.remove(id).catch((fault: unknown) => {
        if (!inMemoryOnly) throw fault;
      });
    },
  };
}

// A database that another program blocks never answers; the page must not wait for it for ever.
const PATIENCE = 3_000;

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function revisionOf(kept: unknown): number {
  return asRecord(kept)?.revision ?? 0;
}

/** A stored value as a record, or `undefined` for anything else. */
export function asRecord(value: unknown): DraftRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, title, changed, revision, document } = value as Partial<Record<keyof DraftRecord, unknown>>;
  if (typeof id !== 'string' || typeof title !== 'string') return undefined;
  if (typeof changed !== 'number' || typeof revision !== 'number') return undefined;
  return { id, title, changed, revision, document };
}
