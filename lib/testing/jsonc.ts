import { readFileSync } from 'node:fs';
import { type ParseError, parse } from 'jsonc-parser';

/** The value of a JSONC file of cases. For tests alone. */
export function readJsonc(url: URL): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(readFileSync(url, 'utf8'), errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`${url.pathname}: not JSONC at offset ${errors[0]?.offset}`);
  return value;
}
