import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import type { JsonNode, JsonObject } from '@/lib/text/json';

type Context = Readonly<Record<string, string | readonly string[]>>;
type Entry = readonly [key: string, value: string | readonly string[]];

/**
 * The condition keys and tags that CloudTrail Lake adds to an event where a store asks for them.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-context-events.html
 */
export function enrichedKeys(event: JsonObject): Context {
  const context = objectAt(event, 'eventContext');
  if (context === undefined) return {};
  const tags = objectAt(context, 'tagContext');
  const keys = pairs(objectAt(context, 'requestContext')).filter(([key]) => key.includes(':'));
  const principalTags = pairs(objectAt(tags, 'principalTags')).map(
    ([key, value]): Entry => [`aws:PrincipalTag/${key}`, value],
  );
  return Object.fromEntries<Entry[1]>([...keys, ...principalTags, ...resourceTags(listAt(tags, 'resourceTags'))]);
}

/** Tags of one resource; of several it is not known which the request was for. */
function resourceTags(listed: readonly JsonNode[]): readonly Entry[] {
  const [only, ...others] = listed;
  if (only?.kind !== 'object' || others.length > 0) return [];
  return pairs(objectAt(only, 'tags')).map(([key, value]): Entry => [`aws:ResourceTag/${key}`, value]);
}

function pairs(object: JsonObject | undefined): readonly Entry[] {
  return (object?.members ?? []).flatMap(({ key }) => {
    const text = textAt(object, key.value);
    const list = listAt(object, key.value).flatMap((node) => (node.kind === 'string' ? [node.text] : []));
    const value = text ?? (list.length === 1 ? list[0] : list);
    return value === undefined || value.length === 0 ? [] : [[key.value, value] as const];
  });
}
