import { joinBrokenLines, joinFullLines } from '@/lib/evidence/broken-lines';
import { decodedPercents } from '@/lib/evidence/policies/policy-text';
import { undressed, unescapeOnce } from '@/lib/evidence/wrappers';
import { findBracket } from '@/lib/text/brackets';

// What becomes of JSON on its way into a paste, and how it is undone. Each gives `undefined` where it does not apply.

interface Repair {
  readonly undo: (text: string) => string | undefined;
  /** What it gives is a part of what was there: what is not in it may have been. */
  readonly isPart?: true;
}

const ESCAPED = /[{[]\s{0,20}(?:\\n|\s){0,20}\\{1,7}"/;
// Words of what is read as JSON; other text is not tried again and again.
const STRUCTURED =
  /event_?(?:Name|Source)|explicitDeny|matchedStatements|DecodedMessage|CloudTrailEvent|Statement|UserId|"(?:principal|conditions)"/i;

export const REPAIRS: readonly Repair[] = [
  // A string's content without its quotes: {\"eventVersion\":…
  { undo: (text) => (ESCAPED.test(text) ? unescapeOnce(text) : undefined) },
  { undo: (text) => (ESCAPED.test(text) ? unescapeOnce(unescapeOnce(text)) : undefined) },
  // IAM's wire format: a whole policy percent-encoded.
  { undo: (text) => (/^\s{0,200}(?:%7B|%5B)/i.test(text) ? decodedPercents(text.trim()) : undefined) },
  // A string that a program puts together line by line.
  { undo: ifStructured(joinedTexts) },
  { undo: ifStructured((text) => (joinedTexts(text) === text ? text : unescapeOnce(joinedTexts(text)))) },
  { undo: ifStructured(newVersion) },
  { undo: ifStructured(undressed) },
  { undo: ifStructured((text) => joinFullLines(undressed(text), true)) },
  { undo: ifStructured((text) => withoutBreaksInStrings(joinBrokenLines(undressed(text)))) },
  { undo: ifStructured((text) => joinFullLines(undressed(text), false)) },
  // Lines cut from an event, without the braces around them.
  {
    undo: (text) => (/"event(?:Name|Source)"\s{0,8}:/.test(text) ? `{${text.trim().replace(/,$/, '')}}` : undefined),
    isPart: true,
  },
  { undo: ifStructured(withOpening), isPart: true },
];

function ifStructured(repair: (text: string) => string): Repair['undo'] {
  return (text) => {
    if (!STRUCTURED.test(text)) return undefined;
    const repaired = repair(text);
    return repaired === text ? undefined : repaired;
  };
}

/** `"{" +⏎  "…}"`: what is between the texts is taken out. */
function joinedTexts(text: string): string {
  return text.replace(
    /(?<!\\)(["'`])[ \t]{0,20}(?:\+[ \t]{0,20}\r?\n[ \t]{0,200}|\r?\n[ \t]{0,200}\+[ \t]{0,20})\1/g,
    '',
  );
}

const OF_DIFF = /^(?:[+\- ]|@@ |\\ No newline|diff --git |index [0-9a-f]|$)/;

/** What a comparison of two versions leads to: the lines that stay and those that are new. */
function newVersion(text: string): string {
  const lines = text.split('\n');
  if (!lines.some((line) => line.startsWith('+')) || !lines.every((line) => OF_DIFF.test(line))) return text;
  return lines.flatMap((line) => (/^(?:[+ ](?!\+\+ )|$)/.test(line) ? [line.slice(1)] : [])).join('\n');
}

/** JSON has no line break inside its strings: one that is there stands for a blank. */
function withoutBreaksInStrings(text: string): string {
  let out = '';
  let from = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === 34) inString = !inString;
    else if (unit === 10 && inString) {
      out += `${text.slice(from, i).trimEnd()} `;
      while (/\s/.test(text.charAt(i + 1))) i++;
      from = i + 1;
    }
  }
  return out + text.slice(from);
}

/** JSON whose beginning was cut: from its first member on, with the braces that it closes. */
function withOpening(text: string): string {
  const first = /"[A-Za-z]\w{0,60}"\s{0,8}:/.exec(text);
  if (!first) return text;
  const rest = text.slice(first.index);
  const missing = unopened(rest);
  return missing === 0 ? text : `{${'"_":{'.repeat(missing - 1)}${rest}`;
}

const MOST_MISSING = 20;

/** How many brackets a text closes that it did not open. */
function unopened(text: string): number {
  let least = 0;
  findBracket(text, (depth) => {
    least = Math.min(least, depth);
    return false;
  });
  return Math.min(-least, MOST_MISSING);
}
