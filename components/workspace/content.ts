import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';

/** Names a policy in this tab only: stays the same while it is edited, moved or renamed, and is never exported. */
export type PolicyKey = string;

/** What one undo brings back. */
export interface Content {
  readonly document: DiagnosisDocument;
  /** One for each policy of the document, in its order. */
  readonly policyKeys: readonly PolicyKey[];
}

/** The part of a larger state that is content. */
export function contentOf({ document, policyKeys }: Content): Content {
  return { document, policyKeys };
}

/** Whether two contents are one and the same; keys follow from the document. */
export function sameContent(one: Content, other: Content): boolean {
  return one.document === other.document;
}

/**
 * Does to `current` what leads from one content to another, and leaves alone what these two have in common. So one text's
 * own last change can be taken back while later changes elsewhere stay.
 */
export function patch(current: Content, from: Content, to: Content): Content {
  if (sameContent(current, from)) return to;
  const policies = patchPolicies(current, from, to);
  const fields = patchFields(
    withoutPolicies(current.document),
    withoutPolicies(from.document),
    withoutPolicies(to.document),
  );
  const document = {
    ...fields,
    whydenied: 1 as const,
    ...(policies.length > 0 && { policies: policies.map(([, policy]) => policy) }),
  };
  return { document, policyKeys: policies.map(([key]) => key) };
}

type Keyed = readonly (readonly [PolicyKey, DocumentPolicy])[];

/** The policies with their keys. */
export function keyedPolicies(content: Content): Keyed {
  return (content.document.policies ?? []).map((policy, place) => [content.policyKeys[place] ?? '', policy]);
}

function patchPolicies(current: Content, from: Content, to: Content): Keyed {
  const before = new Map(keyedPolicies(from));
  const after = new Map(keyedPolicies(to));
  const patched = keyedPolicies(current).flatMap(([key, policy]): Keyed => {
    const [was, becomes] = [before.get(key), after.get(key)];
    if (was === undefined || was === becomes) return [[key, policy]];
    // A policy's fields are the schema's before and after, so patching keeps its shape.
    return becomes === undefined ? [] : [[key, patchFields(policy, was, becomes) as DocumentPolicy]];
  });
  for (const [place, key] of to.policyKeys.entries()) {
    const added = after.get(key);
    if (added !== undefined && !before.has(key)) patched.splice(place, 0, [key, added]);
  }
  return patched;
}

type Fields = Readonly<Record<string, unknown>>;

/** INVARIANT: documents come from JSON, so that `undefined` always means that a field is not there. */
function patchFields(current: Fields, from: Fields, to: Fields): Fields {
  const patched = new Map(Object.entries(current));
  for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (from[field] === to[field]) continue;
    if (to[field] === undefined) patched.delete(field);
    else patched.set(field, to[field]);
  }
  return Object.fromEntries(patched);
}

function withoutPolicies(document: DiagnosisDocument): Fields {
  const { policies: _, ...fields } = document;
  return fields;
}
