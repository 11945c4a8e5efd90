import type { Located, Range } from '@/lib/text/range';

/** A JSON value with its place. Numbers keep the digits as written (C20); both members of a repeated key are kept (C11). */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly range: Range;
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: Located<string>;
  /** Left out while the value is still being typed. */
  readonly value?: JsonNode;
  readonly range: Range;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly range: Range;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly range: Range;
  /** Strings decoded; everything else as written. */
  readonly text: string;
}
