import type { Catalog } from '@/lib/catalog/catalog';
import type { Finding } from '@/lib/validation/finding';
import type { Circumstances, ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

export type Validator = (policyType: ValidatedType, text: string, circumstances?: Circumstances) => readonly Finding[];

// All policies that AWS's quotas allow one request to meet, several times over.
const MOST_CHARACTERS = 8_000_000;

/** Checks policies and remembers what was found: of a request's policies one changes at a time. */
export function createValidator(catalog: Catalog): Validator {
  const known = new Map<string, readonly Finding[]>();
  let characters = 0;
  return (policyType, text, circumstances = {}) => {
    const { account = '', now = '' } = circumstances;
    const question = `${policyType} ${account} ${now} ${text}`;
    const remembered = known.get(question);
    if (remembered) return remembered;
    const findings = validate(policyType, text, catalog, circumstances);
    if (characters > MOST_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    known.set(question, findings);
    characters += question.length;
    return findings;
  };
}
