// ARNs as AWS describes the resource types of a service: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`.

type FormatPart = { readonly kind: 'text' | 'name'; readonly text: string };

function partsOf(format: string): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  let from = 0;
  for (;;) {
    const open = format.indexOf('${', from);
    const close = open < 0 ? -1 : format.indexOf('}', open);
    if (close < 0) break;
    if (open > from) parts.push({ kind: 'text', text: format.slice(from, open) });
    parts.push({ kind: 'name', text: format.slice(open + 2, close) });
    from = close + 1;
  }
  if (from < format.length) parts.push({ kind: 'text', text: format.slice(from) });
  return parts;
}

/** The names of a format's variables, in their order. */
export function formatNames(format: string): readonly string[] {
  return partsOf(format).flatMap((part) => (part.kind === 'name' ? [part.text] : []));
}

/** An ARN of the format. */
export function fillFormat(format: string, value: (name: string) => string): string {
  return partsOf(format)
    .map((part) => (part.kind === 'name' ? value(part.text) : part.text))
    .join('');
}

/**
 * What an ARN gives to the variables of a format; `undefined` where it does not have its form. A variable ends where the
 * next literal text begins, the last one takes the rest; none is empty, and only the last one takes colons in.
 */
export function readFormat(format: string, arn: string): ReadonlyMap<string, string> | undefined {
  const parts = partsOf(format);
  const names = new Map<string, string>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (!arn.startsWith(part.text, at)) return undefined;
      at += part.text.length;
      continue;
    }
    const next = parts[index + 1];
    const end = next === undefined ? arn.length : arn.indexOf(next.text, at);
    const value = arn.slice(at, Math.max(at, end));
    if (end <= at || (next !== undefined && value.includes(':'))) return undefined;
    names.set(part.text, value);
    at = end;
  }
  return at === arn.length ? names : undefined;
}
