import type { LanguageContext } from '@/lib/language/context';
import type { Finding } from '@/lib/validation/finding';

/** What an editor knows besides its text: what it is about, and what is wrong with it. */
export interface EditorHelp {
  readonly context: LanguageContext;
  /** Places count in the text with `\n` as its line ends. */
  readonly findings: readonly Finding[];
  /** Whom to ask for a change of the policy: "the owner of the bucket policy". */
  readonly owner?: string;
  /** Why there are no findings, where they could not be had. */
  readonly notice?: string;
}
