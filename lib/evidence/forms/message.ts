import type { DenialReport } from '@/lib/evidence/evidence';
import { type FailureBeside, failuresBeside } from '@/lib/evidence/forms/beside';
import { readConsoleFields } from '@/lib/evidence/forms/console';
import { distinctMessages, type FoundMessage } from '@/lib/evidence/forms/distinct';
import { readEncodedMessage } from '@/lib/evidence/forms/encoded-message';
import { type Envelope, envelopeAround, envelopeAt, NEAR } from '@/lib/evidence/forms/envelope';
import { type FamilyMatch, readBareDenial, readBareStatus, readClearFamily } from '@/lib/evidence/forms/families';
import { type FoundNotIam, NO_DENIAL, readFailureCode, readNotIam, readSideRemark } from '@/lib/evidence/forms/not-iam';
import { type FoundSentence, findSentences } from '@/lib/evidence/forms/sentence';
import type { NotIam } from '@/lib/evidence/not-iam/row';
import { actionOfOperation, serviceOfOperation } from '@/lib/evidence/operations/action-of-operation';
import { unwrap } from '@/lib/evidence/wrappers';
import type { Range } from '@/lib/text/range';

/** The one report of a text that holds one message. */
export function readMessage(text: string): DenialReport {
  const all = findMessages(text);
  const first = all.find(({ report }) => report.isAccessDenied) ?? all[0];
  return first?.report ?? { isAccessDenied: false, notIam: NO_DENIAL.id, notIamText: NO_DENIAL.text };
}

/** Every message of a text, in its order; none where the text does not look like one. */
export function findMessages(text: string): readonly FoundMessage[] {
  const plain = unwrap(text);
  const sentences = findSentences(plain).filter(({ report }) => report.action ?? report.principal ?? report.resource);
  return distinctMessages(segmentsOf(plain).flatMap((segment) => readSegment(plain, segment, sentences)));
}

/** A message, with the text that makes it when it is read alone. */
type Message = Omit<FoundMessage, 'times'>;

// The words with which tools begin a message of their own.
const HEADS = /An error occurred \(|A client error \(|\boperation error [\w -]{1,60}: \w|Error executing "/g;
const MOST_SEGMENTS = 200;

/** A text in pieces of one message each; what stands before the first head belongs to it. */
function segmentsOf(plain: string): readonly Range[] {
  const heads = [...plain.matchAll(HEADS)].slice(1, MOST_SEGMENTS).map((match) => match.index);
  return [0, ...heads].map((start, place) => ({ start, end: heads[place] ?? plain.length }));
}

/** The standard sentences of a segment and the failures beside them; without a sentence what else it says. */
function readSegment(plain: string, segment: Range, all: readonly FoundSentence[]): readonly Message[] {
  const inside = all.filter(({ core }) => core >= segment.start && core < segment.end);
  const text = plain.slice(segment.start, segment.end);
  const other = readNotIam(text);
  // Products that imitate AWS's wording give themselves away by their hosts.
  if (inside.length === 0 || other?.id === 'look-alike') return readWithoutSentence(text, other);
  const parts = [...inside, ...failuresBeside(plain, segment, inside)].sort((one, next) => one.start - next.start);
  return parts.map((part, place): Message => {
    const from = parts[place - 1]?.end ?? segment.start;
    const to = parts[place + 1]?.start ?? segment.end;
    if ('failure' in part) return failureMessage(plain, part);
    return {
      report: sentenceReport(plain, part, from, to),
      text: linesOf(plain, part, Math.max(from, part.start - NEAR), Math.min(to, part.end + NEAR)),
    };
  });
}

function failureMessage(plain: string, { failure, code, start, end }: FailureBeside): Message {
  const text = plain.slice(start, end);
  return { report: noDenial(text, failure, code ?? failureCode(text)), text };
}

/** A sentence with what tools put around it, looking no further than its neighbours. */
function sentenceReport(plain: string, found: FoundSentence, from: number, to: number): DenialReport {
  const { prefix, ...envelope } = envelopeAt(plain, found.start, found.end, from, to);
  const implied = found.report.action ? undefined : (found.report.impliedAction ?? impliedBy(envelope, prefix));
  return { isAccessDenied: true, ...envelope, ...found.report, ...(implied && { impliedAction: implied }) };
}

/** A sentence with what stands around it; of a line that belongs to its neighbours no part, where it has lines of its own. */
function linesOf(plain: string, { start, end }: Range, from: number, to: number): string {
  const before = from === 0 ? -1 : plain.slice(from, start).indexOf('\n');
  const after = to === plain.length ? -1 : plain.slice(end, to).lastIndexOf('\n');
  return plain.slice(from + before + 1, after < 0 ? to : end + after).trim();
}

/**
 * Order: the console's fields state most; a failure of another kind goes before AWS's bare words, which it often carries as its code;
 * a remark that may stand beside a real denial comes last.
 */
function readWithoutSentence(text: string, other: FoundNotIam | undefined): readonly Message[] {
  const alone = (report: DenialReport): readonly Message[] => [{ report, text: text.trimStart() }];
  const fields = readConsoleFields(text);
  if (fields) return alone({ isAccessDenied: true, denial: 'unknown', ...fields });
  if (other) return besideDenial(text, other) ?? alone(noDenial(text, other, failureCode(text)));
  const denial = readClearFamily(text) ?? readBareDenial(text);
  if (denial) return alone(reportOf(denial, text));
  const { code } = envelopeAround(text, 0, text.length);
  const status = code === undefined || /^(?:403|Forbidden)$/.test(code) ? readBareStatus(text) : undefined;
  if (status) return alone(reportOf(status, text));
  const remark = readSideRemark(text);
  if (remark) return alone(noDenial(text, remark, failureCode(text)));
  return code === undefined || !OF_AWS.test(text) ? [] : alone(noDenial(text, readFailureCode(code), code));
}

// Where a code stands that is certainly AWS's.
const OF_AWS =
  /An error occurred \(|A client error \(|\bapi error \w|https response error StatusCode: |<Code>|"__type"|Error Code: \w|Error executing "/;

// A tool's whole message that says no more than that access was denied.
const BARE_MESSAGE =
  /An error occurred \(\w{1,60}\) when calling the \w{1,100} operation(?: \(reached max retries: \d{1,3}\))?: (?:Access Denied|Forbidden)\.?(?=["']?[),]{0,2}[ \t]{0,8}$)/m;

/** A denial that is whole in itself, and before or behind it a failure of another kind: two messages. */
function besideDenial(text: string, other: FoundNotIam): readonly Message[] | undefined {
  const bare = BARE_MESSAGE.exec(text);
  if (!bare || (other.start >= bare.index && other.start < bare.index + bare[0].length)) return undefined;
  const own = { report: {}, start: 0, end: bare[0].length };
  const denied: Message = { report: reportOf(own, bare[0]), text: bare[0] };
  const rest = `${text.slice(0, bare.index)}${text.slice(bare.index + bare[0].length)}`.trim();
  const failed: Message = { report: noDenial(text, other, undefined), text: rest };
  return other.start < bare.index ? [failed, denied] : [denied, failed];
}

function noDenial(text: string, { id, text: sentence }: NotIam, code: string | undefined): DenialReport {
  const { operation } = envelopeAround(text, 0, text.length);
  return {
    isAccessDenied: false,
    ...(code && { code }),
    ...(operation && { operation }),
    notIam: id,
    notIamText: sentence,
  };
}

// Codes of AWS's failures other than denials, as they stand before a message.
const FAILURE_CODE =
  /(?<![\w/-])((?:[A-Z]\w{1,20}\.)?(?:ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|RequestTimeTooSkewed|InvalidToken|AuthFailure|IncompleteSignature|MissingAuthenticationToken|AuthorizationHeaderMalformed|NoCredentialProviders|OptInRequired|SubscriptionRequired|PendingVerification|Blocked|AccountProblem|AllAccessDisabled|RegionDisabled|InvalidIdentityToken|AccessControlListNotSupported|InvalidObjectState|KMSInvalidState|NotFoundException|DisabledException|NotAuthorized|Forbidden|Unauthorized|Throttling|LimitExceeded|VcpuLimitExceeded|InstanceLimitExceeded|MessageRejected|AccessDenied)(?:Exception)?)(?=: )/;

function failureCode(text: string): string | undefined {
  return envelopeAround(text, 0, text.length).code ?? FAILURE_CODE.exec(text)?.[1];
}

function reportOf({ report, prefix, start, end }: FamilyMatch, text: string): DenialReport {
  const { prefix: named, ...envelope } = envelopeAround(text, start, end);
  const implied = report.impliedAction ?? impliedBy(envelope, named, prefix);
  return {
    isAccessDenied: true,
    ...envelope,
    denial: 'unknown',
    ...(implied && !report.action && { impliedAction: implied }),
    ...report,
    ...readEncodedMessage(text),
  };
}

/** `named`: the service as the tool names it. `spoken`: the one whose words the message uses. */
function impliedBy({ operation, code }: Envelope, named?: string, spoken?: string): string | undefined {
  if (operation === undefined) return undefined;
  const prefix = named ?? serviceOfOperation(operation) ?? spoken ?? prefixOfCode(code);
  return actionOfOperation(operation, { ...(prefix && { prefix }) });
}

// Codes that one service alone uses.
function prefixOfCode(code: string | undefined): string | undefined {
  return code === 'UnauthorizedOperation' ? 'ec2' : code?.startsWith('AuthorizationError') ? 'sns' : undefined;
}
