import { loadNotations } from '@/components/evidence/load-notations';
import type { DraftRecord, DraftStorage } from '@/components/workspace/draft-storage';
import { createDraftKeeper, isBlank } from '@/components/workspace/drafts';
import type { Handoff } from '@/components/workspace/handoff';
import { type NewNotice, notice, openingNotices, secretsNotice } from '@/components/workspace/notices';
import type { Rescue } from '@/components/workspace/rescue';
import type { WorkspaceState } from '@/components/workspace/state';
import type { Workspace } from '@/components/workspace/store';
import type { DraftLocks, TabMemory } from '@/components/workspace/tab';
import { EMPTY_DOCUMENT, setTitle } from '@/lib/diagnosis/edit';
import { type Opened, openDocument } from '@/lib/diagnosis/open';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { titleOf } from '@/lib/diagnosis/title';
import { decodeLink } from '@/lib/permalink/codec';
import { LINK_MARK } from '@/lib/permalink/find-link';

// What this tab shows: its own draft, what was handed over, or a document that someone else has linked to.

/** What a page may do with whole diagnoses. */
export interface Session {
  /** Begins a new, empty diagnosis. The one before stays among the drafts. */
  readonly startNew: () => void;
  readonly openDraft: (id: string) => Promise<void>;
  /** Deletes a draft for good; the one that is open is followed by a new one. */
  readonly deleteDraft: (id: string) => Promise<void>;
  /** Opens an exported file's text as a new draft, or says why not. */
  readonly importText: (text: string) => void;
  /** Copies the received document into a new draft. */
  readonly makeItMine: () => void;
  /** Leaves the received document for this tab's own draft. */
  readonly leaveReceived: () => Promise<void>;
  /** Reads the list of drafts anew. */
  readonly refreshDrafts: () => Promise<void>;
}

export interface SessionSurroundings {
  readonly workspace: Workspace;
  readonly storage: DraftStorage;
  readonly locks: DraftLocks;
  readonly memory: TabMemory;
  readonly rescue: Rescue;
  readonly now: () => number;
  readonly newId: () => string;
  /** The address's fragment, with its `#`. */
  readonly fragment: () => string;
  /** Takes the fragment out of the address, without a new entry in the browser's history. */
  readonly dropFragment: () => void;
}

/** What use-session.ts calls when the browser says that something happened. */
export interface SessionEvents {
  /** Decides what this tab shows. Where it shows something already, only a link or a handed-over text changes that. */
  readonly begin: (handoff: Handoff | undefined) => Promise<void>;
  readonly fragmentChanged: () => Promise<void>;
  /** The tab is hidden: everything is saved now. */
  readonly flush: () => Promise<void>;
  /** The tab is about to go: what cannot be saved in time is put where the next page finds it. */
  readonly leave: () => void;
  /** The tab was shown again as it was left: nothing has to be brought back. */
  readonly comeBack: () => void;
}

export function createSession(around: SessionSurroundings): Session & SessionEvents {
  const { workspace, storage, locks, memory, newId } = around;
  const state = () => workspace.getState();
  // The tab's own document while a received one is shown: storage may be blocked, then it stands nowhere else.
  let ownDocument: DiagnosisDocument | undefined;

  const keeper = createDraftKeeper({
    storage,
    newId,
    now: around.now,
    tellStatus: (status) => state().setStorage(status),
    tellCut: (kinds) => state().tell(secretsNotice(kinds)),
    tellCopied: (from, to) => {
      state().tell(notice('draft', 'warning', COPIED));
      if (state().origin.draftId !== from) return;
      void locks.claim(to);
      memory.remember(to);
      state().renameDraft(to);
    },
  });

  const follow = ({ origin, document }: WorkspaceState, before: WorkspaceState) => {
    if (origin.kind === 'received') {
      if (before.origin.kind !== 'draft') return;
      ownDocument = before.document;
      void keeper.flush();
    } else if (origin.draftId === keeper.held()) keeper.change(document);
    else {
      // A draft that did not come from storage: the lock is free, because nobody knows its name yet.
      void locks.claim(origin.draftId);
      memory.remember(origin.draftId);
      keeper.hold(origin.draftId, 0, document);
    }
  };
  workspace.subscribe((now, before) => {
    if (now.ready && (now.origin !== before.origin || now.document !== before.document)) follow(now, before);
  });

  const startNew = () => state().open({ kind: 'draft', draftId: newId() }, EMPTY_DOCUMENT);

  const openAsDraft = ({ document, problems }: Opened): boolean => {
    if (document === undefined) state().tell(notice('import', 'error', problems[0]?.message ?? ''));
    else state().open({ kind: 'draft', draftId: newId() }, document, openingNotices('import', problems));
    return document !== undefined;
  };

  const openStored = async (id: string): Promise<boolean> => {
    const record = await storage.load(id).catch(() => undefined);
    if (record === undefined) return false;
    const { document, problems } = openDocument(record.document);
    if (document === undefined) return false;
    const notices = openingNotices('import', problems);
    if (await locks.claim(id)) {
      keeper.hold(id, record.revision, document);
      memory.remember(id);
      state().open({ kind: 'draft', draftId: id }, document, notices);
    } else {
      const copy = setTitle(document, `${titleOf(document)} (copy)`);
      state().open({ kind: 'draft', draftId: newId() }, copy, [...notices, notice('draft', 'warning', ELSEWHERE)]);
    }
    return true;
  };

  /** Opens the link in the address, if there is one, or gives back what to tell about it. */
  const openFragment = (): 'opened' | 'none' | NewNotice => {
    const fragment = around.fragment();
    if (!fragment.startsWith(LINK_MARK)) return 'none';
    const read = decodeLink(fragment);
    if ('refused' in read) return notice('link', 'error', read.refused);
    const { draftId } = state().origin;
    state().open({ kind: 'received', draftId }, read.document, openingNotices('link', read.problems));
    return 'opened';
  };

  const openHandoff = async (handoff: Handoff | undefined): Promise<boolean> => {
    if (handoff === undefined) return false;
    if (handoff.kind === 'document') return openAsDraft(openDocument(handoff.document));
    const notations = await loadNotations(handoff.text);
    startNew();
    state().paste(handoff.text, notations);
    return true;
  };

  const leaveReceived = async () => {
    around.dropFragment();
    const { kind, draftId } = state().origin;
    if (kind !== 'received') return;
    if (ownDocument !== undefined) state().open({ kind: 'draft', draftId }, ownDocument);
    else await openOwn();
  };

  const openOwn = async () => {
    const own = memory.draft();
    if (own === undefined || !(await openStored(own))) startNew();
  };

  /** Saves what pages before this one could not save in time. */
  const bringBack = async () => {
    for (const record of around.rescue.take()) {
      const saved = await save(record);
      const kept = saved === 'taken' ? await storage.load(record.id).catch(() => undefined) : undefined;
      // It was saved in time after all, or another tab has changed the draft since.
      const isKept = kept && JSON.stringify(kept.document) === JSON.stringify(record.document);
      if (saved === 'taken' && !isKept) await save({ ...record, id: newId(), revision: 0 });
    }
  };
  const save = (record: DraftRecord) =>
    storage.save({ ...record, revision: record.revision + 1 }, record.revision).catch(() => 'failed' as const);

  const refreshDrafts = async () => {
    const records = await storage.list().catch(() => []);
    const newestFirst = records.toSorted((one, other) => other.changed - one.changed);
    state().setDrafts(newestFirst.map(({ id, title, changed }) => ({ id, title, changed })));
  };

  const begin = async (handoff: Handoff | undefined) => {
    const fresh = !state().ready;
    const link = openFragment();
    if (fresh) await bringBack();
    if (link !== 'opened' && !(await openHandoff(handoff)) && fresh) await openOwn();
    // After the document, because opening one clears what was told before.
    if (typeof link === 'object') state().tell(link);
    await refreshDrafts();
  };
  let begun = Promise.resolve();

  return {
    startNew: () => {
      // An empty diagnosis is new already.
      if (state().origin.kind === 'received' || !isBlank(state().document)) startNew();
      around.dropFragment();
    },
    openDraft: async (id) => {
      await keeper.flush();
      around.dropFragment();
      if (!(await openStored(id))) state().tell(notice('draft', 'error', GONE));
    },
    deleteDraft: async (id) => {
      // What waits to be saved would bring the draft back.
      await keeper.flush();
      await storage.remove(id).catch(() => state().tell(notice('draft', 'error', NOT_DELETED)));
      if (state().origin.kind === 'draft' && state().origin.draftId === id) startNew();
      await refreshDrafts();
    },
    importText: (text) => {
      if (openAsDraft(openDocument(text))) around.dropFragment();
    },
    makeItMine: () => {
      around.dropFragment();
      state().makeItMine(newId());
    },
    leaveReceived,
    refreshDrafts,
    begin: (handoff) => {
      // One beginning after the other: in development, React mounts the page twice.
      begun = begun.then(() => begin(handoff));
      return begun;
    },
    fragmentChanged: async () => {
      const link = openFragment();
      if (link === 'none') await leaveReceived();
      else if (link !== 'opened') state().tell(link);
    },
    flush: keeper.flush,
    leave: () => {
      const unsaved = keeper.unsaved();
      if (unsaved) around.rescue.put(unsaved);
      void keeper.flush();
    },
    comeBack: () => around.rescue.drop(keeper.held() ?? ''),
  };
}

const COPIED =
  'Another tab has changed the same diagnosis. What you typed here goes on as a copy of its own; the other tab keeps the original.';
const ELSEWHERE =
  'This diagnosis is open in another tab. Here is a copy of it; the other tab keeps the original, and neither overwrites the other.';
const GONE =
  'This diagnosis could not be opened: it was deleted, or the browser does not let this page read what it stored.';
const NOT_DELETED =
  'The diagnosis could not be deleted, because the browser does not let this page change what it stored.';
