// Error code and operation, as the tools print them around a message.

export interface Envelope {
  readonly code?: string;
  readonly operation?: string;
}

interface Dress {
  readonly pattern: RegExp;
  readonly code?: number;
  readonly operation?: number;
}

// One row a tool; the first that fits wins, so the tools that print most come first.
const DRESSES: readonly Dress[] = [
  { pattern: /An error occurred \(([\w.]{1,80})\) when calling the (\w{1,100}) operation/g, code: 1, operation: 2 },
  {
    pattern: /A client error \(([\w.]{1,80})\) occurred when calling the (\w{1,100}) operation/g,
    code: 1,
    operation: 2,
  },
  {
    pattern: /operation error [\w -]{1,60}: (\w{1,100}), [^\n]{0,300}?api error ([\w.]{1,80})/g,
    operation: 1,
    code: 2,
  },
  { pattern: /operation error [\w -]{1,60}: (\w{1,100}), [^\n]{0,200}?, (\w{1,60}Exception)/g, operation: 1, code: 2 },
  { pattern: /Error executing "(\w{1,100})" on "/g, operation: 1 },
  { pattern: /Error Code: ([\w.]{1,80})/g, code: 1 },
  { pattern: /<Code>\s{0,8}([\w.]{1,80})\s{0,8}<\/Code>/g, code: 1 },
  { pattern: /"__type"\s{0,4}:\s{0,4}"(?:[\w.]{1,80}#)?(\w{1,80})"/g, code: 1 },
  { pattern: /"(?:errorCode|errorType|code|Code)"\s{0,4}:\s{0,4}"([\w.]{1,80})"/g, code: 1 },
  { pattern: /\b(?:code|Code): '?(?:Some\(")?([A-Z][\w.]{2,80})/g, code: 1 },
  { pattern: /HandlerErrorCode: (\w{1,80})/g, code: 1 },
  { pattern: /de_(\w{1,80})CommandError/g, operation: 1 },
  {
    pattern: /deserializeAws_\w{1,20}?_?(?:restXml|restJson1|json1_1|json1_0|query|ec2)(\w{1,80})CommandError/g,
    operation: 1,
  },
  { pattern: /\bAws::\w{1,40}::Errors::(\w{1,80})/g, code: 1 },
  {
    pattern:
      /\b((?:AccessDenied|UnauthorizedOperation|AuthorizationError|Forbidden|NotAuthorized|UnauthorizedResourceAccess|Client\.UnauthorizedOperation|AuthorizationErrorException)(?:Exception)?)(?=[:\s"',)]|$)/g,
    code: 1,
  },
];

// How far a wrapper stands from the message it wraps.
const NEAR = 4000;

/** The code and operation around a place in a text: the nearest before it, else the nearest behind it. */
export function envelopeAt(text: string, start: number, end: number): Envelope {
  const from = Math.max(0, start - NEAR);
  const before = text.slice(from, start);
  const around = text.slice(from, Math.min(text.length, end + NEAR));
  let found: { code?: string; operation?: string } = {};
  for (const dress of DRESSES) {
    if (found.code && found.operation) break;
    const match =
      [...before.matchAll(dress.pattern)].at(-1) ?? around.match(new RegExp(dress.pattern.source)) ?? undefined;
    if (!match) continue;
    const code = dress.code === undefined ? undefined : match[dress.code];
    const operation = dress.operation === undefined ? undefined : match[dress.operation];
    found = { ...(code && { code }), ...(operation && { operation }), ...found };
  }
  return found;
}
