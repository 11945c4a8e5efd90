import { certain } from '@/lib/evaluation/match';
import type { ElementTrace } from '@/lib/evaluation/verdict';
import { actionMatcher } from '@/lib/iam/action';
import type { ActionElement } from '@/lib/policy/document';
import type { Request } from '@/lib/request/request';
import type { Located } from '@/lib/text/range';

/** An `Action` or `NotAction`, ready to be compared. */
export interface CompiledAction {
  readonly element: ActionElement;
  readonly patterns: readonly { readonly written: Located<string>; readonly fits: (actionId: string) => boolean }[];
}

export function compileAction(element: ActionElement): CompiledAction {
  return { element, patterns: element.patterns.map((written) => ({ written, fits: actionMatcher(written.value) })) };
}

/** Whether an `Action` or `NotAction` covers the request's action (R117 to R121). */
export function coversAction({ element, patterns }: CompiledAction, { actionId }: Request): boolean {
  const isListed = patterns.some(({ fits }) => fits(actionId));
  return isListed === (element.name === 'Action');
}

/** What each pattern was compared with. */
export function traceAction(compiled: CompiledAction, request: Request): ElementTrace {
  const { element, patterns } = compiled;
  const comparisons = patterns.map(({ written, fits }) => {
    const isEqual = fits(request.actionId);
    return {
      range: written.range,
      wanted: [written.value],
      given: [request.action],
      match: certain(isEqual),
      reason: isEqual ? 'equal' : 'noValueEqual',
    } as const;
  });
  return { element: element.name, range: element.range, comparisons, match: certain(coversAction(compiled, request)) };
}
