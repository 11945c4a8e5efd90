import type { TextEdit } from '@/lib/text/edit';
import type { JsonArray, JsonMember, JsonNode, JsonObject } from '@/lib/text/json';
import type { Range } from '@/lib/text/range';

// Edits of JSON that keep its commas right and leave every other character as it was.

/** Writes a text as JSON, quotes included. */
export function jsonText(text: string): string {
  return JSON.stringify(text);
}

/** Puts a member first in an object, on a line of its own where the others stand so. `member` is JSON: `"a": 1`. */
export function insertFirstMember(text: string, object: JsonObject, member: string): TextEdit {
  const at = object.range.start + 1;
  const [first] = object.members;
  if (first === undefined) return { range: { start: at, end: at }, text: member };
  const gap = text.slice(at, first.range.start);
  const line = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
  const separator = line.length < gap.length ? `,${gap}` : ', ';
  return { range: { start: first.range.start, end: first.range.start }, text: `${member}${separator}` };
}

/** Puts a member last in an object, on a line of its own where the one before stands so. */
export function insertLastMember(text: string, object: JsonObject, member: string): TextEdit {
  const last = object.members.at(-1);
  if (last === undefined) return insertFirstMember(text, object, member);
  const before = object.members.at(-2);
  const gapStart = before?.range.end ?? object.range.start;
  const gap = text.slice(gapStart, last.range.start).replace(/^\s*,/, '').replace(/^\{/, '');
  const at = last.range.end;
  return { range: { start: at, end: at }, text: `,${/[\r\n]/.test(gap) ? gap : ' '}${member}` };
}

/** Takes a member out of an object, with the comma that it needed. */
export function removeMember(object: JsonObject, member: JsonMember): TextEdit {
  return remove(object.range, object.members, member);
}

/** Takes an item out of a list, with the comma that it needed. */
export function removeItem(list: JsonArray, item: JsonNode): TextEdit {
  return remove(list.range, list.items, item);
}

/** With what stands before it back to its neighbour, so that the layout of the others stays. */
function remove(around: Range, all: readonly { readonly range: Range }[], one: { readonly range: Range }): TextEdit {
  const place = all.indexOf(one);
  const before = all[place - 1];
  const after = all[place + 1];
  if (before) return { range: { start: before.range.end, end: one.range.end }, text: '' };
  if (after) return { range: { start: one.range.start, end: after.range.start }, text: '' };
  return { range: { start: around.start + 1, end: around.end - 1 }, text: '' };
}
