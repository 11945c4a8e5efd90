import { type JsonNode, type JsonScalar, parseJson } from '@/lib/text/json';
import type { Parsed, Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';

/**
 * Reads JSON that stands inside a JSON string (`"Policy": "{\"Version\"…"`). Ranges are those of the outer text, so that
 * a statement can be highlighted where it was pasted.
 */
export function parseJsonString(text: string, node: JsonScalar): Parsed<JsonNode | undefined> {
  return parseDecoded(decodeEscapes(text, node.range.start + 1, node.range.end - 1));
}

/** Reads percent-encoded JSON, as IAM's own wire format has it (`%7B%22Version%22…`). Ranges are those of the given text. */
export function parsePercentEncoded(text: string): Parsed<JsonNode | undefined> {
  return parseDecoded(decodePercents(text));
}

/** A text and, for each of its code units and its end, the offset in the text it was decoded from. */
interface Decoded {
  readonly text: string;
  readonly origins: readonly number[];
}

function parseDecoded(decoded: Decoded): Parsed<JsonNode | undefined> {
  const inner = parseJson(decoded.text);
  const toOuter = (range: Range): Range => ({
    start: decoded.origins[range.start] ?? 0,
    end: decoded.origins[range.end] ?? 0,
  });
  const problems = inner.problems.map(
    (problem): Problem => (problem.range ? { ...problem, range: toOuter(problem.range) } : problem),
  );
  return { value: inner.value && moved(inner.value, toOuter), problems };
}

function moved(node: JsonNode, toOuter: (range: Range) => Range): JsonNode {
  const range = toOuter(node.range);
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        range,
        members: node.members.map((member) => ({
          key: { value: member.key.value, range: toOuter(member.key.range) },
          range: toOuter(member.range),
          ...(member.value && { value: moved(member.value, toOuter) }),
        })),
      };
    case 'array':
      return { kind: 'array', range, items: node.items.map((item) => moved(item, toOuter)) };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { ...node, range };
  }
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function decodeEscapes(text: string, start: number, end: number): Decoded {
  let decoded = '';
  const origins: number[] = [];
  let at = start;
  while (at < end) {
    origins.push(at);
    const letter = text.charAt(at) === '\\' ? text.charAt(at + 1) : '';
    if (letter === 'u') {
      decoded += String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16) || 0xfffd);
      at += 6;
    } else if (letter !== '') {
      decoded += CONTROL_ESCAPES[letter] ?? letter;
      at += 2;
    } else decoded += text.charAt(at++);
  }
  origins.push(end);
  return { text: decoded, origins };
}

function decodePercents(text: string): Decoded {
  let decoded = '';
  const origins: number[] = [];
  let at = 0;
  while (at < text.length) {
    const run = /^(?:%[0-9A-Fa-f]{2})+/.exec(text.slice(at, at + 12))?.[0] ?? '';
    const piece = decodeRun(run);
    if (piece === undefined) {
      origins.push(at);
      decoded += text.charAt(at) === '+' ? ' ' : text.charAt(at);
      at += 1;
      continue;
    }
    for (let unit = 0; unit < piece.text.length; unit++) origins.push(at);
    decoded += piece.text;
    at += piece.length;
  }
  origins.push(text.length);
  return { text: decoded, origins };
}

/** The first character of a run of percent escapes: one escape for ASCII, two to four for the rest. */
function decodeRun(run: string): { readonly text: string; readonly length: number } | undefined {
  for (let length = 3; length <= run.length; length += 3) {
    try {
      return { text: decodeURIComponent(run.slice(0, length)), length };
    } catch {
      // An incomplete UTF-8 sequence: take one escape more.
    }
  }
  return undefined;
}
