import type { DenialReport } from '@/lib/evidence/evidence';
import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';

/**
 * Whether an object is a decoded authorization message: what `aws sts decode-authorization-message` prints, or its `context` alone, as
 * what was left of one that was cut.
 */
export function isDecodedMessage(object: JsonObject): boolean {
  const context = objectAt(object, 'context');
  if (context === undefined) return isContext(object);
  return (
    member(context, 'action') !== undefined &&
    (member(object, 'allowed') !== undefined || member(object, 'matchedStatements') !== undefined || isContext(context))
  );
}

function isContext(object: JsonObject): boolean {
  const [principal, conditions] = [objectAt(object, 'principal'), objectAt(object, 'conditions')];
  return textAt(object, 'action') !== undefined && textAt(principal, 'arn') !== undefined && conditions !== undefined;
}

/** Reads a decoded authorization message with the request context it carries. */
export function readDecodedMessage(message: JsonObject): DenialReport {
  const context = objectAt(message, 'context') ?? message;
  const principal = textAt(context && objectAt(context, 'principal'), 'arn');
  const resource = textAt(context, 'resource');
  const action = withPrefix(textAt(context, 'action'), resource);
  const explicit = textAt(message, 'explicitDeny');
  const denied = textAt(message, 'allowed') !== 'true';
  const keys = contextOf(context);
  return {
    isAccessDenied: denied,
    ...(denied
      ? { denial: explicit === 'true' ? 'explicit' : explicit === 'false' ? 'implicit' : 'unknown' }
      : ALLOWED),
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(Object.keys(keys).length > 0 && { context: keys }),
  };
}

const ALLOWED = { notIam: 'allowed', notIamText: 'This decoded message says that the request was allowed.' } as const;

function withPrefix(action: string | undefined, resource: string | undefined): string | undefined {
  if (action === undefined || action.includes(':')) return action;
  const service = resource?.split(':')[2];
  return service ? `${service}:${action}` : undefined;
}

// They describe the resource and exist in decoded messages alone; no policy can test them.
const NOT_CONDITION_KEYS: ReadonlySet<string> = new Set([
  'aws:resource',
  'aws:account',
  'aws:region',
  'aws:service',
  'aws:type',
  'aws:arn',
  'aws:id',
  'aws:resourcebeingcreated',
]);

function contextOf(context: JsonObject | undefined): Readonly<Record<string, string | readonly string[]>> {
  const conditions = context && objectAt(context, 'conditions');
  const found: [string, string | readonly string[]][] = [];
  for (const item of listAt(conditions, 'items')) {
    if (item.kind !== 'object') continue;
    const key = textAt(item, 'key');
    const values = listAt(objectAt(item, 'values'), 'items').flatMap(itemValue);
    const [first, ...others] = values;
    // `*` stands for a value that is not known yet.
    if (key === undefined || first === undefined || first === '*' || NOT_CONDITION_KEYS.has(key.toLowerCase()))
      continue;
    found.push([key, others.length === 0 ? first : values]);
  }
  return Object.fromEntries(found);
}

function itemValue(item: JsonNode): readonly string[] {
  const value = item.kind === 'object' ? textAt(item, 'value') : undefined;
  return value === undefined ? [] : [value];
}
