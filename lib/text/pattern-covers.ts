import type { Pattern } from '@/lib/text/wildcard';

/**
 * Whether every text that the inner pattern fits also fits the outer one. At most the product of the lengths, as for a text:
 * a wildcard of the inner pattern is one more character, which only a wildcard of the outer one can take.
 */
export function patternCovers(outer: Pattern, inner: Pattern): boolean {
  const [first] = outer;
  // Most pairs differ in how they begin.
  if (first?.kind === 'text' && !(inner[0]?.kind === 'text' && inner[0].text.startsWith(first.text))) return false;
  const wanted = symbolsOf(outer);
  const given = symbolsOf(inner);
  let step = 0;
  let at = 0;
  let starStep = -1;
  let starAt = 0;
  while (at < given.length || step < wanted.length) {
    const current = wanted[step];
    if (current === 'any') {
      starStep = step++;
      starAt = at;
    } else if (current !== undefined && takes(current, given[at])) {
      step++;
      at++;
    } else if (starStep < 0 || starAt >= given.length) return false;
    else {
      at = ++starAt;
      step = starStep + 1;
    }
  }
  return true;
}

/** A literal character, or a kind of wildcard, whose names are longer than one character. */
function symbolsOf(pattern: Pattern): readonly string[] {
  return pattern.flatMap((token) => (token.kind === 'text' ? Array.from(token.text) : [token.kind]));
}

/** Whether one step of the outer pattern takes everything that a step of the inner one stands for. */
function takes(outer: string, inner: string | undefined): boolean {
  if (inner === undefined || inner === 'any' || inner === 'notColons' || inner === 'names') return false;
  return outer === 'one' || outer === inner;
}
