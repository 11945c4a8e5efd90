import type { JsonNode, JsonObject } from '@/lib/text/json';

// Between parsed values and the nodes that the reader of events takes. Nothing points into an event that was read from a file.

const NOWHERE = { start: 0, end: 0 };

/** A parsed object as a node. */
export function objectNode(value: Readonly<Record<string, unknown>>): JsonObject {
  const members = Object.entries(value).map(([name, inner]) => ({
    key: { value: name, range: NOWHERE },
    range: NOWHERE,
    value: nodeOf(inner),
  }));
  return { kind: 'object', range: NOWHERE, members };
}

function nodeOf(value: unknown): JsonNode {
  if (Array.isArray(value)) return { kind: 'array', range: NOWHERE, items: value.map(nodeOf) };
  if (typeof value === 'object' && value !== null) return objectNode(value as Readonly<Record<string, unknown>>);
  const kind = typeof value;
  if (kind === 'string' || kind === 'number' || kind === 'boolean')
    return { kind, range: NOWHERE, text: String(value) };
  return { kind: 'null', range: NOWHERE, text: 'null' };
}

/** A node as a parsed object; numbers and booleans stay the text they were written as. */
export function plainObject({ members }: JsonObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(members.map(({ key, value }) => [key.value, value && plainValue(value)]));
}

function plainValue(node: JsonNode): unknown {
  if (node.kind === 'object') return plainObject(node);
  if (node.kind === 'array') return node.items.map(plainValue);
  return node.kind === 'null' ? null : node.text;
}
