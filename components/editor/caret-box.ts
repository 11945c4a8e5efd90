/** Where the caret of a text area stands on the screen, found in the lines that are drawn below it. */
export function caretBox(lines: Element | null, text: string, offset: number): DOMRect | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lines?.children[text.slice(0, start).split('\n').length - 1];
  if (!line) return undefined;
  let left = offset - start;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.collapse(true);
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      if (box.height > 0) return box;
    }
    left -= length;
  }
  // An empty line has no text to measure.
  const { left: x, top, height } = line.getBoundingClientRect();
  return new DOMRect(x + Number.parseFloat(getComputedStyle(line).paddingLeft), top, 0, height);
}
