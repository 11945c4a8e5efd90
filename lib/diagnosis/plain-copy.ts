import { findBracket } from '@/lib/text/brackets';
import type { Problem } from '@/lib/text/problem';

/** Deepest nesting of a document. A policy kept as an object has some ten levels. */
const MAX_DEPTH = 100;
// A document of five million characters cannot have more values than this.
const MAX_VALUES = 2_000_000;

/** A value copied as JSON would carry it, or why it was refused. */
export type Copied = { readonly value: unknown } | { readonly refused: Problem };

/**
 * Copies whatever was handed in to plain JSON data: bounded, no shared or circular parts, no `__proto__` that could reach a
 * prototype, nothing that JSON does not have.
 */
export function plainCopy(input: unknown): Copied {
  const count = { left: MAX_VALUES };
  const value = copy(input, 0, count);
  return value === TOO_MUCH ? { refused: tooDeep() } : { value };
}

/** Whether a JSON text is nested deeper than a document may be: asked before `JSON.parse`, which recurses. */
export function isTooDeep(text: string): boolean {
  return findBracket(text, (depth) => depth > MAX_DEPTH) !== undefined;
}

export function tooDeep(): Problem {
  return {
    code: 'document-too-deep',
    severity: 'error',
    message: `This is nested more than ${MAX_DEPTH} levels deep. A diagnosis has some ten levels; check that you opened the right file.`,
  };
}

const TOO_MUCH = Symbol('nested too deeply, or too many values');

function copy(input: unknown, depth: number, count: { left: number }): unknown {
  if (depth > MAX_DEPTH || count.left-- <= 0) return TOO_MUCH;
  if (typeof input === 'number') return Number.isFinite(input) ? input : null;
  if (input === null || typeof input === 'string' || typeof input === 'boolean') return input;
  if (typeof input !== 'object') return undefined;
  if (Array.isArray(input)) return copyList(input, depth, count);
  const fields: [string, unknown][] = [];
  for (const [key, field] of Object.entries(input)) {
    if (key === '__proto__') continue;
    const value = copy(field, depth + 1, count);
    if (value === TOO_MUCH) return TOO_MUCH;
    if (value !== undefined) fields.push([key, value]);
  }
  return Object.fromEntries(fields);
}

function copyList(input: readonly unknown[], depth: number, count: { left: number }): unknown {
  const list: unknown[] = [];
  for (const member of input) {
    const value = copy(member, depth + 1, count);
    if (value === TOO_MUCH) return TOO_MUCH;
    list.push(value === undefined ? null : value);
  }
  return list;
}
