import { parsed } from '@/lib/cloudtrail/find-events';

// Values inside a column. Athena and CloudTrail Lake print a row or a map as `{name=value, name={…}}` and a list as `[…]`, without
// quotes; everything else writes JSON.

const MOST_LEVELS = 16;
const LONGEST = 200_000;

/** The value of a column that holds more than one; `undefined` where it cannot be read. */
export function structureOf(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || trimmed.length > LONGEST) return undefined;
  const json = parsed(trimmed);
  if (json !== undefined) return json;
  const read = readValue(trimmed, 0, 0);
  return read !== undefined && read.end === trimmed.length ? read.value : undefined;
}

interface Read {
  readonly value: unknown;
  readonly end: number;
}

function readValue(text: string, at: number, depth: number): Read | undefined {
  if (depth > MOST_LEVELS) return undefined;
  if (text.charAt(at) === '{') return readRow(text, at + 1, depth);
  if (text.charAt(at) === '[') return readList(text, at + 1, depth);
  const end = scalarEnd(text, at);
  const value = text.slice(at, end);
  return { value: value === 'null' ? null : value, end };
}

/** A value may hold a comma; what follows a comma is the next name only where a name and an equals sign stand there. */
function scalarEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '}' || character === ']') return at;
    if (character === ',' && (NEXT_NAME.test(text.slice(at, at + 80)) || /^, [{[]/.test(text.slice(at, at + 3))))
      return at;
  }
  return text.length;
}

const NEXT_NAME = /^, [\w:./-]{1,64}=/;

function readRow(text: string, from: number, depth: number): Read | undefined {
  const members: [string, unknown][] = [];
  let at = from;
  while (text.charAt(at) !== '}') {
    const equals = text.indexOf('=', at);
    if (equals < 0) return undefined;
    const read = readValue(text, equals + 1, depth + 1);
    if (read === undefined) return undefined;
    members.push([text.slice(at, equals).trim(), read.value]);
    at = afterComma(text, read.end);
  }
  return { value: Object.fromEntries(members), end: at + 1 };
}

function readList(text: string, from: number, depth: number): Read | undefined {
  const items: unknown[] = [];
  let at = from;
  while (text.charAt(at) !== ']') {
    if (at >= text.length) return undefined;
    const read = readValue(text, at, depth + 1);
    if (read === undefined) return undefined;
    items.push(read.value);
    at = afterComma(text, read.end);
  }
  return { value: items, end: at + 1 };
}

function afterComma(text: string, end: number): number {
  return text.startsWith(', ', end) ? end + 2 : end;
}
