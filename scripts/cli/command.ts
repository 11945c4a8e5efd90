/** What a command prints, and the status it ends with. */
export interface Answered {
  readonly answer: unknown;
  readonly status: number;
}

export interface Command {
  /** The answer to a whole input. Throws with a message for people when the input cannot be read (status 2). */
  answer(input: string): Answered;
  /** The answer to one line of `--jsonl`. */
  answerLine(line: string): unknown;
}
