// A masked part of a name may hold a blank: <account number>.
const LONGEST_MASK = 80;

/** The last word of a text, blanks behind it left out; scanned from the end, so that a long text costs nothing. */
export function lastToken(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && !isBlank(text.charAt(start - 1))) {
    const open = text.charAt(start - 1) === '>' ? text.lastIndexOf('<', start - 1) : -1;
    const isMask = open >= 0 && start - open <= LONGEST_MASK && !text.slice(open, start).includes('\n');
    start = isMask ? open : start - 1;
  }
  return text.slice(start, end);
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}
