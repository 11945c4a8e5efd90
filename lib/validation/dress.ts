import type { JsonNode } from '@/lib/text/json';
import { policyInText } from '@/lib/validation/wrapped-policy';

/** What a policy's text is dressed in, so that it is not the policy itself. */
export interface Dress {
  readonly kind: 'escaped' | 'percents' | 'html' | 'otherLanguage';
  /** The policy's own text, where it can be told. */
  readonly plain?: string;
}

/** `root`: the text as JSON, where it is JSON. */
export function dressOf(text: string, root: JsonNode | undefined): Dress | undefined {
  if (root) return root.kind === 'string' ? escapedWhole(root.text) : undefined;
  if (/^\s*%(?:7B|5B|22)/i.test(text)) return dressed('percents', policyInText(text.trim().replaceAll('+', '%20')));
  if (isEscaped(text)) return dressed('escaped', policyInText(unescaped(text)));
  if (/&(?:amp;)*(?:quot|#0*34|#x0*22);|<\/?(?:br|code|div|p|pre|span)\b/i.test(text)) {
    return dressed('html', policyInText(withoutHtml(text)));
  }
  return isOtherLanguage(text) ? { kind: 'otherLanguage' } : undefined;
}

function dressed(kind: Dress['kind'], plain: string | undefined): Dress {
  return { kind, ...(plain !== undefined && { plain }) };
}

/** A JSON string that holds a policy. */
function escapedWhole(content: string): Dress | undefined {
  const plain = policyInText(content);
  return plain === undefined ? undefined : { kind: 'escaped', plain };
}

/** Whether a text begins as an object or a list, and a backslash stands before every quote. */
function isEscaped(text: string): boolean {
  if (!/^\s*[{[]/.test(text) || !text.includes('\\"')) return false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
    if (text.charAt(at - 1) !== '\\') return false;
  return true;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\"/nrt])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', apos: "'", nbsp: ' ' };
// A code that was encoded again for each page it went through.
const MOST_ENCODINGS = 5;

function withoutHtml(text: string): string {
  let plain = text.replaceAll(/<[^<>]{0,500}>/g, '');
  for (let i = 0; i < MOST_ENCODINGS && plain.includes('&amp;'); i++) plain = plain.replaceAll('&amp;', '&');
  return plain.replaceAll(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}

/** YAML, or Terraform's language. */
function isOtherLanguage(text: string): boolean {
  const lines = text
    .slice(0, 5_000)
    .split(/[\r\n]+/)
    .filter((line) => !/^\s*(?:#|\/\/|$)/.test(line));
  const [first = ''] = lines;
  if (/^\s*(?:---|-\s)/.test(first) || /^\s*(?:data|resource|locals|module|variable|output)\b[^:]*\{/.test(first))
    return true;
  if (/^\s*(?:\w+\s*=\s*)?jsonencode\s*\(/.test(first)) return true;
  if (/^\s*"?(?:[A-Za-z]\w*)"?\s*:(?:\s|$)/.test(first)) return true;
  return /^\s*\{?\s*"?[A-Za-z]\w*"?\s+=\s/.test(lines.slice(0, 2).join(' '));
}
