import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

// Talks to the worker that computes verdicts. One question is on its way at a time, and of those that wait only the
// newest is asked: what was typed in between needs no verdict of its own.

export interface VerdictQuestion {
  readonly number: number;
  readonly document: DiagnosisDocument;
  /** The data of all AWS services, told once: with the first question after it came. */
  readonly catalog?: unknown;
}

export type VerdictAnswer =
  | { readonly number: number; readonly diagnosis: Diagnosis }
  | { readonly number: number; readonly failed: string };

interface WorkerPort {
  readonly post: (question: VerdictQuestion) => void;
  readonly terminate: () => void;
}

/** Starts a worker that reports to these two. May throw. */
export type StartWorker = (answered: (answer: VerdictAnswer) => void, broke: () => void) => WorkerPort;

export interface Computed {
  readonly diagnosis?: Diagnosis;
  /** What went wrong, as a sentence: no diagnosis, or one that was computed on the page after all. */
  readonly notice?: string;
}

export interface VerdictClient {
  /** Calls back with the verdict, unless a newer question comes first or the caller loses interest. */
  readonly ask: (document: DiagnosisDocument, done: (computed: Computed) => void) => () => void;
}

interface Asked extends VerdictQuestion {
  readonly done: (computed: Computed) => void;
}

/**
 * Where the worker does not start, or breaks later, `computeHere` takes its place for good. `catalogData` gives the data of all
 * AWS services, `undefined` while it is not there.
 */
export function createVerdictClient(
  startWorker: StartWorker,
  computeHere: (document: DiagnosisDocument) => Computed,
  catalogData: () => unknown,
): VerdictClient {
  let worker: WorkerPort | undefined;
  let broken = false;
  let told: unknown;
  let number = 0;
  let underWay: Asked | undefined;
  let waiting: Asked | undefined;
  let wanted = 0;

  const answer = (asked: Asked, computed: Computed) => {
    if (asked.number === wanted) asked.done(computed);
  };
  const next = () => {
    const asked = waiting;
    waiting = undefined;
    if (asked) send(asked);
  };
  const giveUp = () => {
    broken = true;
    worker?.terminate();
    worker = undefined;
    const left = waiting ?? underWay;
    underWay = undefined;
    waiting = undefined;
    if (left) here(left);
  };
  const here = (asked: Asked) => {
    // After the current event, so that the key press that asked is painted first.
    setTimeout(() => {
      if (asked.number === wanted) asked.done({ notice: ON_THE_PAGE, ...computeHere(asked.document) });
    }, 0);
  };
  const send = (asked: Asked) => {
    if (broken) return here(asked);
    try {
      worker ??= startWorker(answered, giveUp);
      underWay = asked;
      const catalog = catalogData();
      const isNews = catalog !== undefined && catalog !== told;
      worker.post({ number: asked.number, document: asked.document, ...(isNews && { catalog }) });
      told = catalog;
    } catch {
      underWay = asked;
      giveUp();
    }
  };
  const answered = (data: VerdictAnswer) => {
    const asked = underWay;
    // Not the question that is under way: an answer to one that was given up.
    if (asked?.number !== data.number) return;
    underWay = undefined;
    answer(asked, 'diagnosis' in data ? { diagnosis: data.diagnosis } : { notice: data.failed });
    next();
  };

  return {
    ask: (document, done) => {
      const asked: Asked = { number: ++number, document, done };
      wanted = asked.number;
      if (underWay) waiting = asked;
      else send(asked);
      return () => {
        if (wanted === asked.number) wanted = 0;
      };
    },
  };
}

const ON_THE_PAGE =
  'The background worker that computes large diagnoses did not start, so this page computes the verdict itself and may pause while you type. Reload the page to try the worker again.';
