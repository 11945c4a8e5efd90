import type { ResourceType } from '@/lib/catalog/catalog';
import { splitVariables } from '@/lib/policy/variables';
import { oncePer } from '@/lib/text/once-per';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { literalPattern, type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import type { ResourceEntry } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

/**
 * Whether an entry of a list of resources and the ARNs of a resource type can mean the same resource: both are compared part
 * by part, each `${…}` read as any text. An entry with fewer than six parts is compared as a whole.
 */
export function fitsType(entry: ResourceEntry, type: ResourceType): boolean {
  const format = formatOf(type);
  const fields = entry.arn?.fields ?? [];
  if (fields.length < 6) return patternsMeet(patternOf(entry.value), format.whole);
  return PLACES.every((place) => {
    const part = format.parts[place];
    if (part === undefined || part.isOpen) return true;
    const field = fields[place] ?? '';
    return isLiteral(field) && part.isLiteral ? field === part.text : patternsMeet(part.pattern, patternOf(field));
  });
}

// The service first: that is where most differ.
const PLACES = [2, 5, 4, 3, 1, 0];

const formatOf = oncePer(({ arn }: ResourceType) => ({
  whole: patternOf(arn),
  parts: arnFields(arn).map((text) => {
    const pattern = patternOf(text);
    return { text, pattern, isLiteral: isLiteral(text), isOpen: pattern.length === 1 && pattern[0]?.kind === 'any' };
  }),
}));

function isLiteral(text: string): boolean {
  return !/[*?$]/.test(text);
}

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
