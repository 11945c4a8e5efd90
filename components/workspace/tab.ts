// What this tab knows of itself and the other tabs of the same browser.

/** Which draft this tab edits, so that a reload brings it back. A new tab has none; a duplicated one starts with the same. */
export interface TabMemory {
  readonly draft: () => string | undefined;
  readonly remember: (draftId: string) => void;
}

/** Makes sure that one tab alone edits a draft. */
export interface DraftLocks {
  /** Takes a draft for this tab and lets go of the one before; `false` when another tab has it. */
  readonly claim: (draftId: string) => Promise<boolean>;
}

const PLACE = 'whydenied-draft';
// After a reload the page before may hold its lock for a moment longer.
const PATIENCE = 800;

export const tabMemory: TabMemory = {
  draft: () => {
    try {
      return sessionStorage.getItem(PLACE) ?? undefined;
    } catch {
      return undefined;
    }
  },
  remember: (draftId) => {
    try {
      sessionStorage.setItem(PLACE, draftId);
    } catch {
      // Storage is blocked: a reload starts with an empty document, which the page says.
    }
  },
};

/** Locks by the browser, which lets go of them when a tab closes or crashes. Without them every claim succeeds. */
export function draftLocks(locks: LockManager | undefined): DraftLocks {
  let letGo: (() => void) | undefined;
  let claimed: string | undefined;
  return {
    claim: (draftId) => {
      if (locks === undefined || draftId === claimed) return Promise.resolve(true);
      letGo?.();
      letGo = undefined;
      claimed = undefined;
      return new Promise<boolean>((resolve) => {
        const held = locks.request(`whydenied-draft-${draftId}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
          claimed = draftId;
          resolve(true);
          return new Promise<void>((done) => {
            letGo = done;
          });
        });
        // The time is up, or locks are not allowed here: then the revisions of the drafts tell the tabs apart.
        held.catch((fault: unknown) => resolve(!(fault instanceof DOMException && fault.name === 'TimeoutError')));
      });
    },
  };
}
