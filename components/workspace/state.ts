import type { Content, PolicyKey } from '@/components/workspace/content';
import type { History, Undone } from '@/components/workspace/history';
import type { ConflictSide, FactConflict } from '@/lib/diagnosis/conflicts';
import type { AccountFact, Availability } from '@/lib/diagnosis/edit';
import type { LevelledType, NewPolicy } from '@/lib/diagnosis/edit-policies';
import type { RequestField } from '@/lib/diagnosis/edit-request';
import type { ListedMessage } from '@/lib/diagnosis/messages';
import type { PasteReport } from '@/lib/diagnosis/paste-report';
import type { PossibleCaller } from '@/lib/diagnosis/policies-of-request';
import type { DiagnosisDocument, DocumentContextValue } from '@/lib/diagnosis/schema';
import type { Evidence } from '@/lib/evidence/evidence';
import type { Notations } from '@/lib/evidence/pieces';
import type { StepId } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';

// What the workspace holds: the document, what the person looks at, and how it came here. Nothing that follows from the
// document (use-verdict.ts), no DOM node, no editor.

/** Whose document this is. A received one cannot be edited before `makeItMine`; `draftId` is this tab's own draft then. */
interface Origin {
  readonly kind: 'draft' | 'received';
  readonly draftId: string;
}

/** Something that happened and that the person must be told; stays until dismissed or the next document opens. */
export interface Notice {
  readonly id: number;
  /** `secrets`: something was cut from a paste. `link`, `import`: what could not be read. `draft`: a copy was made. */
  readonly kind: 'secrets' | 'link' | 'import' | 'draft' | 'paste';
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** How it stands with keeping the draft on this device. */
export type StorageStatus =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  /** The browser refuses storage, or there is no room left: what is typed lives in this tab only. */
  | { readonly state: 'blocked' | 'full' | 'failed'; readonly message: string };

export interface DraftSummary {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** A place to show: the step opens, the policy's editor scrolls to the range. `count` grows with every jump. */
interface Jump {
  readonly count: number;
  readonly policyKey: PolicyKey;
  readonly range?: Range;
}

/** Whose policies a paste holds, until the caller is chosen. */
interface CallerQuestion {
  readonly evidence: Evidence;
  readonly among: readonly PossibleCaller[];
}

/** The wizard's steps, the policies in them, and where the person is. */
export interface ViewSlice {
  readonly step: StepId;
  /** The policy whose editor is open. */
  readonly selected: PolicyKey | undefined;
  readonly jump: Jump | undefined;
  /** The last paste holds the policies of several users and roles, and nobody has said yet who called. */
  readonly callers: CallerQuestion | undefined;
  /** What became of the last paste, until it is dismissed, undone, or another document opens. */
  readonly pasted: PasteReport | undefined;
  readonly goToStep: (step: StepId) => void;
  readonly select: (key: PolicyKey | undefined) => void;
  readonly dismissPasted: () => void;
  /** Opens the step of the policy at a place of the document, selects it and scrolls to the range. */
  readonly jumpTo: (policyIndex: number, range?: Range) => void;
}

/** Changes of the document. All are undoable, none does anything while a received document is only read. */
export interface DocumentSlice extends Content {
  readonly setTitle: (title: string) => void;
  readonly setRequestField: (field: RequestField, value: string) => void;
  readonly setContextKey: (key: string, value: DocumentContextValue) => void;
  readonly setKeyAbsent: (key: string) => void;
  readonly setKeyPresent: (key: string) => void;
  readonly removeContextKey: (key: string) => void;
  readonly setAccountFact: (fact: AccountFact, value: boolean | undefined) => void;
  readonly setAvailability: (type: PolicyType, availability: Availability) => void;
  /** Adds a policy, selects it and gives its key. */
  readonly addPolicy: (policy: NewPolicy) => PolicyKey | undefined;
  /** Adds a level of SCPs (with FullAWSAccess) or RCPs, selects its policy and gives its key. */
  readonly addLevel: (type: LevelledType, label: string) => PolicyKey | undefined;
  readonly renameLevel: (type: LevelledType, label: string | undefined, renamed: string) => void;
  readonly renamePolicy: (key: PolicyKey, name: string) => void;
  readonly setPolicyText: (key: PolicyKey, text: string) => void;
  /** Puts values in the places of what a template left open. */
  readonly fillReferences: (key: PolicyKey, values: ReadonlyMap<string, string>) => void;
  readonly restoreOriginal: (key: PolicyKey) => void;
  readonly setPolicyType: (key: PolicyKey, type: PolicyType) => void;
  readonly setAttachedTo: (key: PolicyKey, attachedTo: string) => void;
  readonly setPolicyArn: (key: PolicyKey, arn: string) => void;
  readonly removePolicy: (key: PolicyKey) => void;
}

export interface EvidenceSlice {
  /**
   * Takes whatever was pasted or dropped, as one undoable change: a message fills the request, policies are added, a
   * diagnosis document or a link opens. `notations`: what `loadNotations` gave for the text. Gives the step where the person should look next.
   */
  readonly paste: (text: string, notations?: Notations) => StepId;
  /** Replaces the text of the message box; what it states follows, what was typed stays and becomes a conflict. */
  readonly setEvidence: (index: number, text: string) => void;
  /** Settles a conflict: what this side states counts. */
  readonly settle: (conflict: FactConflict, side: ConflictSide) => void;
  /** Takes this user or role, of those whose policies the last paste holds, for the caller, and takes the policies in. */
  readonly chooseCaller: (caller: PossibleCaller) => void;
  /** Of several messages makes one the diagnosis is about; the request follows. */
  readonly chooseMessage: (message: ListedMessage) => void;
}

export interface HistorySlice {
  readonly history: History;
  readonly undo: () => Undone | undefined;
  readonly redo: () => Undone | undefined;
  /** Undoes this text's own last change; where it has none, the last change of all. */
  readonly undoText: (key: PolicyKey) => Undone | undefined;
  readonly redoText: (key: PolicyKey) => Undone | undefined;
}

export interface SessionSlice {
  /** False until the tab knows what it shows: a link, what was handed over, its draft, or an empty document. */
  readonly ready: boolean;
  readonly origin: Origin;
  readonly notices: readonly Notice[];
  readonly storage: StorageStatus;
  readonly drafts: readonly DraftSummary[];
  readonly dismiss: (noticeId: number) => void;
  readonly tell: (notice: Omit<Notice, 'id'>) => void;
  /** Shows another document; the history starts anew. For session.ts; pages call what use-session.ts gives. */
  readonly open: (origin: Origin, document: DiagnosisDocument, notices?: readonly Omit<Notice, 'id'>[]) => void;
  /** A received document becomes a draft of one's own, under a new name. */
  readonly makeItMine: (ownId: string) => void;
  /** The document goes on as another draft, for drafts.ts. */
  readonly renameDraft: (draftId: string) => void;
  readonly setStorage: (storage: StorageStatus) => void;
  readonly setDrafts: (drafts: readonly DraftSummary[]) => void;
}

export type WorkspaceState = DocumentSlice & EvidenceSlice & ViewSlice & HistorySlice & SessionSlice;
