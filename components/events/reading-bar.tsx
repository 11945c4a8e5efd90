import { Button } from '@/components/ui/button';
import { sayNumber } from '@/lib/text/wording';
import { useEvents } from './events-store';
import type { ReadingProgress } from './read-files';
import { sayCount, saySize } from './say';

/** How far reading has come, and the way to end it. */
export function ReadingBar({ progress }: { readonly progress: ReadingProgress }) {
  const { files, allFiles, bytes, allBytes, events, denials } = progress;
  const { stop } = useEvents.getState();
  return (
    <section aria-label="Reading" className="rounded-panel border border-line bg-surface-raised p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="font-strong">
          Reading {allFiles > 1 ? `file ${sayNumber(files)} of ${sayNumber(allFiles)}` : 'the file'}
        </p>
        <Button size="small" onClick={stop}>
          Stop and show what was found
        </Button>
      </div>
      <progress
        aria-label="Read so far"
        value={bytes}
        max={Math.max(1, allBytes)}
        className="mt-3 block h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-surface-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-1 text-small text-text-muted tabular-nums">
        {saySize(bytes)} of {saySize(allBytes)} · {sayCount(events, 'event', 'events')} ·{' '}
        {sayCount(denials, 'denial', 'denials')}
      </p>
    </section>
  );
}
