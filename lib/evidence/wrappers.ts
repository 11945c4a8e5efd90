import { joinBrokenLines } from '@/lib/evidence/broken-lines';
import { parseJson } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// The clothing in which a message arrives: a terminal's colours, a box of Terraform's, HTML, Markdown, JSON escapes. Every step is one
// linear pass; none looks at what the message says.

// Times, frames, quotation and comment marks at the beginning of a line. Indentation alone stays: a terminal that breaks a line begins the
// next one at its edge.
const TIME =
  /(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t](?:std(?:out|err) [FP]|\d\d[EO]\+?|\d{4}\/\d\d\/\d\d\/\[[\w$]{1,40}\]\w{32}|[\w.-]{1,60} [\w./-]{1,60}\[\d{1,8}\]:))?|\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,8}\])?:|[EFIW]\d{4} \d\d:\d\d:\d\d\.\d{6} {1,8}\d{1,8} [\w.-]{1,60}:\d{1,6}\])/
    .source;
// What stands before the time: the job and its step, or the container.
const SOURCE =
  /[^\t\n]{1,80}\t[^\t\n]{1,80}\t(?=\d{4}-)|\[pod\/[\w./-]{1,200}\] |[a-z][\w.-]{0,60}[-_]\d{1,3} {1,20}\| /.source;
// A lone star behind `resource:` is the resource.
const STAR = /\*(?=[ \t])(?!(?<=resource:?[ \t]{0,3}\n[^\n]{0,80}\*)[ \t]{1,8}(?:because|with)\b)/.source;
const MARK = `(?:[│╷╵|>]|(?:#{1,3}|\\/\\/)(?=[ \\t])|${STAR})[ \\t]?`;
const LINE_BEGINNING = new RegExp(
  `^[ \\t]{0,40}(?:(?:${SOURCE})?${TIME}(?:[ \\t]{1,8}(?:${MARK}){1,4}|[ \\t])|(?:${SOURCE})?(?:${MARK}){1,4}|(?:${SOURCE}))`,
  'gm',
);

type Step = (text: string) => string;

// A terminal's code. Its escape character may stand there in letters: `\u001b[1m`, `\x1b[0m`, `\033[31m`, `\e[m`, `^[[K`, `#033[0m`. In JSON
// in JSON the backslash stands there more than once.
const TERMINAL_CODE =
  /(?:(?!\n)\p{Cc}|\\{1,16}(?:u001b|u\{1b\}|x1b|033|e)|\^\[|#033|[\u241b\u2190]|&#(?:27|x1b);)(?:\[[0-9;]{0,12}[mKGH]|\(B)/giu;
const CODE_WITHOUT_ESCAPE = /\[[0-9;]{1,12}[mKGH]/g;

/** What a terminal, a page, an editor and a log put around a text, whatever it is. */
const OUTER: readonly Step[] = [
  // Every second byte of UTF-16 that was read as something else.
  (text) => (text.includes('\0') ? text.replaceAll('\0', '') : text),
  (text) => text.replace(TERMINAL_CODE, '').replace(CODE_WITHOUT_ESCAPE, ''),
  // Commands to the log of a pipeline.
  (text) => text.replace(/##\[[a-z]{3,10}\]|^::(?:error|warning|notice)[^:\n]{0,300}::/gm, ''),
  (text) => text.replace(/\r\n?/g, '\n'),
];

const MIDDLE: readonly Step[] = [
  (text) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[\u00a0\u202f]/g, ' '),
  percents,
  entities,
  (text) => text.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‹›]/g, "'"),
];

const STEPS: readonly Step[] = [
  ...OUTER,
  withoutIndentation,
  joinBrokenLines,
  ...MIDDLE,
  // Hyphens and dashes that a word processor made of a hyphen.
  (text) => text.replace(/[\u2010-\u2012]|(?<=\w)\u2013(?=\w)/g, '-'),
  unescapeJson,
  // A quotation of a log has marks before its times.
  (text) => text.replace(LINE_BEGINNING, '').replace(LINE_BEGINNING, ''),
  withoutIndentation,
  joinBrokenLines,
  (text) =>
    text
      .replace(/(?<!\*)\*\*(arn:[^\s*]{1,2048}\*?)\*\*(?!\*)/g, '$1')
      .replace(/(?<!\*)\*\*(?!\*)/g, '')
      .replace(/(?<=^|[\s(])([*_])(arn:\S{1,2048}?)\1(?=[\s,.)]|$)/g, '$2')
      .replace(/\\([_*[\]~`])/g, '$1')
      .replace(TAGS, (tag) => (/^<\/?Code>/.test(tag) ? tag : BLOCK.test(tag) ? '\n' : ' ')),
];

/** A text without the blanks that every one of its lines begins with. */
function withoutIndentation(text: string): string {
  if (!/^[ \t]/.test(text)) return text;
  const lines = text.split('\n');
  const least = lines.reduce(
    (indent, line) => (line.trim() === '' ? indent : Math.min(indent, line.length - line.trimStart().length)),
    MOST_INDENTATION,
  );
  return lines.map((line) => line.slice(least)).join('\n');
}

const MOST_INDENTATION = 80;

/** A text with what was put around it taken off, and its own escapes and line breaks left: for JSON. */
export function undressed(text: string): string {
  return [...OUTER, ...MIDDLE, (plain: string) => plain.replace(LINE_BEGINNING, '')].reduce(
    (inner, step) => step(inner),
    text,
  );
}

// Tags that carry no meaning here; those of AWS's XML name what they hold, its `<Code>` too.
const TAGS =
  /<\/?(?:a|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|kbd|li|main|mark|ol|p|pre|samp|section|small|span|strong|table|tbody|td|th|thead|tr|tt|u|ul)\b[^<>]{0,200}>/gi;

// Those that begin or end a line.
const BLOCK =
  /^<\/?(?:blockquote|body|br|center|div|dl|h[1-6]|head|hr|html|li|main|ol|p|pre|section|table|tbody|thead|tr|ul)\b/i;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  ldquo: '"',
  rdquo: '"',
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  hellip: '…',
};

/** A message in the parameters of a URL: `User%3A+arn%3Aaws%3A…+is+not+authorized`. */
function percents(text: string): string {
  if (!/not(?:\+|%20)authorized(?:\+|%20)to/.test(text)) return text;
  return text
    .replaceAll('+', ' ')
    .replace(/%(0[9ad]|[2-7][0-9a-f])/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

// Escaped for XML, then for a page, then for a page that shows its source.
const MOST_ESCAPES = 3;

/** HTML's entities, also where they were escaped more than once. */
function entities(text: string): string {
  const once = (escaped: string) =>
    escaped.replace(
      /&(?:#(\d{1,5})|#x([0-9a-f]{1,4})|([a-z]{2,6}));/gi,
      (all, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return lookUp(ENTITIES, name) ?? all;
        return String.fromCharCode(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10));
      },
    );
  let plain = text;
  for (let level = 0; level < MOST_ESCAPES && plain.includes('&'); level++) plain = once(plain);
  return plain;
}

/** A text with its clothing taken off. */
export function unwrap(text: string): string {
  return STEPS.reduce((inner, step) => step(inner), textOfJson(text));
}

/** What a JSON string says, where a text is nothing else: its quotes are no part of its lines. */
function textOfJson(text: string): string {
  if (!/^\s{0,200}"/.test(text)) return text;
  const { value, problems } = parseJson(text);
  return value?.kind === 'string' && problems.length === 0 ? value.text : text;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', '"': '"', '/': '/', "'": "'" };

// A message in a string in a string: three levels are usual, a log of logs has some more.
const MOST_LEVELS = 5;

/** Undoes JSON escapes. */
function unescapeJson(text: string): string {
  let plain = text;
  for (let level = 0; level < MOST_LEVELS && /\\[nrt"/u]/.test(plain); level++) plain = unescapeOnce(plain);
  return plain;
}

/** Undoes one level of JSON escapes. */
export function unescapeOnce(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([nrt"'/]))|\\\\/g, (all, unit?: string, letter?: string) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    return letter === undefined ? (all === '\\\\' ? '\\' : all) : (ESCAPED[letter] ?? letter);
  });
}
