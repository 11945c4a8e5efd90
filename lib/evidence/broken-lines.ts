import { lastToken } from '@/lib/evidence/last-token';

// Lines that a terminal broke in the middle of a word: "is not autho⏎rized", "arn:aws:sns:eu-west-1:1111⏎22223333:alerts".

// The words of AWS's sentence. A break beside one of them is a break between words.
const WORDS: ReadonlySet<string> = new Set(
  (
    'user is not authorized to perform on resource this the specified associated with ciphertext because no allows action ' +
    'an a explicit deny in identity-based resource-based policy service control role trust permissions boundary session ' +
    'sessions vpc endpoint transitively through arn you are operation encoded authorization failure message'
  ).split(' '),
);

// What begins a line of its own: a time, a bracket, a label.
const NEW_LINE = /^(?:\d{4}-\d\d|[[{<(]|[A-Za-z][\w.]{0,60}:(?:\s|$)|An? )/;
const SHORTEST_LINE = 40;

/** Joins the halves of words that were broken across two lines; a break between words stays. */
export function joinBrokenWords(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const out: string[] = [];
  lines.forEach((line, place) => {
    out.push(line);
    const next = lines[place + 1];
    if (next === undefined) return;
    out.push(isBroken(line, next, isFullWidth(lines, place)) ? '' : '\n');
  });
  return out.join('');
}

/** Whether a line is as long as a terminal is wide: its neighbour is as long, or the length is a usual one. */
function isFullWidth(lines: readonly string[], place: number): boolean {
  const { length } = lines[place] ?? '';
  const hasNext = lines[place + 2] !== undefined && lines[place + 1]?.length === length;
  return lines[place - 1]?.length === length || hasNext || length % 10 === 0 || [72, 79, 132].includes(length);
}

function isBroken(line: string, next: string, isFull: boolean): boolean {
  if (line.length < SHORTEST_LINE || /\s$/.test(line) || /^\s/.test(next) || next === '') return false;
  const left = lastToken(line.slice(-2048));
  const right = /^\S{1,2048}/.exec(next)?.[0] ?? '';
  const words = [isWord(left), isWord(right)] as const;
  if (words[0] && words[1]) return false;
  if (isWord(left + right)) return true;
  if (words[0] || words[1]) return false;
  const arn = left.slice(Math.max(0, left.lastIndexOf('arn:')));
  if (arn.startsWith('arn:') && (/^[:/]/.test(right) || isCutArn(arn))) return true;
  return isFull && /[A-Za-z0-9-]:[A-Za-z0-9*]/.test(left + right) && !NEW_LINE.test(next);
}

function isWord(token: string): boolean {
  return WORDS.has(
    token
      .toLowerCase()
      .replace(/^["'`(]{1,3}/, '')
      .replace(/["'`).,:]{1,3}$/, ''),
  );
}

/** An ARN whose account has not all of its digits yet, or that ends before its resource. */
function isCutArn(arn: string): boolean {
  const parts = arn.split(':');
  return parts.length < 6 && /^\d{0,12}$/.test(parts[4] ?? '');
}
