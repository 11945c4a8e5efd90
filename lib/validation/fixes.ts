import type { JsonMember, JsonObject } from '@/lib/text/json';
import { jsonText, removeMember } from '@/lib/text/json-edit';
import type { Located, Range } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import type { QuickFix } from '@/lib/validation/finding';

// The changes that most fixes consist of.

/** Writes another text in place of a value or a name. */
export function changeTo(range: Range, text: string): QuickFix {
  return { title: `Change to ${code(text)}`, edits: [{ range, text: jsonText(text) }] };
}

/** Takes an element out of its object. */
export function removeElement(object: JsonObject, member: JsonMember): QuickFix {
  return { title: `Remove ${code(member.key.value)}`, edits: [removeMember(object, member)] };
}

/** Takes one of several entries out of a list of texts, with the comma that it needed. */
export function removeEntry(list: { readonly entries: readonly Located<string>[] }, entry: Located<string>): QuickFix {
  const place = list.entries.indexOf(entry);
  const before = list.entries[place - 1];
  const after = list.entries[place + 1];
  const range = before
    ? { start: before.range.end, end: entry.range.end }
    : { start: entry.range.start, end: after?.range.start ?? entry.range.end };
  return { title: `Remove ${code(entry.value)}`, edits: [{ range, text: '' }] };
}
