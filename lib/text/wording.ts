// Small pieces of sentences. A name stands in code marks (backticks); whoever draws a sentence shows them as code.

// Control characters and those that turn the direction of a text could make a name look like another one.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const PLAIN = /^[ -~]*$/;

/** A text with its control and bidirectional characters shown as escapes. */
export function visible(text: string): string {
  // Nearly every text is plain, and every sentence asks.
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

const LONGEST_NAME = 300;

/** A name in code marks; marks within it become apostrophes, very long names are cut, and an empty one shows its quotes. */
export function code(text: string): string {
  if (text === '') return '`""`';
  const short = text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
  return `\`${visible(short).replaceAll('`', "'")}\``;
}

/** "a", "a or b", "a, b or c". */
export function listOf(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** With a capital letter first: as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "12,345". */
export function sayNumber(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 policy", "2 policies". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
