import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';

/** A piece of a name; `differs` where the request and the policy part. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

export interface Contrast {
  readonly wanted: readonly Piece[];
  readonly given: readonly Piece[];
}

/** Lays a name of the request beside a pattern of the policy, so that the eye finds where they part. */
export function contrast(wanted: string, given: string): Contrast {
  const has = segments(wanted);
  const pattern = segments(given);
  // A star at the end of the pattern covers whatever else the name has.
  const openEnd = pattern.at(-1)?.endsWith('*') ?? false;
  return {
    wanted: pieces(has, (segment, place) => compared(pattern[place], segment, openEnd)),
    given: pieces(pattern, (segment, place) => compared(segment, has[place], false)),
  };
}

type Compared = 'same' | 'differs' | 'extra';

function compared(pattern: string | undefined, segment: string | undefined, covered: boolean): Compared {
  if (pattern === undefined || segment === undefined) return covered ? 'same' : 'extra';
  return matchesPattern(wildcardPattern(withoutSeparator(pattern)), withoutSeparator(segment)) ? 'same' : 'differs';
}

const MOST_COMPARED = 300;

/** The patterns that come nearest to the name, nearest first; of very many only the first are compared. */
export function nearest(wanted: string, given: readonly string[], most: number): readonly string[] {
  const ranked = given.slice(0, MOST_COMPARED).map((pattern) => {
    const distance = contrast(wanted, pattern).given.filter((piece) => piece.differs).length;
    return { pattern, distance };
  });
  ranked.sort((left, right) => left.distance - right.distance);
  return ranked.slice(0, most).map(({ pattern }) => pattern);
}

/** Parts of a name with the separator that stands before them. */
function segments(name: string): readonly string[] {
  return name.match(/^[^:/]+|[:/][^:/]*/g) ?? [];
}

function withoutSeparator(segment: string): string {
  return segment.replace(/^[:/]/, '');
}

/** Neighbours that both differ, or both do not, are one piece. A separator that both names have never differs. */
function pieces(parts: readonly string[], compare: (part: string, place: number) => Compared): readonly Piece[] {
  const joined: Piece[] = [];
  const add = (text: string, differs: boolean) => {
    const last = joined.at(-1);
    if (text === '') return;
    if (last && last.differs === differs) joined[joined.length - 1] = { text: last.text + text, differs };
    else joined.push({ text, differs });
  };
  for (const [place, part] of parts.entries()) {
    const body = withoutSeparator(part);
    const here = compare(part, place);
    add(part.slice(0, part.length - body.length), here === 'extra');
    add(body, here !== 'same');
  }
  return joined;
}
