import { prefixOfService } from '@/lib/evidence/operations/action-of-operation';

// What the tools print around a message: the error's code, the operation, the service.

export interface Envelope {
  readonly code?: string;
  readonly operation?: string;
  /** IAM's prefix of the service, where the tool names the service. */
  readonly prefix?: string;
}

interface Dress {
  /** Where it stands: before the message, behind it, or on either side. */
  readonly side: 'before' | 'after' | 'around';
  readonly pattern: RegExp;
  readonly code?: number;
  readonly operation?: number;
  readonly service?: number;
}

// One row a tool. The first row that knows a field wins: rows that name the failed call exactly come first, bare words last.
const DRESSES: readonly Dress[] = [
  // AWS CLI, boto3
  {
    side: 'before',
    pattern: /An error occurred \(([\w.]{1,80})\) when calling the (\w{1,100}) operation/g,
    code: 1,
    operation: 2,
  },
  {
    side: 'before',
    pattern: /A client error \(([\w.]{1,80})\) occurred when calling the (\w{1,100}) operation/g,
    code: 1,
    operation: 2,
  },
  // Go SDK 2, Terraform
  {
    side: 'before',
    pattern:
      /operation error ([\w -]{1,60}): (\w{1,100}), [^"]{0,300}?(?:api error ([\w.]{1,80})|\b(\w{1,60}Exception)(?=:)|(?:RequestID|HostID): [^\s,]{1,120}, (?!HostID)([A-Z]\w{2,60})(?=: ))/g,
    service: 1,
    operation: 2,
    code: 3,
  },
  // PHP
  {
    side: 'before',
    pattern:
      /Error executing "(\w{1,100})" on "https?:\/\/(?:[\w-]{1,80}\.){0,3}?([a-z0-9-]{2,40})\.[a-z0-9-]{1,40}\.amazonaws/g,
    operation: 1,
    service: 2,
  },
  { side: 'before', pattern: /Error executing "(\w{1,100})" on "/g, operation: 1 },
  { side: 'before', pattern: /\b(\w{1,80}) \((?:client|server)\):/g, code: 1 },
  // Java SDK 1
  { side: 'after', pattern: /Error Code: ([\w.]{1,80})/g, code: 1 },
  // Code and message side by side; of a class of Java's only one that is named after a code
  {
    side: 'before',
    pattern: /\b(\w{0,40}(?:AccessDenied|Unauthorized|NotAuthorized|Forbidden)\w{0,40})\s?:\s{0,4}$/g,
    code: 1,
  },
  {
    side: 'before',
    pattern: /(?:^|[\s"'(])(?!Amazon|ServerlessError|EC2Response)([A-Z]\w{1,60}(?:Exception|Error|Fault))\s?:\s{0,4}$/g,
    code: 1,
  },
  // Node.js
  {
    side: 'before',
    pattern: /\[(\w{0,40}(?:AccessDenied|Unauthorized|NotAuthorized|Forbidden)\w{0,40})\]:?\s{0,4}$/g,
    code: 1,
  },
  // XML, JSON, objects printed by JavaScript, Python and Rust
  { side: 'around', pattern: /<Code>\s{0,8}([\w.]{1,80})\s{0,8}<\/Code>/g, code: 1 },
  { side: 'around', pattern: /"__type"\s{0,4}:\s{0,4}"(?:[\w.]{1,80}#)?(\w{1,80})"/g, code: 1 },
  { side: 'around', pattern: /"(?:errorCode|errorType|code|Code)"\s{0,4}:\s{0,4}"([\w.]{1,80})"/g, code: 1 },
  { side: 'around', pattern: /\b[cC]ode: (?:Some\()?["']?([A-Z][\w.]{2,80})/g, code: 1 },
  { side: 'around', pattern: /'Code': '([\w.]{1,80})'/g, code: 1 },
  { side: 'after', pattern: /HandlerErrorCode: (\w{1,80})/g, code: 1 },
  // Stack traces of the JavaScript SDK
  { side: 'after', pattern: /\bde_(\w{1,80})CommandError/g, operation: 1 },
  {
    side: 'after',
    pattern: /deserializeAws_(?:restXml|restJson1|json1_1|json1_0|query|ec2)(\w{1,80})CommandError/g,
    operation: 1,
  },
  { side: 'around', pattern: /\bAws::\w{1,40}::Errors::(\w{1,80})/g, code: 1 },
  { side: 'before', pattern: /KMS Exception: (\w{1,80})/g, code: 1 },
  // Apache Arrow
  { side: 'around', pattern: /\bAWS Error ([A-Z_]{3,60}) during (\w{1,100}) operation/g, code: 1, operation: 2 },
  {
    side: 'around',
    pattern: /\bAWS Error UNKNOWN \(HTTP status (403)\) during (\w{1,100}) operation/g,
    code: 1,
    operation: 2,
  },
  { side: 'around', pattern: /\bError (AccessDenied\w{0,20}),/g, code: 1 },
  {
    side: 'before',
    pattern:
      /(?<![\w/.-])((?:Client\.)?(?:AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized|UnauthorizedResourceAccess)(?:Exception)?)(?=[:\s"',);]|$)/g,
    code: 1,
  },
  // Go SDK 1, where the message is a word or two
  {
    side: 'before',
    pattern: /(?:^|: |\s)([A-Z]\w{2,60}): [^:\n]{0,120} status code: 4\d\d, request id/g,
    code: 1,
  },
  { side: 'before', pattern: /<(\w{1,60}(?:Exception|Error|Fault))>[^<>]{0,120}<[Mm]essage>/g, code: 1 },
  { side: 'around', pattern: /x-amzn-errortype["']?: ?["']?([\w.]{1,80})/gi, code: 1 },
  // A head whose beginning was cut
  { side: 'before', pattern: /when calling the (\w{1,100}) operation/g, operation: 1 },
  // All that is said where there is no body to say more
  { side: 'around', pattern: /\b(403): UnknownError|\bnull \(Service: [\w ]{1,40}, Status Code: (403),/g, code: 1 },
];

/** How far a wrapper stands from the message it wraps. */
export const NEAR = 4000;

/** What stands around the message at `start` to `end`, looking no further than `from` and `to`. */
export function envelopeAt(text: string, start: number, end: number, from: number, to: number): Envelope {
  return read(text.slice(Math.max(from, start - NEAR), start), text.slice(end, Math.min(to, end + NEAR)));
}

/** The same for words that may be part of the envelope themselves: `AccessDenied` in `An error occurred (AccessDenied) …`. */
export function envelopeAround(text: string, start: number, end: number): Envelope {
  const region = text.slice(Math.max(0, start - NEAR), end + NEAR);
  return read(region, region);
}

function read(textBefore: string, textAfter: string): Envelope {
  // A line break may stand wherever a blank does.
  const [before, after] = [textBefore.replace(/\s+/g, ' '), textAfter.replace(/\s+/g, ' ')];
  let found: { code?: string; operation?: string; prefix?: string } = {};
  for (const dress of DRESSES) {
    if (found.code && found.operation) break;
    const match = nearest(dress, before, after);
    if (!match) continue;
    const code =
      dress.code && (match[dress.code] ?? match[dress.code + 1] ?? match[dress.code + 2])?.replace(/\.$/, '');
    const operation = dress.operation && match[dress.operation];
    const prefix = dress.service && prefixOfService(match[dress.service] ?? '');
    found = { ...(code && { code }), ...(operation && { operation }), ...(prefix && { prefix }), ...found };
  }
  return found;
}

/** The last fit before the message, else the first behind it. */
function nearest({ side, pattern }: Dress, before: string, after: string): RegExpMatchArray | undefined {
  const preceding = side === 'after' ? undefined : [...before.matchAll(pattern)].at(-1);
  return preceding ?? (side === 'before' ? undefined : after.matchAll(pattern).next().value);
}
