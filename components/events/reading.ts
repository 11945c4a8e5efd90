import { type ChosenFile, type ReadingProgress, type ReadResult, readFiles } from './read-files';

/** What the page asks the worker. */
export type ReadingQuestion =
  | { readonly kind: 'read'; readonly files: readonly ChosenFile[] }
  /** Answer with what was found so far. */
  | { readonly kind: 'stop' };

export type ReadingAnswer =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'done'; readonly result: ReadResult }
  | { readonly kind: 'failed'; readonly fault: string };

interface Listener {
  readonly progress: (progress: ReadingProgress) => void;
  readonly done: (result: ReadResult) => void;
  /** A fault of ours, as a sentence. */
  readonly failed: (sentence: string) => void;
}

/** A reading under way. */
export interface Reading {
  /** Ends it early: what was found so far is the result. */
  readonly stop: () => void;
  /** Ends it without a result. */
  readonly abandon: () => void;
}

/** Reads files beside the page; on it, where no worker starts. */
export function startReading(files: readonly ChosenFile[], listener: Listener): Reading {
  let isStopped = false;
  let isOver = false;
  const finish = (tell: () => void) => {
    if (isOver) return;
    isOver = true;
    tell();
  };
  const here = () => {
    readFiles(
      files,
      (progress) => {
        if (!isOver) listener.progress(progress);
      },
      () => isStopped,
    ).then(
      (result) => finish(() => listener.done(result)),
      (fault: unknown) => finish(() => listener.failed(sayFault(fault))),
    );
  };
  const worker = startWorker();
  let hasBegun = false;
  if (worker) {
    worker.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => {
      if (isOver) return;
      hasBegun = true;
      if (data.kind === 'progress') return listener.progress(data.progress);
      worker.terminate();
      finish(() => (data.kind === 'done' ? listener.done(data.result) : listener.failed(sayFault(data.fault))));
    };
    worker.onerror = (event) => {
      // Said on the page instead of in the console.
      event.preventDefault();
      worker.terminate();
      // A worker that broke in the midst would break the page as well.
      if (hasBegun) finish(() => listener.failed(sayFault(event.message)));
      else if (!isOver) here();
    };
    post(worker, { kind: 'read', files });
  } else here();
  return {
    stop: () => {
      isStopped = true;
      if (worker) post(worker, { kind: 'stop' });
    },
    abandon: () => {
      isStopped = true;
      isOver = true;
      worker?.terminate();
    },
  };
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./events.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

function post(worker: Worker, question: ReadingQuestion): void {
  worker.postMessage(question);
}

function sayFault(fault: unknown): string {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return `WhyDenied made a mistake while reading: ${detail}. Your files are unchanged. Try fewer files, and report the mistake.`;
}
