/** Something to be timed. What it returns is used, so that nothing of it can be left out. */
export interface Task {
  readonly name: string;
  /** `run` counts up, for tasks that do something else each time. */
  readonly run: (run: number) => unknown;
  readonly aim?: Aim;
  /** Takes so long that it is timed a single time. */
  readonly once?: true;
}

/** How long it may take: milliseconds, or times as long as the group's first task. */
export type Aim = { readonly milliseconds: number } | { readonly times: number };

/** Tasks on the same thing, measured after each other. */
export interface Group {
  /** What to write behind `npm run bench --` to measure it alone. */
  readonly name: string;
  readonly title: string;
  readonly tasks: readonly Task[];
  /** Makes what the tasks need, before they are timed. */
  readonly prepare?: () => void;
  /** What else the measuring showed. */
  readonly note?: () => string;
}
