import type { PolicyDocument } from '@/lib/policy/document';
import { parsePolicy } from '@/lib/policy/parse';
import type { Parsed } from '@/lib/text/problem';

/** Reads policies, each text once: one edit costs one policy. */
export interface PolicyReader {
  read(text: string): Parsed<PolicyDocument>;
}

const MAX_TEXTS = 200;

/** A reader that remembers the texts it read last. */
export function policyReader(): PolicyReader {
  const known = new Map<string, Parsed<PolicyDocument>>();
  return {
    read(text) {
      const hit = known.get(text);
      if (hit) return hit;
      const parsed = parsePolicy(text);
      known.set(text, parsed);
      const [oldest] = known.keys();
      if (known.size > MAX_TEXTS && oldest !== undefined) known.delete(oldest);
      return parsed;
    },
  };
}
