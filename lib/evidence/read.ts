import type { DenialReport, Evidence } from '@/lib/evidence/evidence';
import { isEvent, readEvent } from '@/lib/evidence/forms/cloudtrail-event';
import { isDecodedMessage, readDecodedMessage } from '@/lib/evidence/forms/decoded-message';
import { readMessages } from '@/lib/evidence/forms/message';
import { findPolicies } from '@/lib/evidence/forms/policies';
import { type JsonPiece, jsonPieces, textAt } from '@/lib/evidence/json-pieces';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';

/** Longest paste that is read. A larger one is a log; its lines have to be narrowed down first. */
export const MAX_PASTE = 5_000_000;

const NOTHING: Evidence = { kind: 'unknown', reports: [], policies: [], problems: [] };

/**
 * Says what a paste is: a message, an event, a decoded message, policies, who the caller is, or a diagnosis. Takes over only
 * what the text states. Never fails.
 */
export function readEvidence(text: string): Evidence {
  if (text.length > MAX_PASTE) return { ...NOTHING, problems: [tooLarge(text.length)] };
  if (text.trim() === '') return NOTHING;
  const pieces = text.includes('{') ? jsonPieces(text) : [];
  const found = [...pieces.flatMap(readPiece), ...encodedPolicy(text)];
  const diagnosis = found.find((one) => one.kind === 'diagnosis');
  if (diagnosis) return { ...NOTHING, kind: 'diagnosis', diagnosisText: diagnosis.text };
  const events = found.filter((one) => one.kind === 'report');
  const policies = found.flatMap((one) => (one.kind === 'policies' ? one.policies : []));
  const messages = events.length > 0 ? [] : readMessages(withoutPolicies(text, pieces, policies.length > 0));
  const reports = [...events.map((one) => one.report), ...messages];
  const caller = found.find((one) => one.kind === 'identity')?.principal;
  return {
    kind: kindOf(events[0]?.of, messages.length > 0, policies.length > 0, caller !== undefined),
    reports,
    policies,
    ...(caller !== undefined && { principal: caller }),
    problems: [],
  };
}

function tooLarge(length: number) {
  const millions = (length / 1_000_000).toFixed(1);
  const message = `The paste has ${millions} million characters; ${MAX_PASTE / 1_000_000} million can be read at once. Paste the message and the policies alone.`;
  return { code: 'paste-too-large', severity: 'error', message } as const;
}

function kindOf(
  event: 'event' | 'decodedMessage' | undefined,
  message: boolean,
  policies: boolean,
  identity: boolean,
): Evidence['kind'] {
  if (event) return event;
  if (message) return 'message';
  if (policies) return 'policies';
  return identity ? 'identity' : 'unknown';
}

type Found =
  | { readonly kind: 'diagnosis'; readonly text: string }
  | { readonly kind: 'report'; readonly of: 'event' | 'decodedMessage'; readonly report: DenialReport }
  | { readonly kind: 'policies'; readonly policies: Evidence['policies'] }
  | { readonly kind: 'identity'; readonly principal: string };

function readPiece(piece: JsonPiece): readonly Found[] {
  const { node, text } = piece;
  if (node.kind === 'object' && member(node, 'whydenied')) return [{ kind: 'diagnosis', text }];
  const reports = readReports(node, 0);
  if (reports.length > 0) return reports;
  const policies = findPolicies(node, text);
  if (policies.length > 0) return [{ kind: 'policies', policies }];
  const arn =
    node.kind === 'object' && member(node, 'UserId') && member(node, 'Account') ? textAt(node, 'Arn') : undefined;
  return arn ? [{ kind: 'identity', principal: arn }] : [];
}

// An event in a list in an object in a string: deeper is nothing that AWS prints.
const MOST_LEVELS = 6;

/** Events and decoded messages, also in lists, below `Records`, and as JSON in a string. */
function readReports(node: JsonNode, depth: number): readonly Found[] {
  if (depth > MOST_LEVELS) return [];
  if (node.kind === 'array') return node.items.flatMap((item) => readReports(item, depth + 1));
  if (node.kind !== 'object') return [];
  if (isEvent(node)) return [{ kind: 'report', of: 'event', report: readEvent(node) }];
  if (isDecodedMessage(node)) return [{ kind: 'report', of: 'decodedMessage', report: readDecodedMessage(node) }];
  return WRAPPERS.flatMap((name) => insideOf(node, name, depth));
}

const WRAPPERS = ['Records', 'Events', 'CloudTrailEvent', 'DecodedMessage', 'detail', 'event'];

function insideOf(object: JsonObject, name: string, depth: number): readonly Found[] {
  const value = member(object, name)?.value;
  if (value === undefined) return [];
  if (value.kind !== 'string') return readReports(value, depth + 1);
  return jsonPieces(value.text).flatMap((piece) => readReports(piece.node, depth + 1));
}

/** IAM's wire format: a whole policy percent-encoded. */
function encodedPolicy(text: string): readonly Found[] {
  if (!/^\s{0,200}%7B/i.test(text)) return [];
  try {
    const plain = decodeURIComponent(text.trim().replaceAll('+', '%20'));
    return jsonPieces(plain).flatMap(readPiece);
  } catch {
    return [];
  }
}

/** A policy's own words ("AccessDenied" as a Sid) are no message. */
function withoutPolicies(text: string, pieces: readonly JsonPiece[], any: boolean): string {
  if (!any) return text;
  let out = '';
  let at = 0;
  for (const piece of pieces) {
    out += `${text.slice(at, piece.start)} `;
    at = piece.end;
  }
  return out + text.slice(at);
}
