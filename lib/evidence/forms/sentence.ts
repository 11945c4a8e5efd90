import type { Denial, DenialReport } from '@/lib/evidence/evidence';
import { readEncodedMessage } from '@/lib/evidence/forms/encoded-message';
import { lastToken } from '@/lib/evidence/last-token';
import type { PolicyType } from '@/lib/iam/policy-type';

// AWS's standard sentence: "User: P is not authorized to perform: A on resource: R because no T allows the A action", and its relatives.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html

/** A sentence found in a text, with the offsets it spans. */
export interface FoundSentence {
  readonly report: Pick<
    DenialReport,
    | 'principal'
    | 'action'
    | 'impliedAction'
    | 'resource'
    | 'denial'
    | 'policyType'
    | 'policyArn'
    | 'encodedMessage'
    | 'encodedText'
  >;
  /** Where "is not authorized" stands. */
  readonly core: number;
  readonly start: number;
  readonly end: number;
}

// A copy may end within its last words.
const CORE =
  /\bis\s{1,4}not\s{1,4}authorized(?:\s{0,4}to\s{0,4}perform:?|(?:\s{1,4}to)?\s{0,4}$|\s{1,4}to\s{1,4}p(?:e(?:r(?:f(?:o(?:r)?)?)?)?)?…?\s{0,4}$)/gi;
// The longest ARN is 2,048 characters; line wraps and quotes add a little.
const BEFORE = 2400;
// Encoded messages follow the sentence; they have up to some ten thousand characters.
const AFTER = 45_000;
const MOST_SENTENCES = 200;

/** Every standard sentence of a text, in its order. */
export function findSentences(text: string): readonly FoundSentence[] {
  const cores = [...text.matchAll(CORE)].slice(0, MOST_SENTENCES);
  return cores.map((core, place) => {
    const previousEnd = place === 0 ? 0 : (cores[place - 1]?.index ?? 0) + 20;
    const nextStart = cores[place + 1]?.index ?? text.length;
    const coreEnd = core.index + core[0].length;
    const before = text.slice(Math.max(previousEnd, core.index - BEFORE), core.index);
    const after = text.slice(coreEnd, Math.min(nextStart, coreEnd + AFTER));
    const principal = readPrincipal(before);
    const tail = readTail(after);
    return {
      report: { ...(principal.value && { principal: principal.value }), ...tail.report },
      core: core.index,
      start: core.index - principal.length - leadOf(before.slice(0, before.length - principal.length)),
      end: coreEnd + tail.length,
    };
  });
}

const LEAD =
  /(?:You\s{1,4}are\s{1,4}not\s{1,4}authorized\s{1,4}to\s{1,4}perform\s{1,4}this\s{1,4}operation\.?\s{0,8}|The\s{1,4}IAM\s{1,4})$/i;

/** The length of what belongs to the sentence before its subject: EC2's words, "The IAM Entity". */
function leadOf(before: string): number {
  return LEAD.exec(before.slice(-80))?.[0].length ?? 0;
}

/** What stands before "is not authorized": "User: ARN", "User ARN", a bare name, a service, or nothing. */
function readPrincipal(before: string): { readonly value?: string; readonly length: number } {
  const user = before.toLowerCase().lastIndexOf('user:');
  // An ARN has no blanks, so a line break inside it is not its own; a masked part may read "<account number>".
  const named =
    user < 0
      ? ''
      : before
          .slice(user + 5)
          .replace(/[^\S\n]{0,100}\n\s{0,100}/g, '\n')
          .trim();
  const arn = /^["'`]?((?:arn:|assumed-role\/)(?:[^\s<>]|<[^<>\n]{0,40}>|\n){1,2048})["'`]?$/i.exec(named)?.[1];
  // A name that its owner wrote with a blank is kept as it is printed, in its line.
  const printed = arn ?? /^arn:aws[\w-]{0,12}:(?:iam|sts)::[^\s:]{0,40}:[^\n<>"():]{1,600}$/i.exec(named)?.[0];
  if (printed !== undefined) return { value: clean(printed.replaceAll('\n', '')), length: before.length - user };
  const token = lastToken(before);
  // Behind the tag of an XML element and behind a quote a name begins.
  const bare = token
    .replace(/^<.*>(?=\w)/s, '')
    .replace(/^.*["'`](?=\w)/s, '')
    .replace(/^https?:.*=(?=\w)/s, '');
  const unlabelled = bare.replace(/^user:(?=\S)/i, '');
  const value = clean(unlabelled);
  const blanks = before.length - before.trimEnd().length;
  const label = /user:?\s{0,20}$/i.exec(before.slice(0, before.length - blanks - token.length));
  const length = blanks + (label ? token.length + label[0].length : bare.length);
  const isLabelled = label !== null || unlabelled !== bare;
  if (isPlaceholder(value) || (isLabelled ? value === '' : !isName(value))) return { length };
  return { value, length };
}

/** Without "User:" in front of it: an ARN, a service's name or host, a path; no pronoun and no common noun. */
function isName(token: string): boolean {
  return /[:/.]\w/.test(token) || (/^[A-Z]\w{2,}/.test(token) && !NOBODY.has(token.toLowerCase()));
}

const NOBODY: ReadonlySet<string> = new Set(
  'user entity role caller account principal identity you this that and she they which who someone nobody'.split(' '),
);

function isPlaceholder(text: string): boolean {
  return /^(?:\.{2,}|…|\*{2,}|x{3,}|<[^<>]{0,80}>|\[[^[\]]{0,80}\]|\{[^{}]{0,80}\})$/i.test(text);
}

/** Quotes, brackets, emphasis and final punctuation are not part of a name. */
function clean(text: string): string {
  return text
    .replace(/^["'`(]{1,3}/, '')
    .replace(/["'`),;:]{1,3}$/, '')
    .replace(/^\*([^*]+)\*$/, '$1');
}

interface Tail {
  readonly report: FoundSentence['report'];
  readonly length: number;
}

// "API action" is how AWS's support articles print it when they name none.
const ACTION = /^\s{0,20}["'`]?([A-Za-z0-9-]{1,60}:[A-Za-z0-9*]{1,128}|null|API\s{1,20}action)["'`]?/;
// How some services speak of their role: "CodePipeline is not authorized to perform AssumeRole on role arn:…".
const ASSUME_ROLE = /^\s{1,20}AssumeRole(?=\s{1,20}on\s)/;
const REASON = /\s{1,20}(?:because\s{1,20}|with\s{1,20}(?:an\s{1,20})?explicit\s{1,20}deny)/i;

function readTail(after: string): Tail {
  const action = ACTION.exec(after);
  const assumes = ASSUME_ROLE.exec(after);
  const rest = after.slice((action ?? assumes)?.[0].length ?? 0);
  const firstReason = REASON.exec(rest)?.index;
  const resource = readResource(rest, firstReason);
  const reasonAt = resource.value === undefined ? firstReason : indexFrom(rest, REASON, resource.length);
  const reason =
    reasonAt !== undefined && isNear(rest.slice(resource.length, reasonAt))
      ? readReason(rest.slice(reasonAt))
      : undefined;
  const name = action?.[1];
  return {
    report: {
      ...(name?.includes(':') && { action: name }),
      ...(assumes && { impliedAction: 'sts:AssumeRole' }),
      ...(resource.value && { resource: resource.value }),
      denial: reason?.denial ?? 'unknown',
      ...(reason?.policyType && { policyType: reason.policyType }),
      ...(reason?.policyArn && { policyArn: reason.policyArn }),
      ...readEncodedMessage(rest),
    },
    length: (action?.[0].length ?? 0) + Math.max(resource.length, (reasonAt ?? 0) + (reason?.length ?? 0)),
  };
}

/** Where a pattern fits first from an offset on: a resource within quotes may hold the words of a reason itself. */
function indexFrom(text: string, pattern: RegExp, from: number): number | undefined {
  const found = pattern.exec(text.slice(from));
  return found ? from + found.index : undefined;
}

/** Between resource and reason stands nothing but blanks and quotes. */
function isNear(between: string): boolean {
  return between.length < 40 && /^[\s"'`.,]*$/.test(between);
}

const ON = /^\s{1,20}on\s{1,20}(?:(?:resource|role)(?::\s{0,20}|\s{1,20})|(?=["'`]?arn:))/i;
const ON_NOTHING =
  /^\s{1,20}on\s{1,20}(?:this\s{1,20}resource|the\s{1,20}specified\s{1,20}resource|the\s{1,20}resource\s{1,20}associated\s{1,20}with\s{1,20}this\s{1,20}ciphertext)/i;

function readResource(
  rest: string,
  reasonAt: number | undefined,
): { readonly value?: string; readonly length: number } {
  const nothing = ON_NOTHING.exec(rest);
  if (nothing) return { length: nothing[0].length };
  const on = ON.exec(rest);
  if (!on) return { length: 0 };
  const text = rest.slice(on[0].length);
  const quote = QUOTE.exec(text)?.[0];
  if (quote !== undefined) return quoted(text, quote, on[0].length);
  const upTo = reasonAt !== undefined && reasonAt > on[0].length ? text.slice(0, reasonAt - on[0].length) : undefined;
  // Up to the reason, if that is near: names of S3 objects may hold blanks.
  const plain = upTo !== undefined && upTo.length <= 2100 && !upTo.includes('\n\n') ? whole(upTo) : firstWord(text);
  const value = withoutKind(plain.value);
  // A resource that was lost: what follows is the reason.
  if (/^(?:because|with)$/i.test(value)) return { length: on[0].length };
  return isPlaceholder(value)
    ? { length: on[0].length + plain.length }
    : { value, length: on[0].length + plain.length };
}

// In a table of values the quotes are doubled.
const QUOTE = /^(?:""|["'`])/;

/** SES opens with a backtick and closes with an apostrophe. */
function quoted(text: string, quote: string, before: number): { readonly value?: string; readonly length: number } {
  const inner = text.slice(quote.length);
  const end = quote === '`' ? inner.search(/[`']/) : inner.indexOf(quote);
  const value = end < 0 ? firstWord(inner).value : joined(inner.slice(0, end));
  const length = before + quote.length + (end < 0 ? value.length : end + quote.length);
  return { ...(value && !isPlaceholder(value) && { value }), length };
}

function whole(text: string): { readonly value: string; readonly length: number } {
  // A colon may be the ARN's own: `log-group:/app:log-stream:`.
  return { value: joined(text).replace(/[.,]$/, ''), length: text.length };
}

/** One line: names of S3 objects may hold blanks, and a line break may be one; an ARN without any was broken by a terminal. */
function joined(text: string): string {
  const trimmed = text.trim();
  const broken = trimmed.startsWith('arn:') && !/[^\n] [^\n]/.test(trimmed);
  return broken ? trimmed.replace(/[^\S\n]{0,100}\n\s{0,100}/g, '') : trimmed.replace(/\s+/g, ' ');
}

const IAM_WORD =
  /^(?:role|user|group|policy|instance\s{1,20}profile|access\s{1,20}key|mfa|server\s{1,20}certificate)\s{1,20}[^\s"'<>();]{1,600}/i;

// A masked part of an ARN may hold a blank.
const WORD =
  /^(?:[^\s"'`<>();,]|<(?!\/)[^<>\n]{0,60}>){1,2048}(?:\n\s{0,8}[:/](?:[^\s"'`<>();,]|<(?!\/)[^<>\n]{0,60}>){1,2048}){0,3}/;

function firstWord(text: string): { readonly value: string; readonly length: number } {
  const words = IAM_WORD.exec(text)?.[0];
  if (words !== undefined) return { value: words.replace(/\s+/g, ' ').replace(/[.:]$/, ''), length: words.length };
  // A line that begins with a colon or a slash goes on with an ARN that a terminal broke.
  const found = WORD.exec(text)?.[0] ?? '';
  return {
    value: found
      .replace(/\n\s{0,8}/g, '')
      .replace(/\s+/g, ' ')
      .replace(/[.:]$/, ''),
    length: found.length,
  };
}

/** "policy arn:aws:…": the ARN alone. */
function withoutKind(text: string): string {
  return text.replace(/^[a-z ]{1,30} (?=arn:)/i, '');
}

interface Reason {
  readonly denial: Denial;
  readonly policyType?: PolicyType;
  readonly policyArn?: string;
  readonly length: number;
}

const IMPLICIT = /^\s{1,20}because\s{1,20}no\s{1,20}([a-z -]{1,60}?)\s{1,20}allows?\s{1,20}the/i;
const EXPLICIT =
  /^\s{1,20}with\s{1,20}(?:an\s{1,20})?explicit\s{1,20}deny(?:\s{1,20}in\s{1,20}(?:an?|the)\s{1,20}([a-z -]{1,40}?(?:policy|boundary|polic\s?$|boundar\s?$)(?:\s{1,20}transitively\s{1,20}through\s{1,20}an?\s{1,20}[a-z -]{1,40}?(?:policy|polic\s?$))?))?/i;
const POLICY_ARN =
  /^(?:\s{0,4},\s{0,20}with\s{1,20}policy\s{1,20}ARN)?\s{0,4}:\s{0,20}(arn:aws[a-z-]{0,12}:[^\s"'`<>();,]{1,2000})/i;

function readReason(reason: string): Reason {
  const flat = reason.slice(0, 2600).replace(/\s+/g, ' ');
  const implicit = IMPLICIT.exec(flat);
  if (implicit) {
    const policyType = policyTypeOf(implicit[1] ?? '');
    return { denial: 'implicit', ...(policyType && { policyType }), length: implicit[0].length };
  }
  const explicit = EXPLICIT.exec(flat);
  if (!explicit) return { denial: 'unknown', length: 0 };
  const policyType = policyTypeOf(explicit[1] ?? '');
  const arn = POLICY_ARN.exec(flat.slice(explicit[0].length))?.[1]?.replace(/[.,:]+$/, '');
  return {
    denial: 'explicit',
    ...(policyType && { policyType }),
    ...(arn && { policyArn: arn }),
    length: explicit[0].length,
  };
}

/** AWS's words for the policy types. An endpoint policy "transitively through" an SCP is the SCP. */
const TYPES: readonly (readonly [RegExp, PolicyType])[] = [
  [/service control polic/i, 'scp'],
  [/resource control polic/i, 'rcp'],
  [/identity-based polic/i, 'identity'],
  [/resource-based polic/i, 'resource'],
  [/role trust polic/i, 'resource'],
  [/permissions? boundar/i, 'boundary'],
  [/sessions? polic/i, 'session'],
  [/vpc endpoint polic/i, 'endpoint'],
];

/** The policy type in AWS's words, if they name one. */
export function policyTypeOf(words: string): PolicyType | undefined {
  return TYPES.find(([pattern]) => pattern.test(words))?.[1];
}
