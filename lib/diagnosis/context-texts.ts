import { isContextValue } from '@/lib/diagnosis/schema';

/** The values that stand in a document for a condition key, as texts; one of a strange shape as JSON. */
export function contextTexts(given: unknown): readonly string[] {
  if (!isContextValue(given)) return [JSON.stringify(given)];
  return given === null ? [] : Array.isArray(given) ? given.map(String) : [String(given)];
}
