import { create } from 'zustand';
import type { GroupOrder } from '@/lib/cloudtrail/arrange';
import type { ChosenFile, ReadingProgress, ReadResult } from './read-files';
import { type Reading, startReading } from './reading';

// What the page of events shows. It lives as long as the tab: whoever opens a group and comes back finds the table as it was.

interface EventsState {
  readonly progress: ReadingProgress | undefined;
  readonly result: ReadResult | undefined;
  /** What went wrong, as a sentence. */
  readonly fault: string | undefined;
  readonly filter: string;
  readonly order: GroupOrder;
  readonly read: (files: readonly ChosenFile[]) => void;
  /** Ends reading: what was found so far is shown. */
  readonly stop: () => void;
  readonly clear: () => void;
  readonly refuse: (sentence: string) => void;
  readonly setFilter: (filter: string) => void;
  readonly setOrder: (order: GroupOrder) => void;
}

const BEGIN = { progress: undefined, result: undefined, fault: undefined, filter: '' } as const;

export const useEvents = create<EventsState>((set) => {
  let reading: Reading | undefined;
  return {
    ...BEGIN,
    order: { by: 'count', isDescending: true },
    read: (files) => {
      reading?.abandon();
      if (files.length === 0) {
        set({ fault: NO_FILES });
        return;
      }
      const allBytes = files.reduce((sum, { file }) => sum + file.size, 0);
      const counts = { files: 0, events: 0, denials: 0, groups: 0, bytes: 0 };
      set({ ...BEGIN, progress: { ...counts, allFiles: files.length, allBytes } });
      reading = startReading(files, {
        progress: (progress) => set({ progress }),
        done: (result) => set({ progress: undefined, result }),
        failed: (fault) => set({ progress: undefined, fault }),
      });
    },
    stop: () => reading?.stop(),
    clear: () => {
      reading?.abandon();
      set(BEGIN);
    },
    refuse: (fault) => set({ fault }),
    setFilter: (filter) => set({ filter }),
    setOrder: (order) => set({ order }),
  };
});

const NO_FILES =
  'There is no file of CloudTrail in what you chose. Choose files that end in `.json`, `.json.gz` or `.csv`, or the folder that holds them.';
