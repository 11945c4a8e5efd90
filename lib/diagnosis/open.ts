import { isTooDeep, plainCopy, tooDeep } from '@/lib/diagnosis/plain-copy';
import { isFields, restore } from '@/lib/diagnosis/restore';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { parseJson } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { lineStarts, positionAt } from '@/lib/text/range';
import { sayNumber } from '@/lib/text/wording';

/** The format version this code writes, and the newest it reads. */
const VERSION = 1;
/** Longest text that is opened. A thousand policies of the largest size AWS stores have about as many characters. */
const MAX_TEXT = 5_000_000;

export interface Opened {
  /** Left out when there is nothing in the input that could be opened. */
  readonly document?: DiagnosisDocument;
  readonly problems: readonly Problem[];
  /** For each policy of the document, its place in the input's `policies`: broken ones there were left out. */
  readonly policyPlaces: readonly number[];
}

/**
 * Opens a diagnosis document of any version from its text or its parsed value. Input is not trusted: what is broken is left
 * out where it stands, with a problem that says where; unknown fields are kept.
 */
export function openDocument(input: unknown): Opened {
  const read = typeof input === 'string' ? readText(input) : plainCopy(input);
  if ('refused' in read) return nothing(read.refused);
  if (Array.isArray(read.value)) return nothing(error('document-list', LIST));
  if (!isFields(read.value)) return nothing(error('document-scalar', SCALAR));
  const wrong = notADocument(read.value);
  if (wrong !== undefined) return nothing(wrong);
  const version = versionProblems(read.value);
  const { document, problems, policyPlaces } = restore(read.value);
  return { document, policyPlaces, problems: [...version, ...problems] };
}

function nothing(problem: Problem): Opened {
  return { problems: [problem], policyPlaces: [] };
}

function readText(text: string): ReturnType<typeof plainCopy> {
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return { refused: error('document-empty', EMPTY) };
  if (json.length > MAX_TEXT) return { refused: error('document-too-large', tooLarge(json.length)) };
  if (isTooDeep(json)) return { refused: tooDeep() };
  try {
    return plainCopy(JSON.parse(json));
  } catch {
    return { refused: unreadable(json) };
  }
}

/** Why an object is no diagnosis at all; `undefined` when it is one, however broken. */
function notADocument(fields: Readonly<Record<string, unknown>>): Problem | undefined {
  const version = fields.whydenied;
  if (typeof version === 'number' && version > VERSION) return error('document-newer', newer(version));
  if (version !== undefined || KNOWN_BY.some((field) => Object.hasOwn(fields, field))) return undefined;
  return Object.hasOwn(fields, 'Statement') ? error('document-policy', POLICY) : error('document-other', OTHER);
}

// Without the version number these fields still tell that an object is meant as a diagnosis.
const KNOWN_BY = ['policies', 'request', 'evidence'];

function versionProblems(fields: Readonly<Record<string, unknown>>): readonly Problem[] {
  if (fields.whydenied === VERSION) return [];
  return [{ code: 'document-version', severity: 'warning', message: NO_VERSION }];
}

function unreadable(text: string): Problem {
  const [first] = parseJson(text).problems.filter((problem) => problem.severity === 'error' && problem.range);
  if (!first?.range) return error('document-json', `${BROKEN} Export the diagnosis again and open that file.`);
  const { line, column } = positionAt(lineStarts(text), first.range.start);
  const message = `${BROKEN} Line ${line}, column ${column}: ${first.message}`;
  return { ...error('document-json', message), range: first.range };
}

function error(code: string, message: string): Problem {
  return { code, severity: 'error', message };
}

function newer(version: number): string {
  return `This diagnosis was written by a newer WhyDenied (format ${version}; this one reads format ${VERSION}). Reload the page or update, then open it again.`;
}

function tooLarge(length: number): string {
  return `This has ${sayNumber(length)} characters; a diagnosis has at most ${sayNumber(MAX_TEXT)}. Take out policies that have nothing to do with the request, then open it again.`;
}

const EMPTY = 'There is nothing here to open. A diagnosis is a JSON object that begins with `{ "whydenied": 1`.';
const BROKEN = 'This is not a diagnosis that can be opened, because its JSON is broken.';
const LIST =
  'This is a list. A diagnosis is one JSON object that begins with `{ "whydenied": 1`; open the diagnoses one by one.';
const SCALAR =
  'This is a single value, not a diagnosis. A diagnosis is a JSON object that begins with `{ "whydenied": 1`.';
const POLICY =
  'This is a policy, not a diagnosis. Paste it into the step it belongs to, or put it into the list `policies` of a diagnosis.';
const OTHER =
  'This JSON is not a diagnosis: it has neither `whydenied` nor `request` nor `policies`. Open a file that WhyDenied exported.';
const NO_VERSION = `The field \`whydenied\` should hold the format version ${VERSION}. The diagnosis was read as that version.`;
