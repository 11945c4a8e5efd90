// The numbers that editors, `cat -n`, `grep -n` and pages for code put before a text's lines, or between them.

const IN_FRONT = /^[ \t]{0,12}(\d{1,6})(?:[|│:.)]|[ \t]{1,4}[|│])?(?:[ \t]|(?=[^\d,.])|$)/;
const ALONE = /^[ \t]{0,12}(\d{1,6})[ \t]{0,12}\r?$/;
// As many in a row count upwards by chance in no JSON.
const FEWEST = 3;

/** A text of JSON without the numbers of its lines; every other text as it is. */
export function withoutLineNumbers(text: string): string {
  if (!/^[ \t]{0,12}\d{1,6}(?:[ \t|│:.)]|[^\d,.]|$)/m.test(text)) return text;
  const lines = text.split('\n');
  return numbersBetween(lines) ?? numbersInFront(lines) ?? text;
}

function numbersInFront(lines: readonly string[]): string | undefined {
  const found = lines.map((line) => IN_FRONT.exec(line));
  const counted = countingUp(found, 1);
  if (![...counted].some((place) => isOfJson(lines[place]?.slice(found[place]?.[0].length)))) return undefined;
  return lines.map((line, place) => (counted.has(place) ? line.slice(found[place]?.[0].length) : line)).join('\n');
}

/** A gutter that was copied along: every second line is a number. */
function numbersBetween(lines: readonly string[]): string | undefined {
  const counted = countingUp(
    lines.map((line) => ALONE.exec(line)),
    2,
  );
  if (![...counted].some((place) => isOfJson(lines[place + 1]))) return undefined;
  return lines.filter((_, place) => !counted.has(place)).join('\n');
}

/** The places whose numbers go up by one, `step` lines apart. */
function countingUp(found: readonly (RegExpExecArray | null)[], step: number): ReadonlySet<number> {
  const counted = new Set<number>();
  const numberAt = (place: number) => Number(found[place]?.[1] ?? Number.NaN);
  for (let start = 0; start < found.length; start++) {
    if (counted.has(start)) continue;
    let end = start;
    while (numberAt(end + step) === numberAt(end) + 1) end += step;
    if ((end - start) / step + 1 < FEWEST) continue;
    for (let place = start; place <= end; place += step) counted.add(place);
  }
  return counted;
}

function isOfJson(line = ''): boolean {
  return /^\s{0,200}[{}[\]"]/.test(line);
}
