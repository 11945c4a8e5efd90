import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { oncePer } from '@/lib/text/once-per';
import type { Finding } from '@/lib/validation/finding';
import type { ValidatedType } from '@/lib/validation/subject';
import { createValidator } from '@/lib/validation/validator';

export interface PolicyQuestion {
  readonly type: ValidatedType;
  readonly text: string;
  /** The account that the policy belongs to, where that is known. */
  readonly account?: string;
  /** Milliseconds since 1970, to the minute: then the same question has an answer already. */
  readonly now: number;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** What went wrong, as a sentence. */
  readonly notice?: string;
}

const BUILT_IN = builtInCatalog();
const validatorOf = oncePer(createValidator);

/**
 * What the checks find in a policy, with what is known of AWS's services; left out: what comes with the code. A fault of ours
 * leaves the page standing.
 */
export function checkPolicy({ type, text, account, now }: PolicyQuestion, catalog?: Catalog): Checked {
  // There is nothing to say of an editor that nobody has typed into.
  if (text.trim() === '') return { findings: [] };
  const circumstances = { now, ...(account !== undefined && { account }) };
  try {
    return { findings: validatorOf(catalog ?? BUILT_IN)(type, text, circumstances) };
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    return {
      findings: [],
      notice: `WhyDenied made a mistake and could not check this policy: ${detail}. Please report it.`,
    };
  }
}
