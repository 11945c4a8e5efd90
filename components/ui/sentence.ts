/** A stretch of a sentence: plain words, or a name in code marks. */
export interface SentencePart {
  readonly text: string;
  readonly code: boolean;
}

/** Takes a sentence apart at its `backticks`. A backtick without a partner stays as it is. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  while (at < sentence.length) {
    const open = sentence.indexOf('`', at);
    const close = open < 0 ? -1 : sentence.indexOf('`', open + 1);
    if (close < 0) break;
    if (open > at) parts.push({ text: sentence.slice(at, open), code: false });
    if (close > open + 1) parts.push({ text: sentence.slice(open + 1, close), code: true });
    at = close + 1;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), code: false });
  return parts;
}

/** Up to here a name stays in one piece. */
const SHORT_NAME = 32;

/** Where a long name may break into lines: after `:` and `/`, nowhere else. */
export function nameSegments(name: string): readonly string[] {
  return name.length <= SHORT_NAME ? [name] : (name.match(/[^:/]*[:/]+|[^:/]+$/g) ?? [name]);
}
