import { readCollected } from '@/lib/evidence/collected/collected';
import { denialFirst } from '@/lib/evidence/denial-first';
import { readEvent } from '@/lib/evidence/events/cloudtrail-event';
import { readEventTable } from '@/lib/evidence/events/event-table';
import type { DenialReport, Evidence } from '@/lib/evidence/evidence';
import type { Found } from '@/lib/evidence/forms';
import { readCallerIdentityText } from '@/lib/evidence/forms/caller-identity';
import { findMessages } from '@/lib/evidence/forms/message';
import { withoutLineNumbers } from '@/lib/evidence/line-numbers';
import { type Notations, type Pieces, readPieces } from '@/lib/evidence/pieces';
import { joinClues } from '@/lib/evidence/policies/join';
import { REPAIRS } from '@/lib/evidence/repairs';
import { MAX_JSON_LENGTH } from '@/lib/text/json';

/** Longest paste that is read. A larger one is a log; its lines have to be narrowed down first. */
export const MAX_PASTE = 5_000_000;

const NOTHING: Evidence = { kind: 'unknown', reports: [], policies: [], problems: [] };

/**
 * Says what a paste is: a message, an event, a decoded message, policies, who the caller is, or a diagnosis. Takes over only
 * what the text states. `notations`: readers of what is seldom pasted, such as YAML. Never fails.
 */
export function readEvidence(text: string, notations: Notations = {}): Evidence {
  if (text.length > MAX_PASTE) return { ...NOTHING, problems: [tooLarge(text.length)] };
  if (text.trim() === '') return NOTHING;
  const plain = withoutLineNumbers(quoted(narrowed(text)));
  if (plain !== text) return readEvidence(plain, notations);
  const output = readCollected(text);
  const { found, rest, problems } = readStructured(output?.rest ?? text, notations);
  const diagnosis = found.find((one) => one.kind === 'diagnosis');
  if (diagnosis) {
    return { ...NOTHING, kind: 'diagnosis', diagnosisText: diagnosis.text, policies: diagnosis.policies };
  }
  const structured = found.filter((one) => one.kind === 'report');
  const clues = [...(output?.clues ?? []), ...found.flatMap((one) => (one.kind === 'policies' ? one.clues : []))];
  const reading = joinClues(clues);
  const accesses = found.flatMap((one) => (one.kind === 'lastAccessed' ? one.services : []));
  const next = found.flatMap((one) => (one.kind === 'lastAccessed' && one.next ? [one.next] : []));
  const said = findMessages(rest);
  // Beside an event a bare "AccessDenied" is a table's or a prompt's, no message of its own.
  const messages = structured.length > 0 ? said.filter(({ report }) => saysWhatWasDenied(report)) : said;
  const all = denialFirst([
    ...structured.map(({ of, report, text: own }) => ({ report, origin: { form: of, text: own, times: 1 } })),
    ...messages.map(({ report, text: own, times }) => ({
      report,
      origin: { form: 'message' as const, text: own, times },
    })),
  ]);
  const caller =
    found.find((one) => one.kind === 'identity')?.principal ?? readCallerIdentityText(output?.rest ?? text);
  return {
    kind:
      all[0]?.origin.form ??
      (clues.length > 0 || output !== undefined ? 'policies' : undefined) ??
      (caller === undefined ? undefined : 'identity') ??
      (found.some((one) => one.kind === 'lastAccessed') ? 'lastAccessed' : 'unknown'),
    reports: all.map(({ report }) => report),
    origins: all.map(({ origin }) => origin),
    ...reading,
    ...(output && { collected: output.collected }),
    ...(accesses.length > 0 && { lastAccessed: accesses }),
    ...(caller !== undefined && { principal: caller }),
    // A message may look like YAML that is broken; where it was read there is nothing to tell.
    problems: [
      ...(output?.problems ?? []),
      ...(found.length === 0 && messages.length > 0 ? [] : problems),
      ...next,
      ...reading.problems,
    ],
  };
}

/** A file in UTF-16 that was taken for UTF-8 has a zero behind every letter: PowerShell writes such files. */
function narrowed(text: string): string {
  const zeros = text.slice(0, 2000).split('\0').length - 1;
  return zeros > Math.min(text.length, 2000) * 0.3 ? text.replaceAll('\0', '').replace(/^[\ufffdÿþ]{1,2}/, '') : text;
}

/** Quotes of Windows-1252 that were read as control characters. */
function quoted(text: string): string {
  return text.replace(/[\u0093\u0094]/g, '"').replace(/[\u0091\u0092]/g, "'");
}

function tooLarge(length: number) {
  const millions = (length / 1_000_000).toFixed(1);
  const message = `The paste has ${millions} million characters; ${MAX_PASTE / 1_000_000} million can be read at once. Paste the message and the policies alone.`;
  return { code: 'paste-too-large', severity: 'error', message } as const;
}

function saysWhatWasDenied(report: DenialReport): boolean {
  return (report.action ?? report.principal) !== undefined;
}

/** What the text's pieces are, as it stands; else what they are once escapes are undone or its braces are added. */
function readStructured(text: string, notations: Notations): Pieces {
  const table = readEventTable(text);
  if (table) {
    const found = table.events.map(
      ({ event, text: own }): Found => ({
        kind: 'report',
        of: 'event',
        report: readEvent(event, false),
        text: own,
      }),
    );
    return { found, rest: text.slice(0, table.start), problems: [], isBroken: false };
  }
  const asPasted = readPieces(text, notations, true);
  if (isSettled(asPasted) || text.length > MAX_JSON_LENGTH) return asPasted;
  let best = asPasted;
  for (const { undo, isPart } of REPAIRS) {
    const repaired = undo(text);
    const read = repaired === undefined ? undefined : readPieces(repaired, {}, !isPart);
    if (read && isSettled(read)) return read;
    if (read && read.found.length > 0 && best.found.length === 0) best = read;
  }
  return best;
}

/** Something was read, and nothing of it was broken. */
function isSettled({ found, isBroken }: Pieces): boolean {
  return found.length > 0 && !isBroken;
}
