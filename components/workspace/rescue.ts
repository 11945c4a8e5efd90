import { asRecord, type DraftRecord } from '@/components/workspace/draft-storage';

// A page that is being left has no time for a database. What it could not save is put into `localStorage`, at once, and the
// next page saves it.

export interface Rescue {
  readonly put: (record: DraftRecord) => void;
  readonly drop: (id: string) => void;
  /** Takes everything that was put, once. */
  readonly take: () => readonly DraftRecord[];
}

const PREFIX = 'whydenied-rescue-';

export const browserRescue: Rescue = {
  put: (record) => {
    try {
      localStorage.setItem(PREFIX + record.id, JSON.stringify(record));
    } catch {
      // Blocked or full: the save that is under way may still be in time.
    }
  },
  drop: (id) => {
    try {
      localStorage.removeItem(PREFIX + id);
    } catch {
      // Blocked storage holds nothing either.
    }
  },
  take: () => {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      return keys.flatMap((key) => {
        const text = localStorage.getItem(key);
        localStorage.removeItem(key);
        return parsed(text) ?? [];
      });
    } catch {
      return [];
    }
  },
};

function parsed(text: string | null): DraftRecord | undefined {
  try {
    return asRecord(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}
