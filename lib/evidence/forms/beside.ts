import { readBareDenial } from '@/lib/evidence/forms/families';
import { readFailureCode, readKnownCode, readNotIam, readSideRemark } from '@/lib/evidence/forms/not-iam';
import type { NotIam } from '@/lib/evidence/not-iam/row';
import { lineEnd } from '@/lib/text/lines';
import type { Range } from '@/lib/text/range';

// A paste is often more than the denial: an earlier command whose token had expired, a remark of kubectl's, a warning.

/** A failure in a line of its own. `code`: what the line begins with, where that is what tells. */
export interface FailureBeside extends Range {
  readonly failure: NotIam;
  readonly code?: string;
}

// A log has many lines; what it says often is said by the first of them.
const MOST_LINES = 500;

/**
 * The failures of another kind that have lines of their own in a stretch of a text, apart from the sentences of denials in it: each line
 * that tells one, else the lines of a paragraph together.
 */
export function failuresBeside(text: string, within: Range, sentences: readonly Range[]): readonly FailureBeside[] {
  return paragraphsOf(text, within, sentences).flatMap((lines) => {
    const found = lines.flatMap((line) => readLines(text, line));
    const [first, last] = [lines[0], lines.at(-1)];
    if (found.length > 0 || lines.length < 2 || !(first && last)) return found;
    return readLines(text, { start: first.start, end: last.end });
  });
}

/** Lines that stand together, without blank ones and without those of a sentence. */
function paragraphsOf(text: string, within: Range, sentences: readonly Range[]): readonly (readonly Range[])[] {
  const paragraphs: Range[][] = [[]];
  let next = 0;
  let start = within.start;
  for (let line = 0; line < MOST_LINES && start < within.end; line++) {
    const end = Math.min(lineEnd(text, start), within.end);
    while ((sentences[next]?.end ?? within.end) < start) next++;
    const isApart = (sentences[next]?.start ?? within.end) >= end;
    if (isApart && text.slice(start, end).trim() !== '') paragraphs.at(-1)?.push({ start, end });
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
    start = end + 1;
  }
  return paragraphs;
}

function readLines(text: string, { start, end }: Range): readonly FailureBeside[] {
  const read = readLine(text.slice(start, end).replaceAll('\n', ' '));
  return read ? [{ ...read, start, end }] : [];
}

// A code of AWS's and what it means, both in one line.
const OF_AWS: readonly RegExp[] = [
  /\bAn error occurred \((\w{1,80})\) when calling the \w{1,100} operation(?: \([^()]{1,60}\))?: \S/,
  /\boperation error [\w -]{1,60}: \w{1,100}, [^"]{0,300}(?:api error |ID: [^\s,]{1,120}, )([A-Z]\w{2,60}): /,
  /<Code>([\w.]{1,80})<\/Code>\s{0,8}<Message>[^<]/,
  /\(Service: [\w ]{1,40}; Status Code: \d{3}; Error Code: ([\w.]{1,80})/,
];
const BARE_CODE = /^[ \t]{0,8}([A-Z]\w{2,60}): \S/;

function readLine(line: string): Omit<FailureBeside, keyof Range> | undefined {
  const failure = readNotIam(line) ?? readSideRemark(line);
  if (failure) return { failure };
  // What goes on in the next line may be the denial itself.
  if (':,('.includes(line.trimEnd().slice(-1))) return undefined;
  for (const pattern of OF_AWS) {
    const code = pattern.exec(line)?.[1];
    if (code) return readBareDenial(line) ? undefined : { failure: readFailureCode(code), code };
  }
  const code = BARE_CODE.exec(line)?.[1];
  const known = code === undefined ? undefined : readKnownCode(code);
  return known && code ? { failure: known, code } : undefined;
}
