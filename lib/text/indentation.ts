/** The blanks at the beginning of the line on which an offset stands. */
export function lineIndentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  let end = line;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(line, end);
}
