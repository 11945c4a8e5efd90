/** A rule of how AWS decides, as the engine follows it. Cases name the rules they show. */
export interface Rule {
  /** What the rule says, in one sentence. */
  readonly sentence: string;
  /** AWS's documentation; left out where AWS leaves the point open and the engine chose. */
  readonly page?: string;
  /** Why no case shows it, for the few rules that have none. */
  readonly withoutCase?: string;
}
