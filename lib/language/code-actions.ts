import type { LanguageContext } from '@/lib/language/context';
import { expandWildcard } from '@/lib/language/expand';
import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';
import { code, plural } from '@/lib/text/wording';
import type { Finding } from '@/lib/validation/finding';

/** A change offered for what is under the cursor or selected. */
export interface CodeAction {
  /** What it does, with `names`. */
  readonly title: string;
  /** `fix`: removes a finding. `rewrite`: says the same in other words. */
  readonly kind: 'fix' | 'rewrite';
  readonly edits: readonly TextEdit[];
}

/** The fixes of the findings that touch the selection, in their order, then what else can be done there. */
export function codeActions(
  text: string,
  selection: Range,
  findings: readonly Finding[],
  context: LanguageContext,
): readonly CodeAction[] {
  const fixes = findings
    .filter(({ range }) => range.start <= selection.end && selection.start <= range.end)
    .flatMap(({ fixes: offered = [] }) =>
      offered.map(({ title, edits }): CodeAction => ({ title, kind: 'fix', edits })),
    );
  const expansion = expandWildcard(text, selection.start, context);
  if (!expansion?.edit) return fixes;
  const { pattern, actions, edit } = expansion;
  const title = `List the ${plural(actions.length, 'action', 'actions')} of ${code(pattern)}`;
  return [...fixes, { title, kind: 'rewrite', edits: [edit] }];
}
