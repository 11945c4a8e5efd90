import { MAX_PASTE } from '@/components/shell/paste-limits';
import type { Change, MergeState, ReadState } from '@/components/workspace/change';
import type { Content } from '@/components/workspace/content';
import { isStroke } from '@/components/workspace/history';
import { notice, openingNotices } from '@/components/workspace/notices';
import type { EvidenceSlice } from '@/components/workspace/state';
import { conflictsOf, settle, settledByHand } from '@/lib/diagnosis/conflicts';
import { EMPTY_DOCUMENT, evidenceParts, setEvidence } from '@/lib/diagnosis/edit';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { setRequestField } from '@/lib/diagnosis/edit-request';
import { chooseMessage, mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import { mergePolicies } from '@/lib/diagnosis/merge-policies';
import { listMessages } from '@/lib/diagnosis/messages';
import { openDocument } from '@/lib/diagnosis/open';
import { pasteReport } from '@/lib/diagnosis/paste-report';
import { possibleCallers } from '@/lib/diagnosis/policies-of-request';
import { type EvidenceReader, evidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { DenialReport, Evidence } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';
import { type StepId, stepOfPolicyType } from '@/lib/guidance/step';
import { decodeLink } from '@/lib/permalink/codec';
import { findLink } from '@/lib/permalink/find-link';
import type { Problem } from '@/lib/text/problem';
import { sayNumber } from '@/lib/text/wording';

// A message or an event is kept with the diagnosis, and none is longer; a whole log file is for another page.
const MAX_KEPT = 1_000_000;

/** Pasted texts: recognised, cleaned of secrets, merged into the document as one change. */
export function evidenceActions(
  get: ReadState,
  set: MergeState,
  change: Change,
  cut: (text: string) => string,
  newId: () => string,
): EvidenceSlice {
  const read = evidenceReader();
  return {
    paste: (pasted, notations) => {
      const refuse = (limit: number) => {
        get().tell(notice('paste', 'error', tooLong(pasted.length, limit)));
        return get().step;
      };
      if (pasted.length > MAX_PASTE) return refuse(MAX_PASTE);
      const link = findLink(pasted);
      if (link !== undefined) return openLink(get, link);
      const text = cut(pasted);
      const evidence = readEvidence(text, notations);
      if (evidence.kind !== 'policies' && text.length > MAX_KEPT) return refuse(MAX_KEPT);
      if (evidence.kind === 'diagnosis') return openPasted(get, evidence.diagnosisText ?? text, newId);
      if (get().origin.kind === 'received') {
        get().tell(notice('paste', 'warning', ONLY_READ));
        return get().step;
      }
      const before = get().document;
      let problems: readonly Problem[] = [];
      change('paste', (content) => {
        const merged = withPaste(content, text, evidence, (other) => (other === text ? evidence : read(other)));
        problems = merged.problems;
        return merged.content;
      });
      const among = possibleCallers(get().document, evidence);
      set({
        pasted: pasteReport(before, get().document, evidence),
        callers: among.length > 0 ? { evidence, among } : undefined,
      });
      // Who it was is asked where the caller is given.
      const told = problems.filter(({ code }) => !(code === 'policies-whose' && among.length > 0));
      tellProblems(get, [...evidence.problems, ...told]);
      const changed = firstChanged(before, get().document);
      const key = changed === undefined ? undefined : get().policyKeys[changed];
      if (key !== undefined) get().select(key);
      const added = changed === undefined ? undefined : policiesOf(get().document)[changed];
      const step =
        among.length > 0 ? 'source' : isToSettle(get().document, evidence, read) ? 'message' : stepFor(evidence, added);
      get().goToStep(step);
      return step;
    },
    setEvidence: (index, typed) => {
      const typing = { before: evidenceParts(get().document)[index]?.text ?? '', after: typed };
      const text = isStroke(typing) ? typed : cut(typed);
      change(`evidence.${index}`, (content) => withEvidence(content, index, text, read), typing);
    },
    settle: (conflict, side) => {
      change('settle', (content) => ({ ...content, document: settle(content.document, conflict, side) }));
    },
    chooseCaller: ({ arn }) => {
      const { callers, document: before } = get();
      if (callers === undefined) return;
      let problems: readonly Problem[] = [];
      change('caller', (content) => {
        const named = settledByHand(setRequestField(content.document, 'principal', arn), 'request.principal');
        const merged = mergePolicies(named, callers.evidence, 'identity');
        problems = merged.problems;
        return { ...content, document: merged.value };
      });
      set({ callers: undefined, pasted: pasteReport(before, get().document, callers.evidence) });
      tellProblems(get, problems);
      get().goToStep('identity');
    },
    chooseMessage: (message) => {
      change('choose', (content) => ({
        ...content,
        document: chooseMessage(content.document, message, read),
      }));
    },
  };
}

interface Pasted {
  readonly content: Content;
  readonly problems: readonly Problem[];
}

/** The facts of a paste first: they tell whose policies are meant. */
function withPaste(content: Content, text: string, evidence: Evidence, read: EvidenceReader): Pasted {
  const parts = evidenceParts(content.document);
  const same = parts.findIndex((part) => part.text === text);
  // Policies alone say nothing about a request; their text stands in their editors.
  const stated = isAboutPolicies(evidence)
    ? content
    : withEvidence(content, same < 0 ? parts.length : same, text, read);
  const { value: document, problems } = mergePolicies(stated.document, evidence, 'identity');
  return { content: { ...stated, document }, problems };
}

/** Policies, the answer that there is none, or that a report is not there yet. */
function isAboutPolicies({ kind, reports, none, lastAccessed }: Evidence): boolean {
  if (kind === 'lastAccessed' && lastAccessed === undefined) return true;
  return kind === 'policies' || (none !== undefined && !reports.some((report) => report.isAccessDenied));
}

/** The first policy that was added, or whose text was filled in. */
function firstChanged(before: DiagnosisDocument, after: DiagnosisDocument): number | undefined {
  const place = policiesOf(after).findIndex((policy, index) => policy.document !== policiesOf(before)[index]?.document);
  return place < 0 ? undefined : place;
}

function tellProblems(get: ReadState, problems: readonly Problem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const message = others.length === 0 ? first.message : NOT_ALL;
  get().tell({ kind: 'paste', severity: 'warning', message, problems: others.length === 0 ? [] : problems });
}

const NOT_ALL = 'Not everything in this text could be used as it is.';

function withEvidence(content: Content, index: number, text: string, read: EvidenceReader): Content {
  return { ...content, document: mergeEvidence(setEvidence(content.document, index, text), read, index) };
}

function stepFor(evidence: Evidence, added: DocumentPolicy | undefined): StepId {
  if (added !== undefined) return stepOfPolicyType(added.type);
  const [none] = evidence.none ?? [];
  if (none !== undefined && isAboutPolicies(evidence)) return stepOfPolicyType(none.type);
  if (evidence.kind === 'identity') return 'source';
  if (evidence.kind === 'lastAccessed') return 'identity';
  const [report] = evidence.reports;
  return report ? stepOfReport(report) : 'message';
}

/** Which of several messages is meant, and what counts where sources disagree, is asked where the messages are. */
function isToSettle(document: DiagnosisDocument, { reports }: Evidence, read: EvidenceReader): boolean {
  if (reports.length === 0) return false;
  const denials = listMessages(document, read).filter(({ report }) => report.isAccessDenied);
  return denials.length > 1 || conflictsOf(document, read).length > 0;
}

/** Where to look first: what AWS names, else the caller's own policies; what has to be decoded or is no denial stays with the message. */
function stepOfReport({ isAccessDenied, encodedMessage, policyType }: DenialReport): StepId {
  if (!isAccessDenied || encodedMessage) return 'message';
  return stepOfPolicyType(policyType ?? 'identity');
}

function openLink(get: ReadState, fragment: string): StepId {
  const read = decodeLink(fragment);
  if ('refused' in read) get().tell(notice('link', 'error', read.refused));
  else
    get().open(
      { kind: 'received', draftId: get().origin.draftId },
      read.document,
      openingNotices('link', read.problems),
    );
  return get().step;
}

/** A pasted document becomes a draft of its own, unless there is nothing yet that it could replace. */
function openPasted(get: ReadState, text: string, newId: () => string): StepId {
  const { document, problems } = openDocument(text);
  if (document === undefined) {
    const [first] = problems;
    get().tell(notice('import', 'error', first?.message ?? ''));
  } else {
    const draftId = get().document === EMPTY_DOCUMENT ? get().origin.draftId : newId();
    get().open({ kind: 'draft', draftId }, document, openingNotices('import', problems));
  }
  return get().step;
}

function tooLong(length: number, limit: number): string {
  return `The pasted text has ${sayNumber(length)} characters, and this page reads up to ${sayNumber(limit)}. Nothing was changed. Paste the error message, the event or one policy alone.`;
}

const ONLY_READ =
  'This diagnosis is someone else’s and can only be looked at, so nothing was changed. Make it yours, or begin a new one, then paste again.';
