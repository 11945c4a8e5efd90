import { joinBrokenWords } from '@/lib/evidence/broken-lines';

// The clothing in which a message arrives: a terminal's colours, a box of Terraform's, HTML, Markdown, JSON escapes. Every step is one
// linear pass; none looks at what the message says.

// Times, frames, quotation and comment marks at the beginning of a line.
const LINE_BEGINNING =
  /^[ \t]{0,40}(?:(?:\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?|\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?)[ \t]{1,8})?(?:(?:[│╷╵|>]|(?:#{1,3}|\/\/|\*)(?=[ \t]))[ \t]{0,2}){0,4}/gm;

const STEPS: readonly ((text: string) => string)[] = [
  // ANSI escapes, also where the escape character itself was lost on the way.
  (text) => text.replace(/\p{Cc}?\[[0-9;]{1,12}[mKGH]/gu, ''),
  (text) => text.replace(/#033\[[0-9;]{0,12}m/g, ''),
  (text) => text.replace(/\r\n?/g, '\n'),
  (text) => text.replace(/[\u200b\ufeff]/g, '').replace(/[\u00a0\u202f]/g, ' '),
  unescapeJson,
  (text) => text.replace(/&(quot|#34|apos|#0?39|#x27|lt|gt|amp|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? ''),
  (text) => text.replace(/[“”„‟]/g, '"').replace(/[‘’‚]/g, "'"),
  (text) => text.replace(LINE_BEGINNING, ''),
  joinBrokenWords,
  (text) =>
    text
      .replace(/(?<!\*)\*\*(?!\*)/g, '')
      .replace(/<\/?(?:b|i|em|strong|code|span|p|br|div|pre)\b[^<>]{0,200}>/gi, ' '),
];

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
};

/** A text with its clothing taken off. */
export function unwrap(text: string): string {
  return STEPS.reduce((undressed, step) => step(undressed), text);
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', '"': '"', '/': '/', "'": "'" };

/** Undoes JSON escapes, up to three levels deep (a message in a string in a string). */
function unescapeJson(text: string): string {
  let plain = text;
  for (let level = 0; level < 3 && /\\[nrt"/u]/.test(plain); level++) plain = unescapeOnce(plain);
  return plain;
}

/** Undoes one level of JSON escapes. */
export function unescapeOnce(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([nrt"'/]))|\\\\/g, (all, unit?: string, letter?: string) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    return letter === undefined ? (all === '\\\\' ? '\\' : all) : (ESCAPED[letter] ?? letter);
  });
}
