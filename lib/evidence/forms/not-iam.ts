import { CREDENTIAL_FAILURES } from '@/lib/evidence/not-iam/credentials';
import { OTHER_PRODUCTS } from '@/lib/evidence/not-iam/other-products';
import type { NotIam, NotIamRow } from '@/lib/evidence/not-iam/row';
import { SERVICE_FAILURES } from '@/lib/evidence/not-iam/services';
import { OTHER_ERROR, OTHER_FAILURES, SIDE_REMARKS } from '@/lib/evidence/not-iam/side-remarks';

// What looks like a denial but is none that policies decide: one row a wording, by who refused.

/** A failure found in a text. */
export interface FoundNotIam extends NotIam {
  readonly start: number;
  readonly end: number;
}

const ROWS: readonly NotIamRow[] = [...CREDENTIAL_FAILURES, ...SERVICE_FAILURES, ...OTHER_PRODUCTS];

/** What a text is when it is no denial by policies; `undefined` when no row fits. */
export function readNotIam(text: string): FoundNotIam | undefined {
  return firstOf(ROWS, text);
}

/** As above, for what counts only where there is no denial beside it. */
export function readSideRemark(text: string): FoundNotIam | undefined {
  return firstOf(SIDE_REMARKS, text);
}

/** What a code of AWS's means that is no denial's. */
export function readFailureCode(code: string): NotIam {
  return readKnownCode(code) ?? OTHER_ERROR;
}

/** As above; `undefined` of a code whose meaning is not known, or that may be no code. */
export function readKnownCode(code: string): NotIam | undefined {
  const known = firstOf([...ROWS, ...SIDE_REMARKS, ...OTHER_FAILURES], code);
  return known && { id: known.id, text: known.text };
}

function firstOf(rows: readonly NotIamRow[], text: string): FoundNotIam | undefined {
  for (const { id, text: sentence, pattern } of rows) {
    const match = pattern.exec(text);
    if (match) return { id, text: sentence, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Said of a text in which nothing was recognised as a denial. */
export const NO_DENIAL: NotIam = {
  id: 'no-denial',
  text: 'There is no denial in this text. Paste the whole error message, with what stands around it.',
};

/** Every id, for the test that tries each. */
export const NOT_IAM_IDS: readonly string[] = [
  ...new Set([...ROWS, ...SIDE_REMARKS, ...OTHER_FAILURES].map(({ id }) => id)),
];
