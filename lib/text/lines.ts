/** Where the line ends on which an offset stands: at its line feed, or with the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The blanks at the beginning of the line on which an offset stands. */
export function lineIndentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  let end = line;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(line, end);
}
