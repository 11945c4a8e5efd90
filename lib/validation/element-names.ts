import { type JsonObject, member } from '@/lib/text/json';
import { nearestName } from '@/lib/text/nearest';

/** The element that a misspelt name means: another letter case, a plural, a slip. */
export function nearestElement(name: string, known: readonly string[]): string | undefined {
  const plain = name.trim();
  return nearestName(plain, known) ?? nearestName(plain.replace(/s$/, ''), known);
}

// An object with more members is none of a policy's.
const MOST_MEMBERS = 50;

/** Whether a misspelt name stands for one of these elements, which is then not missing. */
function isMisspelt(object: JsonObject, known: readonly string[], names: readonly string[]): boolean {
  return object.members.slice(0, MOST_MEMBERS).some(({ key }) => {
    if (known.includes(key.value)) return false;
    const meant = nearestElement(key.value, known);
    return meant !== undefined && names.includes(meant);
  });
}

/** Whether all of these elements are missing, and none of them is there in another spelling. */
export function lacks(object: JsonObject, known: readonly string[], names: readonly string[]): boolean {
  return names.every((name) => !member(object, name)) && !isMisspelt(object, known, names);
}
