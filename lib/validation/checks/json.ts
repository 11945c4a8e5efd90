import type { JsonFault, JsonFaultKind } from '@/lib/text/json-faults';
import { lineStarts, positionAt } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import type { Dress } from '@/lib/validation/dress';
import type { QuickFix } from '@/lib/validation/finding';
import { analyzerPage, iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Subject } from '@/lib/validation/subject';

// The pasted text: whether it is JSON, why it is not, and what it is instead.

const ALWAYS = { severity: 'error', types: ALL_TYPES, rank: 'syntax', reads: 'text' } as const;
const GRAMMAR_PAGE = iamPage('reference_policies_grammar');

const JSON_SYNTAX_ERROR: Check = {
  ...ALWAYS,
  id: 'JSON_SYNTAX_ERROR',
  page: analyzerPage('error', 'json-syntax-error'),
  *find(subject): Iterable<Found> {
    const { isJson, text, faults, dress } = subject;
    if (isJson) return;
    if (text.trim() === '') {
      yield { range: { start: 0, end: 0 }, message: 'There is no policy here yet. Paste its JSON, or type it.' };
      return;
    }
    const at = faults[0]?.at ?? 0;
    const { line, column } = positionAt(lineStarts(text), at);
    const advice = dress ? 'It is not the policy itself.' : ADVICE[faults[0]?.kind ?? 'other'];
    const message = `The text is not valid JSON: line ${line}, column ${column}. ${advice}`;
    yield { range: { start: at, end: Math.min(at + 1, text.length) }, message, ...repair(subject) };
  },
};

const ADVICE: Readonly<Record<JsonFaultKind, string>> = {
  trailingComma: 'Remove the comma before the bracket.',
  missingComma: 'A comma is missing before this place.',
  comment: 'Remove the comment.',
  singleQuotes: 'Put texts in double quotes.',
  curlyQuotes: 'Use straight quotes: `"`.',
  unquotedKey: 'Put the name in double quotes.',
  unclosed: 'It ends too early: a bracket or a quote is not closed.',
  furtherValue: 'The policy ends before this place. Remove what follows.',
  other: 'This cannot stand here.',
};

/** All faults mended at once, where each of them has one reading: half-mended text would be no JSON either. */
function repair({ text, faults, dress }: Subject): { readonly fixes?: readonly QuickFix[] } {
  if (dress) return undress(text, dress);
  const kinds = [...new Set(faults.map((fault) => fault.kind))];
  const [only] = kinds;
  if (only === undefined || faults.some((fault) => fault.edits === undefined)) return {};
  const title = kinds.length === 1 ? REPAIRS[only] : 'Correct the JSON';
  return { fixes: [{ title, edits: faults.flatMap((fault) => fault.edits ?? []) }] };
}

const REPAIRS: Readonly<Record<JsonFaultKind, string>> = {
  trailingComma: 'Remove the comma',
  missingComma: 'Add the comma',
  comment: 'Remove comments',
  singleQuotes: 'Use double quotes',
  curlyQuotes: 'Use straight quotes',
  unquotedKey: 'Put names in double quotes',
  unclosed: 'Close what is open',
  furtherValue: 'Correct the JSON',
  other: 'Correct the JSON',
};

function undress(text: string, { kind, plain }: Dress): { readonly fixes?: readonly QuickFix[] } {
  if (plain === undefined) return {};
  return { fixes: [{ title: UNDRESS[kind], edits: [{ range: { start: 0, end: text.length }, text: plain }] }] };
}

const UNDRESS: Readonly<Record<Dress['kind'], string>> = {
  escaped: 'Unescape the policy',
  percents: 'Decode the policy',
  html: 'Decode the policy',
  otherLanguage: 'Write it as JSON',
};

/** The first fault of a kind. */
function faultCheck(id: string, kind: JsonFaultKind, message: string): Check {
  return {
    ...ALWAYS,
    id,
    page: GRAMMAR_PAGE,
    *find(subject): Iterable<Found> {
      const first = subject.dress ? undefined : subject.faults.find((fault: JsonFault) => fault.kind === kind);
      if (first) yield { range: first.range, message, ...repair(subject) };
    },
  };
}

/** A text that is dressed in something. */
function dressCheck(id: string, kind: Dress['kind'], message: string): Check {
  return {
    ...ALWAYS,
    id,
    page: GRAMMAR_PAGE,
    *find({ dress, root, isJson, text }): Iterable<Found> {
      if (dress?.kind !== kind) return;
      const whole = isJson && root ? root.range : { start: 0, end: text.length };
      yield { range: whole, message, ...undress(text, dress) };
    },
  };
}

const BYTE_ORDER_MARK: Check = {
  ...ALWAYS,
  id: 'BYTE_ORDER_MARK',
  page: GRAMMAR_PAGE,
  *find({ text }): Iterable<Found> {
    // Programs that each put one before what they read make several.
    const marks = /^\uFEFF+/.exec(text)?.[0];
    if (marks === undefined) return;
    const range = { start: 0, end: marks.length };
    const message = 'The text begins with an invisible byte-order mark, which AWS refuses. Remove it.';
    yield { range, message, fixes: [{ title: 'Remove the mark', edits: [{ range, text: '' }] }] };
  },
};

const WRAPPED_POLICY: Check = {
  id: 'WRAPPED_POLICY',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'element',
  page: GRAMMAR_PAGE,
  *find({ wrapped, root, text }): Iterable<Found> {
    if (wrapped === undefined || root === undefined) return;
    const { member, value, plain } = wrapped;
    const message = `This holds a policy, but is none itself. Take only what stands below ${code(member.key.value)}.`;
    const edits =
      plain === undefined
        ? [
            { range: { start: root.range.start, end: value.range.start }, text: '' },
            { range: { start: value.range.end, end: root.range.end }, text: '' },
          ]
        : [{ range: { start: 0, end: text.length }, text: plain }];
    yield { range: member.key.range, message, fixes: [{ title: 'Take the policy out', edits }] };
  },
};

export const JSON_CHECKS: readonly Check[] = [
  JSON_SYNTAX_ERROR,
  faultCheck('JSON_TRAILING_COMMA', 'trailingComma', 'Nothing follows this comma before the bracket. Remove it.'),
  faultCheck('JSON_MISSING_COMMA', 'missingComma', 'A comma is missing before this place.'),
  faultCheck('JSON_COMMENT', 'comment', 'JSON has no comments. Remove this one.'),
  faultCheck('JSON_SINGLE_QUOTES', 'singleQuotes', 'Texts in JSON stand in double quotes, not in single ones.'),
  faultCheck(
    'CURLY_QUOTES',
    'curlyQuotes',
    'These are typographic quotes, as word processors make them. Use straight ones: `"`.',
  ),
  faultCheck('JSON_UNQUOTED_KEY', 'unquotedKey', 'Names of elements stand in double quotes.'),
  faultCheck('JSON_UNCLOSED', 'unclosed', 'The text ends too early: this is not closed.'),
  faultCheck(
    'MULTIPLE_DOCUMENTS',
    'furtherValue',
    'A policy is one object, and it has ended before this place. Merge the statements into one policy.',
  ),
  dressCheck(
    'JSON_ESCAPED',
    'escaped',
    'This is the policy as an escaped text. Take the backslashes and outer quotes away.',
  ),
  dressCheck(
    'JSON_URL_ENCODED',
    'percents',
    'This is the policy percent-encoded, as IAM’s own answers have it. Decode it.',
  ),
  dressCheck('HTML_ENTITIES', 'html', 'This was copied from a web page with its HTML codes. Copy it as text.'),
  dressCheck(
    'NOT_A_POLICY_YAML',
    'otherLanguage',
    'This is YAML or another language. Policies are JSON; paste the policy as JSON.',
  ),
  BYTE_ORDER_MARK,
  WRAPPED_POLICY,
];
