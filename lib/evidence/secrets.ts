import type { Range } from '@/lib/text/range';

/** A secret that was cut from a text: what it was, and where it stood. */
export interface Cut {
  readonly kind: string;
  readonly range: Range;
}

interface Secret {
  readonly kind: string;
  /** The first group is what stays before the secret, the second the secret itself. */
  readonly pattern: RegExp;
}

// Each pattern is a fixed prefix and one bounded run, so the search is linear. Access key IDs stay: they name, they do not open.
const SECRETS: readonly Secret[] = [
  {
    kind: 'private key',
    pattern: /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)((?:[A-Za-z0-9+/=\\\s]|n){1,20000})(?=-----END)/g,
  },
  {
    kind: 'secret access key',
    pattern:
      /((?:aws_?secret_?access_?key|secret_?access_?key|secretkey|secret_key)["']?\s{0,8}[:=,]?\s{0,8}["']?)([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  },
  {
    kind: 'session token',
    pattern:
      /((?:aws_?session_?token|session_?token|aws_?security_?token)["']?\s{0,8}[:=,]?\s{0,8}["']?)([A-Za-z0-9/+=]{60,8000})/gi,
  },
  { kind: 'signature', pattern: /([?&]X-Amz-Signature=)([0-9a-f]{40,128})/gi },
  { kind: 'session token', pattern: /([?&]X-Amz-Security-Token=)([A-Za-z0-9%._~+/=-]{20,8000})/gi },
  { kind: 'signature', pattern: /([?&]Signature=)([A-Za-z0-9%+/=]{20,200})/g },
  { kind: 'signature', pattern: /(\bSignature=)([0-9a-f]{64})(?![0-9a-f])/gi },
  { kind: 'bearer token', pattern: /(\bBearer\s{1,4})([A-Za-z0-9._~+/=-]{16,8000})/g },
  {
    kind: 'token',
    pattern: /(^|[^A-Za-z0-9._-])(eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,2000})/g,
  },
  {
    kind: 'GitHub token',
    pattern: /(^|[^A-Za-z0-9_])((?:gh[pousr]_[A-Za-z0-9]{36,255})|(?:github_pat_[A-Za-z0-9_]{40,255}))/g,
  },
  { kind: 'password', pattern: /(\bAuthorization:\s{0,4}Basic\s{1,4})([A-Za-z0-9+/=]{8,2000})/gi },
];

/**
 * Replaces secret keys, tokens and signatures by a note in brackets. Nothing that a diagnosis needs is cut: ARNs, access key
 * IDs, encoded authorization messages and key IDs stay. Cutting twice changes nothing.
 */
export function cutSecrets(text: string): { readonly text: string; readonly cuts: readonly Cut[] } {
  const cuts = SECRETS.flatMap(({ kind, pattern }) => found(text, kind, pattern)).sort(
    (left, right) => left.range.start - right.range.start,
  );
  let out = '';
  let at = 0;
  const made: Cut[] = [];
  for (const cut of cuts) {
    if (cut.range.start < at) continue;
    out += `${text.slice(at, cut.range.start)}[${cut.kind} removed]`;
    at = cut.range.end;
    made.push(cut);
  }
  return { text: out + text.slice(at), cuts: made };
}

function found(text: string, kind: string, pattern: RegExp): readonly Cut[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const start = match.index + (match[1]?.length ?? 0);
    return { kind, range: { start, end: start + (match[2]?.length ?? 0) } };
  });
}
