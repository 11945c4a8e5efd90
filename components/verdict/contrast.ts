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
    wanted: pieces(has, (segment, place) => {
      const beside = pattern[place];
      return beside === undefined ? !openEnd : !fits(beside, segment);
    }),
    given: pieces(pattern, (segment, place) => {
      const beside = has[place];
      return beside === undefined || !fits(segment, beside);
    }),
  };
}

/** The patterns that come nearest to the name, nearest first. */
export function nearest(wanted: string, given: readonly string[], most: number): readonly string[] {
  const distance = (pattern: string) => contrast(wanted, pattern).given.filter((piece) => piece.differs).length;
  return [...given].sort((left, right) => distance(left) - distance(right)).slice(0, most);
}

/** Parts of a name with the separator that stands before them. */
function segments(name: string): readonly string[] {
  return name.match(/^[^:/]+|[:/][^:/]*/g) ?? [];
}

function fits(pattern: string, segment: string): boolean {
  const [left, right] = [withoutSeparator(pattern), withoutSeparator(segment)];
  return matchesPattern(wildcardPattern(left), right);
}

function withoutSeparator(segment: string): string {
  return segment.replace(/^[:/]/, '');
}

/** Neighbours that both differ, or both do not, are one piece. */
function pieces(parts: readonly string[], differs: (part: string, place: number) => boolean): readonly Piece[] {
  const joined: Piece[] = [];
  for (const [place, part] of parts.entries()) {
    const here = differs(part, place);
    const last = joined.at(-1);
    if (last && last.differs === here) joined[joined.length - 1] = { text: last.text + part, differs: here };
    else joined.push({ text: part, differs: here });
  }
  return joined;
}
