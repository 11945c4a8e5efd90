import type { Range } from '@/lib/text/range';

/** What an editor draws on a policy's text. One type for every editor; colours and shapes follow from `kind`. */
export interface Mark {
  readonly range: Range;
  /**
   * `denies`, `allows`, `depends`: a whole deciding statement. `…-element`: its decisive element, drawn more strongly.
   * `near-miss`: an element of an Allow that failed. `problem`, `warning`: something wrong with the text. `finding-…`: what a
   * check of the policy by itself found, which is no part of any verdict.
   */
  readonly kind:
    | 'denies'
    | 'denies-element'
    | 'allows'
    | 'allows-element'
    | 'depends'
    | 'depends-element'
    | 'near-miss'
    | 'problem'
    | 'warning'
    | 'finding-error'
    | 'finding-security'
    | 'finding-warning'
    | 'finding-suggestion';
  /** What a problem or a finding is about: the code of the one, the id of the other's check. */
  readonly about?: string;
  /** Few words for the end of the line: "denies this request". */
  readonly note?: string;
  /** The reason as a whole sentence, for hover, screen readers and the list below the editor. */
  readonly message: string;
}
