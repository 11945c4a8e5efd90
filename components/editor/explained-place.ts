import type { CodeAction } from '@/lib/language/code-actions';
import type { Expansion } from '@/lib/language/expand';
import type { Hover } from '@/lib/language/hover';
import type { Finding } from '@/lib/validation/finding';
import type { HostedHelp } from './editor-handle';

/** All there is to say and to do about the place of a caret. */
export interface ExplainedPlace {
  readonly hover?: Hover;
  readonly findings: readonly Finding[];
  readonly expansion?: Expansion;
  readonly actions: readonly CodeAction[];
}

export function explainPlace(text: string, caret: number, { tools, context, findings }: HostedHelp): ExplainedPlace {
  // A caret that an older text left behind.
  const offset = Math.min(caret, text.length);
  const hover = tools.hover(text, offset, context);
  const expansion = tools.expandWildcard(text, offset, context);
  return {
    ...(hover && { hover }),
    ...(expansion && { expansion }),
    findings: findings.filter(({ range }) => range.start <= offset && offset <= range.end),
    actions: tools.codeActions(text, { start: offset, end: offset }, findings, context),
  };
}
