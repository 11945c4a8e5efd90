import { wildcardMatcher } from '@/lib/text/wildcard';
import type { Group, Task } from './task';

// Patterns that take exponential time, or the product of the lengths, where matching is not careful. The longest ARNs have
// some 2,000 characters.

const PATTERNS: Readonly<Record<string, string>> = {
  'ten stars': `${'*a'.repeat(10)}*b`,
  'ten stars, open end': `${'*a'.repeat(10)}*b*`,
  'long stretch': `*${'a?'.repeat(20)}b`,
  'long stretch, open end': `*${'a?'.repeat(20)}b*`,
};

export function wildcardGroups(): readonly Group[] {
  const tasks = [60, 400, 4000].flatMap((length) => {
    const text = 'a'.repeat(length);
    return Object.entries(PATTERNS).map(([name, pattern]): Task => {
      const matches = wildcardMatcher(pattern);
      return { name: `${name}, ${length} characters`, run: () => matches(text), aim: { milliseconds: 0.1 } };
    });
  });
  return [{ name: 'wildcards', title: 'wildcards: hostile patterns', tasks }];
}
