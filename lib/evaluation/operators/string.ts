import type { Operand, Operator } from '@/lib/evaluation/operators/operator';
import { matchesPartial, type PartialValue } from '@/lib/request/context';
import { fitsEverything, lowerPattern, textMatcher } from '@/lib/text/wildcard';

function comparer({ pattern }: Operand) {
  return {
    compare: textMatcher(pattern),
    comparePartial: (value: PartialValue) => matchesPartial(pattern, value),
    fitsAll: fitsEverything(pattern),
  };
}

function ignoreCase({ pattern }: Operand) {
  const folded = lowerPattern(pattern);
  const fits = textMatcher(folded);
  return {
    compare: (value: string) => fits(value.toLowerCase()),
    comparePartial: (value: PartialValue) =>
      matchesPartial(folded, {
        ...value,
        ...(value.likely !== undefined && { likely: value.likely.toLowerCase() }),
        forms: value.forms.map(lowerPattern),
      }),
    fitsAll: fitsEverything(folded),
  };
}

/** C35 to C41. */
export const STRING_OPERATORS: readonly Operator[] = [
  { name: 'StringEquals', negatedName: 'StringNotEquals', variables: true, wildcards: false, prepare: comparer },
  {
    name: 'StringEqualsIgnoreCase',
    negatedName: 'StringNotEqualsIgnoreCase',
    variables: true,
    wildcards: false,
    prepare: ignoreCase,
  },
  { name: 'StringLike', negatedName: 'StringNotLike', variables: true, wildcards: true, prepare: comparer },
];
