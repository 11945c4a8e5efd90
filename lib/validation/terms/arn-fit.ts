import type { ResourceType } from '@/lib/catalog/catalog';
import { splitVariables } from '@/lib/policy/variables';
import { oncePer } from '@/lib/text/once-per';
import { patternsMeet } from '@/lib/text/patterns-meet';
import type { Located } from '@/lib/text/range';
import { literalPattern, type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import { arnFields } from '@/lib/validation/terms/resources';

/**
 * Whether an entry of a list of resources and the ARNs of a resource type can mean the same resource: both are compared part
 * by part, each `${…}` read as any text. An entry with fewer than six parts is compared as a whole.
 */
export function fitsType(entry: Located<string>, type: ResourceType): boolean {
  const format = partsOfType(type);
  const parts = partsOfEntry(entry);
  if (parts.length < 6) return patternsMeet(patternOf(entry.value), patternOf(type.arn));
  return PLACES.every((place) => patternsMeet(format[place] ?? [], parts[place] ?? []));
}

// The service first: that is where most differ.
const PLACES = [2, 5, 4, 3, 1, 0];

// Every action of a statement is held against the same entries, and every statement against the same types.
const partsOfType = oncePer(({ arn }: ResourceType) => arnFields(arn).map(patternOf));
const partsOfEntry = oncePer(({ value }: Located<string>) => arnFields(value).map(patternOf));

function patternOf(text: string): Pattern {
  if (!text.includes('${')) return wildcardPattern(text);
  return splitVariables(text).flatMap((part): Pattern => {
    switch (part.kind) {
      case 'text':
        return wildcardPattern(part.text);
      case 'character':
        return literalPattern(part.text);
      case 'variable':
      case 'valueless':
        return [{ kind: 'any' }];
    }
  });
}
