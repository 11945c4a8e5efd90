import { lastToken } from '@/lib/evidence/last-token';

// Lines that a terminal broke in the middle of a word: "is not autho⏎rized", "arn:aws:sns:eu-west-1:1111⏎22223333:alerts".

// The words of AWS's sentence and of the tools around it. A break beside one of them is a break between words.
const WORDS: ReadonlySet<string> = new Set(
  (
    'user is not authorized to perform on resource this the specified associated with ciphertext because no allows action ' +
    'an a explicit deny in identity-based resource-based policy service control role trust permissions boundary session ' +
    'sessions vpc endpoint transitively through arn you are operation encoded authorization failure message ' +
    'error occurred when calling status code request iam entity instance profile accessdenied accessdeniedexception ' +
    'unauthorizedoperation unauthorizedtaggingoperation authorizationerror'
  ).split(' '),
);

// What begins a line of its own: a time, a bracket, a label.
const NEW_LINE = /^(?:\d{4}-\d\d|[[{<(]|[A-Za-z][\w.]{0,60}:(?:\s|$)|An? )/;
// What does so even where the lines before are as long as the terminal is wide.
const NEW_RECORD =
  /^(?:[│╷╵|]|[-•>#*$]\s|\/\/\s|\[?\d{4}-\d\d-\d\d[T ]\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d|[EFIW]\d{4} \d\d:\d\d|\[pod\/|[a-z][\w.-]{0,60}[-_]\d{1,3} {1,20}\||[^\t\n]{1,80}\t[^\t\n]{1,80}\t\d{4}-|[\w.-]{1,40}@[\w.-]{1,60}[: ]\S{0,200}[$#%](?:\s|$)|PS [A-Z]:\\|(?:Traceback|END|START|REPORT|Caused|Error|Warning|Events)\b[: ])/;
// What follows the second half of a word: the end of the line, a sign, or the next part of the sentence.
const GOES_ON =
  /^(?:\s{0,8}$|["'`.,;)\]}]|\s(?:because|with an|with explicit|on resource|on th(?:is|e) |is not|action|\((?:Service|RequestToken|SDK)|status code))/i;
const SHORTEST_LINE = 40;
// The longest token that is looked at: an ARN.
const LONGEST = 2048;

/** Joins the halves of words that were broken across two lines; a break between words stays. */
export function joinBrokenLines(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const width = terminalWidth(lines);
  return lines
    .map((line, place) => {
      const next = lines[place + 1];
      if (next === undefined) return line;
      return isBroken(line, next, width) ? line : `${line}\n`;
    })
    .join('');
}

/** Joins every line that is as long as the longest ones, whatever it says. `isOne`: only where all the text was one line. */
export function joinFullLines(text: string, isOne: boolean): string {
  const lines = text.trimEnd().split('\n');
  const { columns, isShared } = terminalWidth(lines);
  const isFull = ({ length }: string) => length >= columns - 1;
  if (!isShared || columns < SHORTEST_LINE || (isOne && !lines.slice(0, -1).every(isFull))) return text;
  return lines
    .map((line, place) => {
      if (place === lines.length - 1 || !isFull(line)) return `${line}\n`;
      // A blank at the edge is lost in copying.
      return line.length === columns ? line : `${line} `;
    })
    .join('');
}

interface Width {
  readonly columns: number;
  /** Several lines have it, so that it is plainly a terminal's. */
  readonly isCertain: boolean;
  /** More than one line has it. */
  readonly isShared: boolean;
}

/** The length of the longest lines, as the width of the terminal that broke them. */
function terminalWidth(lines: readonly string[]): Width {
  const columns = lines.reduce((most, { length }) => Math.max(most, length), 0);
  // The last line is the rest of what was broken.
  const full = lines.flatMap((line, place) => (line.length === columns && place < lines.length - 1 ? [place] : []));
  const isRun = full.some((place, index) => full[index + 1] === place + 1);
  // A line that is said twice has the same length twice.
  const count = new Set(full.map((place) => lines[place])).size;
  const isShared = count >= 2;
  return { columns, isShared, isCertain: count >= 3 || (isShared && (isUsual(columns) || isRun)) };
}

function isUsual(columns: number): boolean {
  return columns % 10 === 0 || [72, 79, 132].includes(columns);
}

function isBroken(line: string, next: string, width: Width): boolean {
  if (line.length < SHORTEST_LINE || next === '') return false;
  const [end, beginning] = [line.slice(-LONGEST_PART), next.slice(0, LONGEST_PART)];
  if (STAR[0].test(end) && STAR[1].test(beginning)) return true;
  if (NEW_RECORD.test(next)) return false;
  if (CUT.some(([cut, rest]) => cut.test(end) && rest.test(beginning))) return true;
  const isFull = line.length === width.columns;
  // The blank that is there separates the words.
  if (/\s$/.test(line) || /^\s/.test(next)) return isFull && width.isCertain && !/^\s{2}/.test(next);
  const left = lastToken(line.slice(-LONGEST));
  const right = /^\S{1,2048}/.exec(next)?.[0] ?? '';
  const words = [isWord(left), isWord(right)] as const;
  if (words[0] && words[1]) return false;
  if (isWord(left + right) || beginsArn(left, right)) return true;
  const mayBe = isUsual(line.length) || (isFull && width.isShared);
  const goesOn = mayBe && !NEW_LINE.test(next) && GOES_ON.test(next.slice(right.length));
  // No word of the sentence begins with a capital behind an action.
  if (goesOn && !words[0] && ACTION.test(left) && /^[A-Z]/.test(right)) return true;
  const arn = left.slice(Math.max(0, left.search(/arn:|assumed-role\//)));
  const isArn = /^(?:arn:|assumed-role\/)/.test(arn);
  if (isArn && (/[-_]$/.test(arn) || (arn === 'arn:' && /^aws[\w-]{0,12}:/.test(right)))) return true;
  if (words[0] || words[1]) return false;
  if (isArn && (/^[:/]/.test(right) || isCutArn(arn))) return true;
  // A comma, or a label's colon, stands before a blank.
  if (/[,;]$|[A-Za-z]:$/.test(left) && !isArn) return false;
  if (isFull && width.isCertain) return true;
  return goesOn && /[A-Za-z0-9-]:[A-Za-z0-9*]/.test(left + right);
}

// Where the sentence leaves no other reading, however wide the terminal is: what is cut, and how the next line goes on.
const CUT: readonly (readonly [line: RegExp, next: RegExp])[] = [
  // An action
  [/\bperform:?\s[a-z][a-z0-9-]{0,39}$/i, /^[A-Za-z0-9-]{0,39}:[A-Z]/],
  [/\b(?:perform:?|the)\s[a-z0-9-]{2,40}:$/i, /^[A-Z]/],
  [
    /\b(?:perform:?|the)\s[a-z0-9-]{2,40}:[a-z0-9]{0,80}$/i,
    /^[A-Za-z0-9]{1,80}\s(?:on (?:resource|this|the)\b|because no|with an|action\b)/,
  ],
  [/\bperform\sAP?$/, /^P?I action\b/],
  // A caller
  [/\bUser:?\s(?:arn:\S{1,400}|[\w.@-]{1,64})$/, /^\S{1,400}\sis not\b/],
  [/\bassumed-role\/\S{1,200}$/, /^\S{1,200}\sis not authorized\b/],
  // A resource
  [
    /\bon resource:?\s(?:(?:[a-z]{1,20}\s)?arn:\S{1,400}|(?:role|user|group|policy|instance profile)\s\S{1,200}|\+\d{0,15})$/i,
    /^\S{1,400}\s(?:because no|with an explicit)\b/,
  ],
  // A policy
  [/\barn:aws[\w-]{0,12}:(?:iam|organizations):\S{1,200}policy\/$/, /^(?!because\b|with\b)[\w-]/],
];
// A star is a mark at the beginning of a line, or all of a resource's last part.
const STAR = [
  /\bon resource:?\s["'`]?arn:\S{1,400}[/:]$/,
  /^\*["'`]?(?:\s{0,8}$|\s(?:because no|with an explicit)\b)/,
] as const;
const LONGEST_PART = 500;

const ACTION = /^["'`]?[a-z0-9-]{2,40}:[A-Za-z0-9]{0,80}$/;

/** An ARN, or the name of a session, whose first letters are the end of the line before. */
function beginsArn(left: string, right: string): boolean {
  const begins = /^[\\"'`(]{0,4}(?:arn:|assumed-role\/)/;
  return left.length <= 14 && !begins.test(left) && begins.test(left + right) && !begins.test(right);
}

function isWord(token: string): boolean {
  return WORDS.has(
    token
      .toLowerCase()
      .replace(/<.{0,2048}$/, '')
      .replace(/^["'`(]{1,3}/, '')
      .replace(/["'`).,:]{1,3}$/, ''),
  );
}

/** An ARN whose account has not all of its digits yet, or that ends before its resource. */
function isCutArn(arn: string): boolean {
  const parts = arn.startsWith('arn:') ? arn.split(':') : [];
  return parts.length > 0 && parts.length <= 6 && !parts[5] && /^(?:\d{0,12}|aw?s?)$/.test(parts[4] ?? '');
}
