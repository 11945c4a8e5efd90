import { objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import { policyTextIn } from '@/lib/evidence/policies/policy-text';
import type { JsonNode } from '@/lib/text/json';
import type { Range } from '@/lib/text/range';

// Documents as IAM sends them, percent-encoded, in what programs and shells print around them: `GetRolePolicyResponse(RoleName=Report,
// PolicyDocument=%7B…)` of Java, `role_name: "Report", policy_document: "%7B…"` of Rust, IAM's XML, lists of PowerShell.

/** An encoded document, with the members that stand beside it. */
export interface EncodedPiece extends Range {
  readonly node: JsonNode;
}

const ENCODED = /%7B(?:%[0-9a-f]{2}|[\w.~+*:/!$'()-]){10,200000}/gi;
const MOST_PIECES = 500;
// How far the names of a policy and its role may stand from the document.
const NEAR = 1000;

/** Every encoded policy of a text. */
export function encodedPieces(text: string): readonly EncodedPiece[] {
  if (!/%7B%/i.test(text)) return [];
  const stretches = Array.from(text.matchAll(ENCODED)).slice(0, MOST_PIECES);
  return stretches.flatMap((stretch, place): readonly EncodedPiece[] => {
    const [encoded] = stretch;
    const start = stretch.index;
    // What closes a bracket around it is no part of it.
    const document = encoded.slice(0, encoded.toUpperCase().lastIndexOf('%7D') + 3);
    if (policyTextIn(document) === undefined) return [];
    const end = start + document.length;
    const previous = stretches[place - 1];
    const from = Math.max(start - NEAR, previous ? previous.index + previous[0].length : 0);
    const to = Math.min(end + NEAR, stretches[place + 1]?.index ?? text.length);
    const before = ownBefore(text.slice(from, start));
    const members = [...membersIn(before), ...membersIn(ownBehind(text.slice(end, to)))];
    const key = pascal(HOLDER.exec(before)?.[1] ?? 'PolicyDocument');
    return [{ start, end, node: objectNode([...members, [key, textNode(document)]]) }];
  });
}

const HOLDER = /([A-Za-z_]\w{0,60})["']?(?:\s{0,60}[:=]\s{0,4}["']?|>)$/;

/** Of what stands before a document the part that tells of it: behind a record that ended, and behind an empty line. */
function ownBefore(text: string): string {
  return text.slice(
    Math.max(text.lastIndexOf(')'), text.lastIndexOf('}'), text.lastIndexOf('\n\n'), text.lastIndexOf('</Get')) + 1,
  );
}

function ownBehind(text: string): string {
  const end = text.search(/[({]|\n\s{0,20}\n|<Get/);
  return end < 0 ? text : text.slice(0, end);
}

const MEMBER = /\b([A-Za-z_]\w{1,60})(?:["']?\s{0,60}[:=]\s{0,4}["']?([^\s"',(){}<>%]{1,300})|>([^<>%]{1,300})<)/g;

function membersIn(text: string): readonly (readonly [key: string, value: JsonNode])[] {
  return Array.from(text.matchAll(MEMBER), ([, key = '', value, inTag]) => [
    pascal(key),
    textNode(value ?? inTag ?? ''),
  ]);
}

/** `policy_document` as AWS's answers spell it: `PolicyDocument`. */
function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
