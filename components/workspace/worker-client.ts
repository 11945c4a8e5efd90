// Talks to a worker that computes beside the page. One question is on its way at a time, and of those that wait only the
// newest of each asker is asked: what was typed in between needs no answer of its own.

export interface WorkerQuestion<Question> {
  readonly number: number;
  readonly question: Question;
  /** The data of all AWS services, told once: with the first question after it came. */
  readonly catalog?: unknown;
}

export interface WorkerAnswer<Answer> {
  readonly number: number;
  readonly answer: Answer;
}

interface WorkerPort<Question> {
  readonly post: (question: WorkerQuestion<Question>) => void;
  readonly terminate: () => void;
}

/** Starts a worker that reports to these two. May throw. */
export type StartWorker<Question, Answer> = (
  answered: (answer: WorkerAnswer<Answer>) => void,
  broke: () => void,
) => WorkerPort<Question>;

export interface WorkerClient<Question, Answer> {
  /** Calls back with the answer, unless a newer question of the same asker comes first or that one loses interest. */
  readonly ask: (asker: string, question: Question, done: (answer: Answer) => void) => () => void;
}

interface Means<Question, Answer> {
  readonly start: StartWorker<Question, Answer>;
  /** Takes the worker's place for good where it does not start, or breaks later. Never fails. */
  readonly here: (question: Question) => Answer | Promise<Answer>;
  /** The data of all AWS services; `undefined` while it is not there. */
  readonly catalogData: () => unknown;
}

interface Asked<Question, Answer> {
  readonly number: number;
  readonly asker: string;
  readonly question: Question;
  readonly done: (answer: Answer) => void;
}

export function createWorkerClient<Question, Answer>(means: Means<Question, Answer>): WorkerClient<Question, Answer> {
  type Ask = Asked<Question, Answer>;
  let worker: WorkerPort<Question> | undefined;
  let broken = false;
  let told: unknown;
  let number = 0;
  let underWay: Ask | undefined;
  const waiting = new Map<string, Ask>();
  /** The newest question of every asker who still waits. */
  const wanted = new Map<string, number>();

  const answer = ({ asker, number: asked, done }: Ask, given: Answer) => {
    if (wanted.get(asker) !== asked) return;
    wanted.delete(asker);
    done(given);
  };
  const next = () => {
    const [asked] = waiting.values();
    if (asked === undefined) return;
    waiting.delete(asked.asker);
    send(asked);
  };
  const giveUp = () => {
    broken = true;
    worker?.terminate();
    worker = undefined;
    const left = [...(underWay ? [underWay] : []), ...waiting.values()];
    underWay = undefined;
    waiting.clear();
    for (const asked of left) here(asked);
  };
  const here = (asked: Ask) => {
    // After the current event, so that the key press that asked is painted first.
    setTimeout(() => {
      if (wanted.get(asked.asker) !== asked.number) return;
      void Promise.resolve(means.here(asked.question)).then((given) => answer(asked, given));
    }, 0);
  };
  const send = (asked: Ask) => {
    if (broken) return here(asked);
    try {
      worker ??= means.start(answered, giveUp);
      underWay = asked;
      const catalog = means.catalogData();
      const isNews = catalog !== undefined && catalog !== told;
      worker.post({ number: asked.number, question: asked.question, ...(isNews && { catalog }) });
      told = catalog;
    } catch {
      underWay = asked;
      giveUp();
    }
  };
  const answered = (data: WorkerAnswer<Answer>) => {
    const asked = underWay;
    // Not the question that is under way: an answer to one that was given up.
    if (asked?.number !== data.number) return;
    underWay = undefined;
    answer(asked, data.answer);
    next();
  };

  return {
    ask: (asker, question, done) => {
      const asked: Ask = { number: ++number, asker, question, done };
      wanted.set(asker, asked.number);
      if (underWay) waiting.set(asker, asked);
      else send(asked);
      return () => {
        if (wanted.get(asker) === asked.number) wanted.delete(asker);
      };
    },
  };
}

/** A worker of the browser's as a port. */
export function portOf<Question, Answer>(
  worker: Worker,
  answered: (answer: WorkerAnswer<Answer>) => void,
  broke: () => void,
): WorkerPort<Question> {
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer<Answer>>) => answered(data);
  worker.onmessageerror = broke;
  worker.onerror = (event) => {
    // Said on the page instead of in the console.
    event.preventDefault();
    broke();
  };
  return { post: (question) => worker.postMessage(question), terminate: () => worker.terminate() };
}
