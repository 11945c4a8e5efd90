// References of a template that stand in a policy's text: `${Bucket.Arn}`, `${AWS::AccountId}`, `${aws_s3_bucket.logs.arn}`. They look like
// policy variables, but a variable is a condition key: its name has a prefix and one colon (`${aws:username}`).

const REFERENCE = /\$\{([^{}$]{1,300})\}/g;

// Words of the Serverless Framework before a colon, which no condition key has as its prefix.
const NO_PREFIX = /^(?:self|env|opt|param|cf|file|sls|custom):/;

/** The names of the references in a text, each once, in their order. */
export function openReferences(text: string): readonly string[] {
  const names = Array.from(text.matchAll(REFERENCE), ([, name = '']) => name).filter(isOpenReference);
  return [...new Set(names)];
}

/** Whether a name between `${` and `}` is a template's, and no condition key. */
export function isOpenReference(name: string): boolean {
  if (/^[*?]$/.test(name)) return false;
  const key = name.split(',')[0] ?? '';
  const colon = key.indexOf(':');
  return colon <= 0 || key.charAt(colon + 1) === ':' || NO_PREFIX.test(key);
}

/** A reference as it stands in a text. Blanks and commas would end the name of a variable, and one colon would make it a condition key. */
export function referenceText(expression: string): string {
  const name = expression
    .replace(/\s+/g, '')
    .replaceAll(',', ';')
    .replace(/[{}$"'`\\]/g, '')
    .slice(0, 200);
  return `\${${isOpenReference(name) ? name || 'expression' : name.replaceAll(':', ';')}}`;
}

/** The text with a reference's value in its place; for text within JSON. */
export function fillReference(text: string, name: string, value: string): string {
  return text.replaceAll(`\${${name}}`, () => JSON.stringify(value).slice(1, -1));
}
