import type { ResourceType } from '@/lib/catalog/catalog';
import { splitVariables } from '@/lib/policy/variables';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { literalPattern, type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import { arnFields } from '@/lib/validation/terms/resources';

/**
 * Whether an entry of a list of resources and the ARNs of a resource type can mean the same resource: both are compared part
 * by part, each `${…}` read as any text. An entry with fewer than six parts is compared as a whole.
 */
export function fitsType(entry: string, type: ResourceType): boolean {
  const format = arnFields(type.arn);
  const fields = arnFields(entry);
  if (fields.length < 6) return patternsMeet(patternOf(entry), patternOf(type.arn));
  return format.every((field, place) => patternsMeet(patternOf(field), patternOf(fields[place] ?? '')));
}

function patternOf(text: string): Pattern {
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
