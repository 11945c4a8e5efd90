/**
 * The six parts of an ARN: split at the first five colons that stand outside `${…}`. Fewer parts where there are fewer
 * colons; the sixth keeps its own.
 */
export function arnFields(text: string): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length && fields.length < 5; i++) {
    if (text.startsWith(`\${`, i)) {
      const end = text.indexOf('}', i);
      if (end < 0) break;
      i = end;
    } else if (text.charAt(i) === ':') {
      fields.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...fields, text.slice(from)];
}
