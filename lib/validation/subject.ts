import type { Catalog } from '@/lib/catalog/catalog';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, parseJson } from '@/lib/text/json';
import type { PolicyView } from '@/lib/validation/policy-view';
import { readPolicyView } from '@/lib/validation/read-policy-view';

/** A policy type, or a role's trust policy, which is a resource-based policy of its own form. */
export type ValidatedType = PolicyType | 'trust';

/** What is known besides the policy; a check that needs what is left out stays silent. */
export interface Circumstances {
  /** Now, in milliseconds since 1970. */
  readonly now?: number;
  /** The account that the policy belongs to. */
  readonly account?: string;
}

/** What checks look at. It is read once for all of them. */
export interface Subject {
  readonly policyType: ValidatedType;
  readonly text: string;
  readonly catalog: Catalog;
  readonly circumstances: Circumstances;
  /** The JSON as far as it could be read. */
  readonly root?: JsonNode;
  /** Left out where the text is no JSON or no object. */
  readonly policy?: PolicyView;
  /** The text is JSON as RFC 8259 has it, apart from a byte-order mark. */
  readonly isJson: boolean;
}

export function readSubject(
  policyType: ValidatedType,
  text: string,
  catalog: Catalog,
  circumstances: Circumstances,
): Subject {
  const root = parseJson(text).value;
  const isJson = root !== undefined && isStrictJson(text);
  const policy = isJson && root.kind === 'object' ? readPolicyView(root) : undefined;
  return { policyType, text, catalog, circumstances, isJson, ...(root && { root }), ...(policy && { policy }) };
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}
