import type { PolicyDocument } from '@/lib/policy/document';
import { parsePolicy } from '@/lib/policy/parse';
import { oncePerText } from '@/lib/text/once-per';
import type { Parsed } from '@/lib/text/problem';

/** Reads policies, each text once: one edit costs one policy. */
export interface PolicyReader {
  read(text: string): Parsed<PolicyDocument>;
}

const MAX_TEXTS = 200;

/** A reader that remembers the texts it read last. */
export function policyReader(): PolicyReader {
  return { read: oncePerText(parsePolicy, MAX_TEXTS) };
}
