'use client';

import { useSyncExternalStore } from 'react';

/** Whether the window fits a media query; on the server, and while a page comes alive, `false`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** The width from which three columns stand side by side: `--breakpoint-wide` of app/globals.css. */
export const WIDE = '(min-width: 1200px)';
