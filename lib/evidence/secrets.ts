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

// Between a name and its value: a colon or an equals sign, quotes, also escaped ones (JSON in JSON), tags of XML.
const SECRETS: readonly Secret[] = [
  {
    kind: 'private key',
    pattern: /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)(?!\[private key removed\])((?:(?!-----)[\s\S]){1,20000})/g,
  },
  {
    kind: 'secret access key',
    pattern:
      /((?:secret[_ ]?access[_ ]?key|secretkey|secret_key|aws_secret)(?:\s?\[[^\]\n]{0,40}\])?(?:\\{0,7}["'])?\s{0,8}(?:[:=,>]|=>)?\s{0,8}(?:\\{0,7}["'])?)([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  },
  // A line of a downloaded list: the key ID, then its secret.
  {
    kind: 'secret access key',
    pattern: /(\bA[KS]IA[A-Z0-9]{16}["']?[,;|\s]{1,8}["']?)([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
  },
  {
    kind: 'session token',
    pattern:
      /((?:aws_?session_?token|session_?token|aws_?security_?token|x-amz-security-token)(?:\\{0,7}["'])?\s{0,8}(?:[:=,>]|=>)?\s{0,8}(?:\\{0,7}["'])?)([A-Za-z0-9/+=%_~-]{60,20000})/gi,
  },
  { kind: 'signature', pattern: /(\bX-Amz-Signature(?:=|\\{0,7}["']\s{0,4}:\s{0,4}\\{0,7}["']))([0-9a-f]{40,128})/gi },
  // AWS's older signature of URLs: twenty bytes in Base64.
  { kind: 'signature', pattern: /([?&]Signature=)([A-Za-z0-9%+/=_~-]{20,1000})/g },
  { kind: 'signature', pattern: /(\bSignature=)([0-9a-f]{64})(?![0-9a-f])/gi },
  { kind: 'bearer token', pattern: /(\bBearer\s{1,4})([A-Za-z0-9._~+/=-]{16,20000})/gi },
  {
    kind: 'password',
    pattern: /(\bAuthorization(?:\\{0,7}["'])?\s{0,4}:\s{0,4}(?:\\{0,7}["'])?Basic\s{1,4})([A-Za-z0-9+/=]{8,2000})/gi,
  },
  {
    kind: 'token',
    pattern: /(^|[^A-Za-z0-9._-])(eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,16000}\.[A-Za-z0-9_-]{8,4000})/g,
  },
  {
    kind: 'GitHub token',
    pattern: /(^|[^A-Za-z0-9_])((?:gh[pousr]_[A-Za-z0-9]{36,255})|(?:github_pat_[A-Za-z0-9_]{40,255}))/g,
  },
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
