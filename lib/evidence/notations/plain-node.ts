import type { JsonNode, JsonObject } from '@/lib/text/json';

// Values that were written in another notation than JSON: the same nodes, without places of their own.

const NOWHERE = { start: 0, end: 0 };

export function textNode(text: string): JsonNode {
  return { kind: 'string', range: NOWHERE, text };
}

export function arrayNode(items: readonly JsonNode[]): JsonNode {
  return { kind: 'array', range: NOWHERE, items };
}

export function objectNode(members: readonly (readonly [key: string, value: JsonNode])[]): JsonObject {
  return {
    kind: 'object',
    range: NOWHERE,
    members: members.map(([key, value]) => ({ key: { value: key, range: NOWHERE }, value, range: NOWHERE })),
  };
}

/** Numbers and booleans as they are written. */
export function wordNode(kind: 'number' | 'boolean' | 'null', text: string): JsonNode {
  return { kind, range: NOWHERE, text };
}
