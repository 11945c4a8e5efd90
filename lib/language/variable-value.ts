import { substitute } from '@/lib/evaluation/substitute';
import { splitVariables } from '@/lib/policy/variables';
import type { Request } from '@/lib/request/request';
import { code } from '@/lib/text/wording';

/** What a policy variable becomes for a request, in words. */
export function variableInRequest(key: string, fallback: string | undefined, { context }: Request): string {
  const written = fallback === undefined ? `\${${key}}` : `\${${key}, '${fallback}'}`;
  const { operand, unknownKeys } = substitute(splitVariables(written), { wildcards: false }, context);
  if (unknownKeys.length > 0) return 'For this request its value is not known.';
  if (operand === undefined) return 'For this request it has no value, so nothing fits.';
  return `For this request it is ${code(operand.text)}.`;
}
