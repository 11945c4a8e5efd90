export type TokenKind = 'key' | 'string' | 'literal' | 'punctuation';

/** A coloured stretch of a line; what lies between tokens has no colour. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The JSON tokens of one line. Strings do not span lines; one without its end goes to the end of the line. */
export function tokenizeLine(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const end = match.index + match[0].length;
    tokens.push({ start: match.index, end, kind: tokenKind(match[0], line, end) });
  }
  return tokens;
}

function tokenKind(token: string, line: string, end: number): TokenKind {
  if (token.startsWith('"')) {
    let next = end;
    while (line[next] === ' ' || line[next] === '\t') next++;
    return line[next] === ':' ? 'key' : 'string';
  }
  return token.length === 1 && '{}[],:'.includes(token) ? 'punctuation' : 'literal';
}
