import { isEvent, readEvent } from '@/lib/evidence/events/cloudtrail-event';
import { eventOfRow, rowsOf } from '@/lib/evidence/events/event-rows';
import { tableOf } from '@/lib/evidence/events/event-table';
import type { DenialReport, FoundPolicy } from '@/lib/evidence/evidence';
import { readAccessJob } from '@/lib/evidence/forms/access-job';
import { readCallerIdentity } from '@/lib/evidence/forms/caller-identity';
import { isDecodedMessage, readDecodedMessage } from '@/lib/evidence/forms/decoded-message';
import { readLastAccessed, type ServiceAccess } from '@/lib/evidence/forms/last-accessed';
import { type JsonPiece, jsonPieces } from '@/lib/evidence/json-pieces';
import { objectsAt, textAt } from '@/lib/evidence/members';
import type { Clue } from '@/lib/evidence/policies/clue';
import { policiesOfEvent } from '@/lib/evidence/policies/event-policies';
import { findPolicies, type Printed } from '@/lib/evidence/policies/find-policies';
import { answersWithNone } from '@/lib/evidence/policies/no-policy';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { type JsonNode, type JsonObject, member, printJson } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';

/** What one form read in a piece of JSON. */
export type Found =
  | { readonly kind: 'diagnosis'; readonly text: string; readonly policies: readonly FoundPolicy[] }
  /** `text`: what alone is read as the same report. */
  | {
      readonly kind: 'report';
      readonly of: 'event' | 'decodedMessage';
      readonly report: DenialReport;
      readonly text: string;
    }
  | { readonly kind: 'policies'; readonly clues: readonly Clue[] }
  | { readonly kind: 'identity'; readonly principal: string }
  /** `next`: what to do where the answer is not the whole report. */
  | { readonly kind: 'lastAccessed'; readonly services: readonly ServiceAccess[]; readonly next?: Problem };

/** A form of JSON that people paste. `printed`: the command that printed the piece, if one stands before it. */
interface Form {
  readonly name: string;
  readonly read: (piece: JsonPiece, printed: Printed) => readonly Found[];
}

/**
 * The forms of JSON; the first that finds something is what the piece is. A diagnosis holds evidence and policies, an event may hold a
 * policy among its parameters and a denial among its fields: what contains others comes first. Policies come last, because they are
 * found at any depth. Text that is no JSON is read by `forms/message.ts`.
 */
export const FORMS: readonly Form[] = [
  { name: 'diagnosis', read: readDiagnosis },
  { name: 'event or decoded message', read: (piece) => readReports(piece, piece.node, 0) },
  { name: 'caller identity', read: readIdentity },
  { name: 'last accessed', read: readUsage },
  { name: 'policies', read: readPolicies },
];

function readDiagnosis({ node, text }: JsonPiece): readonly Found[] {
  if (node.kind !== 'object' || !member(node, 'whydenied')) return [];
  return [
    { kind: 'diagnosis', text, policies: objectsAt(node, 'policies').flatMap((policy) => policyOf(policy, text)) },
  ];
}

/** A policy of a diagnosis, as the diagnosis labels it. */
function policyOf(policy: JsonObject, text: string): readonly FoundPolicy[] {
  const document = member(policy, 'document')?.value;
  if (document === undefined) return [];
  const type = POLICY_TYPES.find((known) => known === textAt(policy, 'type'));
  const [name, arn, attachedTo] = [textAt(policy, 'name'), textAt(policy, 'arn'), textAt(policy, 'attachedTo')];
  return [
    {
      ...(type && { type }),
      ...(name && { name }),
      ...(arn && { arn }),
      ...(attachedTo && { attachedTo }),
      text: document.kind === 'string' ? document.text : text.slice(document.range.start, document.range.end),
    },
  ];
}

function readIdentity({ node }: JsonPiece): readonly Found[] {
  const principal = node.kind === 'object' ? readCallerIdentity(node) : undefined;
  return principal === undefined ? [] : [{ kind: 'identity', principal }];
}

function readUsage({ node }: JsonPiece, { command }: Printed): readonly Found[] {
  if (node.kind !== 'object') return [];
  const next = readAccessJob(node, command);
  if (next === undefined && !member(node, 'ServicesLastAccessed')) return [];
  return [{ kind: 'lastAccessed', services: readLastAccessed(node), ...(next && { next }) }];
}

function readPolicies({ node, text }: JsonPiece, printed: Printed): readonly Found[] {
  const found = findPolicies({ node, text, ...printed });
  const isNone = !found.some(({ kind }) => kind === 'policy') && answersWithNone(printed.command);
  const clues: readonly Clue[] = isNone ? [...found, { kind: 'none', type: 'resource' }] : found;
  return clues.length > 0 ? [{ kind: 'policies', clues }] : [];
}

// An event in a list in an object in a string: deeper is nothing that AWS prints.
const MOST_LEVELS = 6;

/** What a piece is beside its values: their places count in its text. */
type Around = Pick<JsonPiece, 'text' | 'isWhole'>;

/** Events and decoded messages, also in lists, in the answers and files that hold them, and as JSON in a string. */
function readReports(piece: Around, node: JsonNode, depth: number): readonly Found[] {
  if (depth > MOST_LEVELS) return [];
  if (node.kind === 'array') return node.items.flatMap((item) => readReports(piece, item, depth + 1));
  if (node.kind !== 'object') return [];
  if (isEvent(node)) {
    const clues = policiesOfEvent(node, piece.text);
    const policies: readonly Found[] = clues.length > 0 ? [{ kind: 'policies', clues }] : [];
    return [
      { kind: 'report', of: 'event', report: readEvent(node, piece.isWhole), text: textOf(piece, node) },
      ...policies,
    ];
  }
  if (isDecodedMessage(node))
    return [{ kind: 'report', of: 'decodedMessage', report: readDecodedMessage(node), text: textOf(piece, node) }];
  // CloudTrail's files, lookup-events, decode-authorization-message, EventBridge, collectors of logs: each has names of its own.
  const inside = node.members.flatMap(({ value }) => insideOf(piece, value, depth));
  return inside.length > 0 ? inside : readRows(node);
}

function textOf({ text }: Around, { range }: JsonNode): string {
  return text.slice(range.start, range.end);
}

/** Events as rows of a query's answer, or flattened. */
function readRows(node: JsonObject): readonly Found[] {
  return rowsOf(node).flatMap((row): readonly Found[] => {
    const event = eventOfRow(row);
    if (event === undefined) return [];
    return [{ kind: 'report', of: 'event', report: readEvent(event, false), text: tableOf(row) ?? printJson(event) }];
  });
}

// What only events and decoded messages have: a text without it is not looked into.
const IN_TEXT = /event(?:Name|Source)|explicitDeny|matchedStatements/;

function insideOf(piece: Around, value: JsonNode | undefined, depth: number): readonly Found[] {
  if (value === undefined) return [];
  if (value.kind !== 'string') return readReports(piece, value, depth + 1);
  if (!IN_TEXT.test(value.text)) return [];
  return jsonPieces(value.text).flatMap((inner) =>
    readReports({ text: inner.text, isWhole: piece.isWhole && inner.isWhole }, inner.node, depth + 1),
  );
}
