/** A `${…}` in a text of a policy, as it stands there. */
export interface Variable {
  /** Of the dollar sign. */
  readonly start: number;
  /** Behind the closing brace, or the end of the text. */
  readonly end: number;
  readonly isClosed: boolean;
  /** What stands before a comma. */
  readonly name: string;
  /** What stands behind the comma; left out where there is none. */
  readonly fallback?: string;
  /** The comma with everything behind it, up to the brace. */
  readonly rest: string;
  /** `${*}`, `${?}`, `${$}`: a character that stands for itself. */
  readonly isCharacter: boolean;
  /** An expression of a template language that has not been filled in: `${var.bucket}`, `${AWS::AccountId}`. */
  readonly isTemplate: boolean;
}

/** Every `${…}` of a text, closed or not; what follows one that is not closed belongs to it. */
export function readVariables(text: string): readonly Variable[] {
  const all: Variable[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(`\${`, from);
    if (start < 0) return all;
    const close = closingBrace(text, start + 2);
    const end = close < 0 ? text.length : close + 1;
    const inside = text.slice(start + 2, close < 0 ? text.length : close);
    const comma = inside.indexOf(',');
    const name = comma < 0 ? inside : inside.slice(0, comma);
    all.push({
      start,
      end,
      isClosed: close >= 0,
      name,
      ...(comma >= 0 && { fallback: inside.slice(comma + 1) }),
      rest: comma < 0 ? '' : inside.slice(comma),
      isCharacter: /^[*?$]$/.test(inside),
      isTemplate: isTemplateExpression(inside),
    });
    from = end;
  }
}

/** The brace that closes a variable; one inside a default between single quotes does not. */
function closingBrace(text: string, from: number): number {
  const close = text.indexOf('}', from);
  // Looked for no further than the brace: a text of a thousand variables would be read a thousand times.
  const comma = close < 0 ? -1 : text.slice(from, close).indexOf(',');
  if (comma < 0) return close;
  let open = from + comma + 1;
  while (/\s/.test(text.charAt(open))) open++;
  const quote = text.charAt(open) === "'" ? text.indexOf("'", open + 1) : -1;
  return quote >= 0 && text.charAt(quote + 1) === '}' ? quote + 1 : close;
}

/** Whether what stands in `${…}` is an expression of Terraform, CloudFormation or the like. */
export function isTemplateExpression(inside: string): boolean {
  return /^\s*(?:var|local|data|module|each|self|path|terraform|aws_[a-z0-9_]+)[.:[]|^\s*AWS::/.test(inside);
}
