import { certain, not, some } from '@/lib/evaluation/match';
import type { ElementTrace } from '@/lib/evaluation/verdict';
import { actionMatches } from '@/lib/iam/action';
import type { ActionElement } from '@/lib/policy/document';

/** Whether an `Action` or `NotAction` covers the request's action (R117 to R121). */
export function traceAction(element: ActionElement, action: string): ElementTrace {
  const comparisons = element.patterns.map(({ value, range }) => {
    const fits = actionMatches(value, action);
    return {
      range,
      wanted: [value],
      given: [action],
      match: certain(fits),
      reason: fits ? 'equal' : 'noValueEqual',
    } as const;
  });
  const listed = some(comparisons.map((comparison) => comparison.match));
  return {
    element: element.name,
    range: element.range,
    comparisons,
    match: element.name === 'NotAction' ? not(listed) : listed,
  };
}
