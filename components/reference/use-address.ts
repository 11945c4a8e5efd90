import { useSyncExternalStore } from 'react';

/** What stands behind the `#` of the address, decoded; empty where that cannot be read. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, current, () => '');
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function current(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ''; // half an escape, from an address that was cut
  }
}
