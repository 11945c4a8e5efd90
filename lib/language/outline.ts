import { servicePrefix } from '@/lib/iam/action';
import { effectOf } from '@/lib/language/statement';
import { type LooseNode, type LooseObject, looseMember, looseTexts, readLooseJson } from '@/lib/text/loose-json';
import type { Range } from '@/lib/text/range';
import { code, listOf, plural, visible } from '@/lib/text/wording';

/** A statement of a policy, for jumping to it. */
export interface OutlineItem {
  /** Place in `Statement`, from 0. */
  readonly index: number;
  /** Its `Sid`, or "Statement 2". */
  readonly title: string;
  /** What it does in a few words, with `names`: "Allow `s3:GetObject`", "Deny all but `iam`, `sts`". */
  readonly detail: string;
  readonly range: Range;
}

const MOST_NAMES = 3;

/** The statements of a policy in their order, also of a half-typed one. */
export function outline(text: string): readonly OutlineItem[] {
  const root = readLooseJson(text)?.root;
  return root ? statementsOf(root).map(({ statement, index }) => itemOf(statement, index)) : [];
}

/** The statements of the policy, which may stand within the answer of a command. */
function statementsOf(root: LooseNode): readonly { readonly statement: LooseObject; readonly index: number }[] {
  let node: LooseNode | undefined = root;
  while (node?.kind === 'object') {
    const list: LooseNode | undefined = looseMember(node, 'Statement');
    if (list) {
      const items = list.kind === 'array' ? list.items : [list];
      return items.flatMap((item, index) => (item.kind === 'object' ? [{ statement: item, index }] : []));
    }
    node = node.members.find(({ value }) => value?.kind === 'object')?.value;
  }
  return [];
}

function itemOf(statement: LooseObject, index: number): OutlineItem {
  const sid = looseMember(statement, 'Sid');
  const title = sid?.kind === 'string' && sid.text.trim() !== '' ? visible(sid.text) : `Statement ${index + 1}`;
  return { index, title, detail: detailOf(statement), range: statement.range };
}

function detailOf(statement: LooseObject): string {
  const effect = effectOf(statement);
  const said = effect === 'Allow' || effect === 'Deny' ? effect : 'No effect yet:';
  const negated = looseMember(statement, 'NotAction') !== undefined;
  const patterns = looseTexts(looseMember(statement, negated ? 'NotAction' : 'Action')).map(({ text }) => text);
  const names =
    patterns.length > MOST_NAMES ? [...new Set(patterns.map((one) => servicePrefix(one) || one))] : patterns;
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map(code);
  const list = rest > 0 ? listOf([...shown, plural(rest, 'more', 'more')], 'and') : shown.join(', ');
  if (list === '') return `${said} nothing yet`;
  return `${said} ${negated ? 'all but ' : ''}${list}`;
}
