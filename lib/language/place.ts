import type { PrincipalKind } from '@/lib/policy/document';
import {
  type LooseArray,
  type LooseJson,
  type LooseNode,
  type LooseObject,
  type LooseScalar,
  type LooseToken,
  looseMember,
  readLooseJson,
} from '@/lib/text/loose-json';
import type { Range } from '@/lib/text/range';

/** What may stand at a place of a policy. */
export type Slot =
  /** A whole policy: there is nothing yet. */
  | { readonly kind: 'policy' }
  /** The name of a policy's element. */
  | { readonly kind: 'policyElement' }
  /** `whole`: the value of `Statement` itself, not an item of its list. */
  | { readonly kind: 'statement'; readonly whole: boolean }
  | { readonly kind: 'statementElement' }
  /** A text: the value of an element of the policy or a statement. */
  | { readonly kind: 'value'; readonly element: string }
  | { readonly kind: 'principal'; readonly element: string }
  | { readonly kind: 'principalKind'; readonly element: string }
  | { readonly kind: 'principalValue'; readonly element: string; readonly principalKind: PrincipalKind }
  | { readonly kind: 'condition' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'operatorValue'; readonly operator: string }
  | { readonly kind: 'key'; readonly operator: string }
  | { readonly kind: 'keyValue'; readonly operator: string; readonly key: string };

/** Where a cursor stands in a policy, however much of it is there. */
export interface Place {
  readonly slot: Slot;
  readonly policy?: LooseObject;
  readonly statement?: LooseObject;
  /** The object or list that the slot belongs to. */
  readonly container?: LooseObject | LooseArray;
  /** The string or word under the cursor. */
  readonly token?: LooseScalar;
  /** The last token before the token, or before the cursor where there is none. */
  readonly before?: LooseToken;
  /** All tokens behind them. */
  readonly after: readonly LooseToken[];
}

/** Finds the place of an offset. `undefined` where no policy, or nothing of a policy, can stand. */
export function placeAt(text: string, offset: number): Place | undefined {
  const json = readLooseJson(text, offset);
  if (json === undefined || json.comments.some((comment) => isInComment(text, comment, offset))) return undefined;
  const { token, before, after } = around(json, offset);
  const neighbours = { after, ...(token && { token: token.scalar }), ...(before && { before }) };
  if (json.root === undefined || (token && json.root === token.scalar))
    return { slot: { kind: 'policy' }, ...neighbours };
  const path = pathTo(json.root, offset);
  const inner = path.at(-1);
  if (inner === undefined) return undefined;
  const position = positionIn(inner.node, token, before, json.tokens);
  const found = position && locate(path, position);
  return found && { ...found, ...neighbours, container: inner.node };
}

/** A line's comment goes on at its end, a block's is over there. */
function isInComment(text: string, { start, end }: Range, offset: number): boolean {
  return start < offset && (text.charAt(start + 1) === '/' ? offset <= end : offset < end);
}

type ScalarToken = Extract<LooseToken, { kind: 'scalar' }>;

/** The scalar that the offset is in, and the tokens on either side. The end of a closed string is behind it. */
function around(json: LooseJson, offset: number) {
  const { tokens } = json;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.range.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  // The first token that ends at the offset or behind it.
  const first = tokens[low];
  const ending = first?.range.end === offset;
  const isIn =
    first?.kind === 'scalar' &&
    first.range.start < offset &&
    (!ending || first.scalar.kind === 'word' || !first.scalar.closed);
  const token: ScalarToken | undefined = isIn ? first : undefined;
  const next = token || ending ? low + 1 : low;
  const last = token || !ending ? low - 1 : low;
  const before = last < 0 ? undefined : tokens[last];
  return { token, before, after: tokens.slice(next) };
}

interface Step {
  readonly node: LooseObject | LooseArray;
  /** The name under which it stands; left out for items and the root. */
  readonly name?: string;
}

function pathTo(root: LooseNode, offset: number): readonly Step[] {
  const path: Step[] = [];
  let node: LooseNode | undefined = root;
  let name: string | undefined;
  while (node && (node.kind === 'object' || node.kind === 'array') && holds(node, offset)) {
    path.push({ node, ...(name !== undefined && { name }) });
    const within: Inner | undefined = innerAt(node, offset);
    node = within?.node;
    name = within?.name;
  }
  return path;
}

interface Inner {
  readonly node: LooseNode | undefined;
  readonly name?: string;
}

function innerAt(outer: LooseObject | LooseArray, offset: number): Inner | undefined {
  if (outer.kind === 'array') return { node: outer.items.find((item) => holds(item, offset)) };
  const found = outer.members.find(({ value }) => value && holds(value, offset));
  return found && { node: found.value, name: found.key.text };
}

function holds({ range, closed }: LooseNode, offset: number): boolean {
  return range.start < offset && (closed ? offset < range.end : offset <= range.end);
}

/** A name, the value of a name, or an item of a list. */
type Position = { readonly at: 'name' } | { readonly at: 'item' } | { readonly at: 'value'; readonly name: string };

function positionIn(
  node: LooseObject | LooseArray,
  token: ScalarToken | undefined,
  before: LooseToken | undefined,
  tokens: readonly LooseToken[],
): Position | undefined {
  if (node.kind === 'array') return { at: 'item' };
  if (token?.isKey) return { at: 'name' };
  if (before?.kind === ':') {
    const name = tokens[tokens.indexOf(before) - 1];
    return name?.kind === 'scalar' ? { at: 'value', name: name.scalar.text } : undefined;
  }
  // Behind a name that still lacks its colon.
  if (before?.kind === 'scalar' && before.isKey) return undefined;
  return token ? undefined : { at: 'name' };
}

type Found = Pick<Place, 'slot' | 'policy' | 'statement'>;

function locate(path: readonly Step[], position: Position): Found | undefined {
  const owner = path.findIndex(({ name }) => name === 'Statement');
  const inner = path.at(-1);
  if (owner < 1) {
    if (inner?.node.kind !== 'object') return undefined;
    const policy = inner.node;
    const isPolicy = path.length === 1 || looseMember(policy, 'Statement') !== undefined;
    const slot = isPolicy ? inPolicy(position) : undefined;
    return slot && { slot, policy };
  }
  const holder = path[owner - 1]?.node;
  const policy = holder?.kind === 'object' ? { policy: holder } : {};
  const isList = path[owner]?.node.kind === 'array';
  const statement = path[isList ? owner + 1 : owner]?.node;
  if (statement === undefined) return { slot: { kind: 'statement', whole: false }, ...policy };
  if (statement.kind !== 'object') return undefined;
  const slot = inStatement(path.slice(owner + (isList ? 2 : 1)), position);
  return slot && { slot, statement, ...policy };
}

function inPolicy(position: Position): Slot | undefined {
  if (position.at === 'name') return { kind: 'policyElement' };
  if (position.at === 'item') return undefined;
  return position.name === 'Statement' ? { kind: 'statement', whole: true } : { kind: 'value', element: position.name };
}

/** `inside`: the containers below the statement, outermost first. */
function inStatement([first, second, third, ...deeper]: readonly Step[], position: Position): Slot | undefined {
  if (deeper.length > 0) return undefined;
  if (first === undefined) {
    if (position.at === 'name') return { kind: 'statementElement' };
    return position.at === 'value' ? elementValue(position.name) : undefined;
  }
  const element = first.name ?? '';
  if (element === 'Condition') return inCondition(second, third, position);
  if (element !== 'Principal' && element !== 'NotPrincipal') {
    return second === undefined && position.at === 'item' ? { kind: 'value', element } : undefined;
  }
  if (third) return undefined;
  if (second) return position.at === 'item' ? principalValue(element, second.name) : undefined;
  if (position.at === 'name') return { kind: 'principalKind', element };
  return position.at === 'value' ? principalValue(element, position.name) : undefined;
}

function elementValue(element: string): Slot {
  if (element === 'Condition') return { kind: 'condition' };
  if (element === 'Principal' || element === 'NotPrincipal') return { kind: 'principal', element };
  return { kind: 'value', element };
}

const PRINCIPAL_KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalValue(element: string, name: string | undefined): Slot | undefined {
  const principalKind = PRINCIPAL_KINDS.find((kind) => kind === name);
  return principalKind && { kind: 'principalValue', element, principalKind };
}

function inCondition(second: Step | undefined, third: Step | undefined, position: Position): Slot | undefined {
  if (second === undefined) {
    if (position.at === 'name') return { kind: 'operator' };
    return position.at === 'value' ? { kind: 'operatorValue', operator: position.name } : undefined;
  }
  const operator = second.name ?? '';
  if (third) return position.at === 'item' ? { kind: 'keyValue', operator, key: third.name ?? '' } : undefined;
  if (position.at === 'name') return { kind: 'key', operator };
  return position.at === 'value' ? { kind: 'keyValue', operator, key: position.name } : undefined;
}

/**
 * Whether a name or a value is being typed at an offset, so that proposals may come by themselves. Between them they would be
 * in the way: Enter begins a new line there.
 */
export function isTyping(text: string, offset: number): boolean {
  return placeAt(text, offset)?.token !== undefined;
}
