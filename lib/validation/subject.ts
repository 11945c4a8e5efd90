import type { Catalog } from '@/lib/catalog/catalog';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, MAX_JSON_LENGTH, parseJson } from '@/lib/text/json';
import { type JsonFault, jsonFaults } from '@/lib/text/json-faults';
import { type Dress, dressOf } from '@/lib/validation/dress';
import type { PolicyView } from '@/lib/validation/policy-view';
import { readPolicyView } from '@/lib/validation/read-policy-view';
import { findWrappedPolicy, type WrappedPolicy } from '@/lib/validation/wrapped-policy';

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
  /** Left out where the text is no JSON, no object, or holds the policy in a wrapper. */
  readonly policy?: PolicyView;
  /** Where the text is no policy but holds one, such as the answer of an AWS command. */
  readonly wrapped?: WrappedPolicy;
  /** The text is JSON as RFC 8259 has it, apart from a byte-order mark. */
  readonly isJson: boolean;
  /** What keeps the text from being JSON. */
  readonly faults: readonly JsonFault[];
  /** What the policy is dressed in, where the text is not the policy itself. */
  readonly dress?: Dress;
}

export function readSubject(
  policyType: ValidatedType,
  text: string,
  catalog: Catalog,
  circumstances: Circumstances,
): Subject {
  const root = parseJson(text).value;
  const isJson = root !== undefined && isStrictJson(text);
  const wrapped = isJson ? findWrappedPolicy(root) : undefined;
  const policy = isJson && root.kind === 'object' && !wrapped ? readPolicyView(root) : undefined;
  const isShort = text.length <= MAX_JSON_LENGTH;
  const dress = isShort ? dressOf(text, isJson ? root : undefined) : undefined;
  return {
    policyType,
    text,
    catalog,
    circumstances,
    isJson,
    faults: isJson || !isShort ? [] : jsonFaults(withoutMark(text)),
    ...(dress && { dress }),
    ...(root && { root }),
    ...(policy && { policy }),
    ...(wrapped && { wrapped }),
  };
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(withoutMark(text));
    return true;
  } catch {
    return false;
  }
}

/** A byte-order mark becomes a blank, so that every place stays where it is. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}
