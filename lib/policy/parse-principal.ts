import type { PrincipalElement, PrincipalEntry, PrincipalKind } from '@/lib/policy/document';
import type { JsonMember, JsonNode, JsonObject } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/**
 * Reads a `Principal` or `NotPrincipal`: `"*"`, or a map from kinds to texts (R12). Otherwise the sentence that says what is
 * wrong; then the statement is left out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal(
  name: PrincipalElement['name'],
  found: JsonMember,
  problems: Problem[],
): PrincipalElement | string {
  const value = found.value;
  const shape = `\`${name}\` is \`"*"\` or a map such as \`{ "AWS": "arn:aws:iam::111122223333:user/NAME" }\`.`;
  if (value?.kind === 'string' && value.text === '*') {
    return { name, range: found.range, entries: [{ kind: 'AWS', text: { value: '*', range: value.range } }] };
  }
  if (value?.kind !== 'object') return shape;
  const entries = readEntries(value, problems);
  return typeof entries === 'string' ? `${shape} ${entries}` : { name, range: found.range, entries };
}

/** Of a repeated kind the last one counts (R145). */
function readEntries(map: JsonObject, problems: Problem[]): readonly PrincipalEntry[] | string {
  const entries: PrincipalEntry[] = [];
  const last = new Map(map.members.map(({ key }, place) => [key.value, place]));
  for (const [place, { key, value }] of map.members.entries()) {
    const kind = KINDS.find((candidate) => candidate === key.value);
    if (kind === undefined)
      return `${code(key.value)} is none of \`AWS\`, \`Service\`, \`Federated\`, \`CanonicalUser\`.`;
    if (last.get(kind) !== place) {
      const message = `\`${kind}\` stands here more than once. AWS refuses that; the last one was used.`;
      problems.push({ code: 'repeated-element', severity: 'error', message, range: key.range });
      continue;
    }
    const read = value && readTexts(kind, value);
    if (read === undefined) return `\`${kind}\` takes a text in double quotes, or a list of such texts.`;
    append(entries, read);
  }
  return entries;
}

function readTexts(kind: PrincipalKind, value: JsonNode): readonly PrincipalEntry[] | undefined {
  const items = value.kind === 'array' ? value.items : [value];
  const entries: PrincipalEntry[] = [];
  for (const item of items) {
    if (item.kind !== 'string') return undefined;
    entries.push({ kind, text: { value: item.text, range: item.range } });
  }
  return entries;
}
