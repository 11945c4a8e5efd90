const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;

interface Walk {
  /** Where to begin; 0 where it is left out. */
  readonly from?: number;
  /** A text that is not closed ends with its line, as in JSON that is half typed. */
  readonly byLines?: boolean;
}

/**
 * The place of the first bracket of a JSON text for which `isIt` holds, told how many are open behind it: fewer than none
 * where more were closed than opened. Texts in quotes are skipped. Linear, and it does not recurse.
 */
export function findBracket(
  text: string,
  isIt: (depth: number) => boolean,
  { from = 0, byLines = false }: Walk = {},
): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === BACKSLASH) i++;
      else if (unit === QUOTE || (byLines && unit === LINE_FEED)) inString = false;
      continue;
    }
    if (unit === QUOTE) inString = true;
    else if (unit === 123 || unit === 91) {
      if (isIt(++depth)) return i;
    } else if (unit === 125 || unit === 93) {
      if (isIt(--depth)) return i;
    }
  }
  return undefined;
}
