import { evidenceParts, without } from '@/lib/diagnosis/edit';
import { areOfOneCall, differingKeys, sayTheSame } from '@/lib/diagnosis/one-call';
import { decidingReport, type EvidenceReader, type PlacedReport, placedReports } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument, EvidencePart } from '@/lib/diagnosis/schema';
import type { DenialReport, ReportOrigin } from '@/lib/evidence/evidence';

/** One of several things that AWS said in the pasted texts. */
export interface ListedMessage {
  readonly report: DenialReport;
  /** The text that makes this report. */
  readonly text: string;
  /** How often the texts say it. */
  readonly times: number;
  /** What it is said by. */
  readonly forms: readonly ReportOrigin['form'][];
  /** The condition keys that tell it from others that say the same. */
  readonly apart: readonly string[];
  /** The diagnosis is about this one. */
  readonly isChosen: boolean;
}

/** Longest list that anybody looks through; a log with more is for the page that reads logs. */
export const MOST_MESSAGES = 200;

/** The name of a text that stands before the others because the person chose it among what they say. */
const CHOSEN = 'Chosen from the text below';

/** The chosen denial has an encoded message, and nobody pasted yet what it says. */
export function waitsForDecoding(report: DenialReport, messages: readonly ListedMessage[]): boolean {
  const isDecoded = messages.some(({ isChosen, forms }) => isChosen && forms.includes('decodedMessage'));
  return report.encodedMessage === true && !isDecoded;
}

/** Lists the messages of documents, remembering the last list: texts seldom change while policies are typed. */
export function messageLister(read: EvidenceReader): (document: DiagnosisDocument) => readonly ListedMessage[] {
  let last: { readonly parts: readonly EvidencePart[]; readonly messages: readonly ListedMessage[] } | undefined;
  return (document) => {
    const parts = evidenceParts(document);
    if (last === undefined || !sameParts(last.parts, parts)) last = { parts, messages: listMessages(document, read) };
    return last.messages;
  };
}

function sameParts(one: readonly EvidencePart[], other: readonly EvidencePart[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ text, label }, place) => other[place]?.text === text && other[place]?.label === label)
  );
}

/** What AWS said, each thing once, in the order of the texts; of each text its first denial before all else. */
export function listMessages(document: DiagnosisDocument, read: EvidenceReader): readonly ListedMessage[] {
  const reports = placedReports(document, read);
  const deciding = decidingReport(reports);
  if (deciding === undefined) return [];
  const [front] = evidenceParts(document);
  // What was chosen stands in the texts below as well.
  const isCopy = (placed: PlacedReport) => placed.part === 0 && front?.label === CHOSEN;
  const groups: { readonly first: PlacedReport; readonly rest: PlacedReport[] }[] = [];
  const copies = reports.filter(isCopy);
  for (const placed of reports) {
    if (isCopy(placed)) continue;
    const group = groups.find(({ first }) => areOfOneCall(first, placed));
    if (group) group.rest.push(placed);
    else if (groups.length < MOST_MESSAGES) groups.push({ first: placed, rest: [] });
  }
  // Its text was taken away below: it is still what the diagnosis is about.
  for (const copy of copies) {
    if (!groups.some(({ first }) => areOfOneCall(first, copy))) groups.unshift({ first: copy, rest: [] });
  }
  const chosen =
    groups.find(({ first, rest }) => [first, ...rest].includes(deciding)) ??
    groups.find(({ first }) => areOfOneCall(first, deciding));
  return groups.map((group) => ({
    report: group.first.report,
    text: group.first.origin.text,
    times: timesOf([group.first, ...group.rest]),
    forms: [...new Set([group.first, ...group.rest].map(({ origin }) => origin.form))],
    apart: keysApart(
      group.first.report,
      groups.map(({ first }) => first.report),
    ),
    isChosen: group === chosen,
  }));
}

const MOST_KEYS = 3;

function keysApart(report: DenialReport, all: readonly DenialReport[]): readonly string[] {
  const alike = all.filter((other) => other !== report && sayTheSame(report, other));
  return [...new Set(alike.flatMap((other) => differingKeys(report, other)))].slice(0, MOST_KEYS);
}

/** An event and the message that it holds are one thing, however often each is there. */
function timesOf(placed: readonly PlacedReport[]): number {
  const counts = new Map<string, number>();
  for (const { origin } of placed) counts.set(origin.form, (counts.get(origin.form) ?? 0) + origin.times);
  return Math.max(...counts.values());
}

/**
 * Makes a message the one that the diagnosis is about. The format's rule is that the first denial of all texts counts, so a copy of its text goes
 * before them; the texts stay as they were pasted. `from` goes along. What the request has from the texts is merged anew by merge-evidence.ts.
 */
export function putFirst(document: DiagnosisDocument, message: ListedMessage, read: EvidenceReader): DiagnosisDocument {
  const pasted = withoutChosen(document);
  const isFirst = listMessages(pasted, read).some((one) => one.isChosen && one.text === message.text);
  if (isFirst) return pasted;
  return withParts(pasted, [{ text: message.text, label: CHOSEN }, ...evidenceParts(pasted)], 1);
}

function withoutChosen(document: DiagnosisDocument): DiagnosisDocument {
  const [front, ...rest] = evidenceParts(document);
  return front?.label === CHOSEN && rest.length > 0 ? withParts(document, rest, -1) : document;
}

/** Replaces the texts; sources move along with the texts that they name. */
function withParts(document: DiagnosisDocument, parts: readonly EvidencePart[], moved: 1 | -1): DiagnosisDocument {
  const [only] = parts;
  const isOneText = parts.length === 1 && only !== undefined && Object.keys(only).length === 1;
  const evidence = isOneText ? only.text : [...parts];
  const from = Object.entries(document.from ?? {}).map(([path, source]): readonly [string, string] => {
    const [, place] = /^evidence:(\d{1,9})$/.exec(source) ?? [];
    // What only the chosen text stated is taken back when the texts are merged: no text has this number.
    return [path, place === undefined ? source : `evidence:${Number(place) + moved}`];
  });
  const replaced = { ...document, evidence };
  return from.length === 0 ? without(replaced, 'from') : { ...replaced, from: Object.fromEntries(from) };
}
