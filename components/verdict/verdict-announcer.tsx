'use client';

import { useSettled } from './use-after';

const STILL_MS = 400;

/** Tells screen readers a verdict once it has stood still, not at every keystroke. */
export function VerdictAnnouncer({ text }: { readonly text: string }) {
  const settled = useSettled(text, STILL_MS);
  return (
    <p role="status" className="sr-only">
      {settled.replaceAll('`', '')}
    </p>
  );
}
