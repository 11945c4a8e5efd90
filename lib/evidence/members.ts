import { type JsonNode, type JsonObject, member } from '@/lib/text/json';

// A member's value as an object, a text or a list; nothing where it is of another kind.

export function objectAt(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = object && member(object, name)?.value;
  return value?.kind === 'object' ? value : undefined;
}

/** A number, `true` and `false` as they are written. */
export function textAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = object && member(object, name)?.value;
  return value === undefined || value.kind === 'object' || value.kind === 'array' || value.kind === 'null'
    ? undefined
    : value.text;
}

export function listAt(object: JsonObject | undefined, name: string): readonly JsonNode[] {
  const value = object && member(object, name)?.value;
  return value?.kind === 'array' ? value.items : [];
}

/** The objects of a member's list. */
export function objectsAt(object: JsonObject | undefined, name: string): readonly JsonObject[] {
  return listAt(object, name).flatMap((item) => (item.kind === 'object' ? [item] : []));
}
