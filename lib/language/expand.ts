import type { Action } from '@/lib/catalog/catalog';
import { servicePrefix } from '@/lib/iam/action';
import type { LanguageContext } from '@/lib/language/context';
import { countLevels, type LevelCount } from '@/lib/language/describe/action';
import { type Place, placeAt } from '@/lib/language/place';
import { coveredActions } from '@/lib/language/statement';
import type { TextEdit } from '@/lib/text/edit';
import { lineIndentAt } from '@/lib/text/lines';
import { looseTexts } from '@/lib/text/loose-json';
import type { Range } from '@/lib/text/range';

/** What a pattern of actions covers, and the change that lists it in its place. */
export interface Expansion {
  readonly pattern: string;
  readonly range: Range;
  readonly actions: readonly Action[];
  readonly levels: readonly LevelCount[];
  /**
   * Left out where the list would be longer than a policy may be, or would add nothing to what stands beside the pattern. The
   * list means today what the pattern means, and no action that AWS adds later.
   */
  readonly edit?: TextEdit;
}

/** No policy type holds a longer list of actions: it takes some 25 characters for each. */
const MOST_LISTED = 250;

/** The pattern of one service's actions under the cursor; `undefined` where there is none, or its service is not known in detail. */
export function expandWildcard(text: string, offset: number, { catalog }: LanguageContext): Expansion | undefined {
  const place = placeAt(text, offset);
  const token = place?.token;
  if (place?.slot.kind !== 'value' || !/^(?:Not)?Action$/.test(place.slot.element)) return undefined;
  if (token?.kind !== 'string' || !/[*?]/.test(token.text)) return undefined;
  const service = catalog.service(servicePrefix(token.text));
  const actions = service ? coveredActions(token.text, service.actions) : [];
  if (actions.length === 0) return undefined;
  const { range, text: pattern } = token;
  const edit = actions.length > MOST_LISTED ? undefined : listInstead(text, place, range, actions);
  return { pattern, range, actions, levels: countLevels(actions), ...(edit && { edit }) };
}

function listInstead(
  text: string,
  { container, token }: Place,
  range: Range,
  actions: readonly Action[],
): TextEdit | undefined {
  const list = container?.kind === 'array' ? container : undefined;
  const others = new Set(
    list ? looseTexts(list).flatMap((one) => (one === token ? [] : [one.text.toLowerCase()])) : [],
  );
  const names = actions
    .map(({ service, name }) => `${service}:${name}`)
    .filter((name) => !others.has(name.toLowerCase()))
    .map((name) => JSON.stringify(name));
  if (names.length === 0) return undefined;
  const margin = lineIndentAt(text, range.start);
  if (list) {
    const onLines = text.slice(list.range.start, range.start).includes('\n');
    return { range, text: names.join(onLines ? `,\n${margin}` : ', ') };
  }
  const inner = `${margin}  `;
  return { range, text: names.length === 1 ? names.join() : `[\n${inner}${names.join(`,\n${inner}`)}\n${margin}]` };
}
