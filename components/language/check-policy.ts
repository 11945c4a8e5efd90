import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import type { Finding } from '@/lib/validation/finding';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

export interface PolicyQuestion {
  readonly type: ValidatedType;
  readonly text: string;
  /** The account that the policy belongs to, where that is known. */
  readonly account?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** What went wrong, as a sentence. */
  readonly notice?: string;
}

/**
 * What the checks find in a policy, with what is known of AWS's services; left out: what comes with the code. A fault of ours
 * leaves the page standing.
 */
export function checkPolicy({ type, text, account, now }: PolicyQuestion, catalog?: Catalog): Checked {
  // There is nothing to say of an editor that nobody has typed into.
  if (text.trim() === '') return { findings: [] };
  const circumstances = { now, ...(account !== undefined && { account }) };
  try {
    return { findings: validate(type, text, catalog ?? builtInCatalog(), circumstances) };
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    return {
      findings: [],
      notice: `WhyDenied made a mistake and could not check this policy: ${detail}. Please report it.`,
    };
  }
}
