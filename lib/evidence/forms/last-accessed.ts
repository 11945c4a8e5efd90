import { objectsAt, textAt } from '@/lib/evidence/members';
import type { JsonObject } from '@/lib/text/json';

// IAM's report of when services were used last. Attempts count, also denied ones; no date means none within the tracking period.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html

/** When a service was used last, of those that the policies allow. */
export interface ServiceAccess {
  /** IAM's prefix: `s3`. */
  readonly service: string;
  /** As the console calls it. */
  readonly name: string;
  /** The day, in ISO form; left out where it was not used in the tracking period. */
  readonly lastUsed?: string;
  /** Single actions, where the report tracks them; actions that are not listed are not tracked. */
  readonly actions: readonly { readonly action: string; readonly lastUsed?: string }[];
}

/** The services of a report. */
export function readLastAccessed(object: JsonObject): readonly ServiceAccess[] {
  return objectsAt(object, 'ServicesLastAccessed').flatMap((entry): readonly ServiceAccess[] => {
    const service = textAt(entry, 'ServiceNamespace');
    if (service === undefined) return [];
    const lastUsed = dayOf(textAt(entry, 'LastAuthenticated'));
    const actions = objectsAt(entry, 'TrackedActionsLastAccessed').flatMap((tracked) => {
      const [name, day] = [textAt(tracked, 'ActionName'), dayOf(textAt(tracked, 'LastAccessedTime'))];
      return name === undefined ? [] : [{ action: `${service}:${name}`, ...(day && { lastUsed: day }) }];
    });
    return [{ service, name: textAt(entry, 'ServiceName') ?? service, ...(lastUsed && { lastUsed }), actions }];
  });
}

function dayOf(time: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0];
}
