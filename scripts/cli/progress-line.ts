import type { WriteStream } from 'node:tty';

/** A line that says how far a long run has come. */
export interface ProgressLine {
  /** Shows a text in place of the one before, a few times a second. */
  readonly show: (text: () => string) => void;
  readonly clear: () => void;
}

const EVERY = 200;

/** On a terminal alone: in a file or a pipe such lines would only be in the way. */
export function createProgressLine(out: WriteStream): ProgressLine {
  let next = Date.now() + EVERY;
  const write = (text: string) => {
    if (out.isTTY) out.write(`\r\u001b[K${text}`);
  };
  return {
    show: (text) => {
      if (!out.isTTY || Date.now() < next) return;
      next = Date.now() + EVERY;
      write(text().slice(0, out.columns - 1));
    },
    clear: () => write(''),
  };
}
