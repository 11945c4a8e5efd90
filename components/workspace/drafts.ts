import type { DraftRecord, DraftStorage } from '@/components/workspace/draft-storage';
import type { StorageStatus } from '@/components/workspace/state';
import { redact } from '@/lib/diagnosis/redact';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { titleOf } from '@/lib/diagnosis/title';

// Keeps the draft that this tab edits. INVARIANTS: a draft that another tab has saved is never overwritten; a save begins
// at most `DELAY` after the change; what is stored holds no secret.

const DELAY = 300;

export interface DraftKeeper {
  /** From now on this tab edits that draft, as it was saved in that revision; 0: not saved yet. */
  readonly hold: (id: string, revision: number, document: DiagnosisDocument) => void;
  /** The draft that is held. */
  readonly held: () => string | undefined;
  /** The held draft has changed. */
  readonly change: (document: DiagnosisDocument) => void;
  /** Saves at once what waits to be saved. */
  readonly flush: () => Promise<void>;
  /** What is not saved yet, in the revision that the storage has. */
  readonly unsaved: () => DraftRecord | undefined;
}

export interface KeeperSurroundings {
  readonly storage: DraftStorage;
  readonly now: () => number;
  readonly newId: () => string;
  readonly tellStatus: (status: StorageStatus) => void;
  /** Another tab has saved the draft `from`: what was typed here goes on as the draft `to`. */
  readonly tellCopied: (from: string, to: string) => void;
  /** Kinds of secrets that stand in the document and were not stored. */
  readonly tellCut: (kinds: readonly string[]) => void;
}

/** A draft that this tab edits, or edited until just now. */
interface Draft {
  id: string;
  /** 0: not stored yet. */
  revision: number;
  saved: DiagnosisDocument | undefined;
  latest: DiagnosisDocument;
  /** Kinds of secrets that the person was told of: once is enough. */
  readonly told: Set<string>;
}

export function createDraftKeeper(around: KeeperSurroundings): DraftKeeper {
  let held: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // One save after the other: each needs the revision that the one before it has made.
  let saving: Promise<void> = Promise.resolve();

  const recordOf = ({ id, revision, latest, told }: Draft): DraftRecord => {
    const { document, kinds } = redact(latest);
    if (kinds.some((kind) => !told.has(kind))) around.tellCut(kinds);
    for (const kind of kinds) told.add(kind);
    return { id, title: titleOf(document), changed: around.now(), revision, document };
  };

  const store = async (draft: Draft) => {
    const record = recordOf(draft);
    const { id, revision } = draft;
    const result = await around.storage.save({ ...record, revision: revision + 1 }, revision);
    draft.revision = revision + 1;
    if (result === 'saved') return;
    draft.id = around.newId();
    await around.storage.save({ ...record, id: draft.id, revision: 1 }, 0);
    draft.revision = 1;
    around.tellCopied(id, draft.id);
  };

  const save = async (draft: Draft) => {
    const document = draft.latest;
    if (isSaved(draft)) return;
    const tell = (status: StorageStatus) => {
      if (held === draft) around.tellStatus(status);
    };
    tell({ state: 'saving' });
    try {
      await store(draft);
      draft.saved = document;
      tell({ state: draft.latest === document ? 'saved' : 'saving' });
    } catch (fault) {
      tell(failure(fault));
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const draft = held;
    if (draft) saving = saving.then(() => save(draft));
    return saving;
  };

  return {
    hold: (id, revision, document) => {
      void flush();
      held = { id, revision, saved: revision > 0 ? document : undefined, latest: document, told: new Set() };
      around.tellStatus({ state: revision > 0 ? 'saved' : 'idle' });
      if (revision === 0) void flush();
    },
    held: () => held?.id,
    change: (document) => {
      if (held === undefined || document === held.latest) return;
      held.latest = document;
      // Not put off by further typing, so that a crash never loses more than the delay.
      timer ??= setTimeout(() => void flush(), DELAY);
    },
    flush,
    unsaved: () => (held === undefined || isSaved(held) ? undefined : recordOf(held)),
  };
}

function isSaved({ latest, saved, revision }: Draft): boolean {
  return latest === saved || (revision === 0 && isBlank(latest));
}

/** A document in which nothing was typed yet. */
export function isBlank(document: DiagnosisDocument): boolean {
  return Object.keys(document).length <= 1;
}

function failure(fault: unknown): StorageStatus {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : '';
  if (name === 'QuotaExceededError') return { state: 'full', message: FULL };
  if (name === 'SecurityError' || name === 'InvalidStateError') return { state: 'blocked', message: BLOCKED };
  return { state: 'failed', message: FAILED };
}

const FULL =
  'There is no room left on this device, so the last changes are kept in this tab only. Delete diagnoses you no longer need, or export this one.';
const BLOCKED =
  'The browser does not let this page store anything, so your diagnosis lives in this tab only. Export it, or copy its link, before you close the tab.';
const FAILED =
  'Saving on this device failed, so the last changes are kept in this tab only. Export the diagnosis to be safe; the next change tries again.';
