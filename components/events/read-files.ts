import { DenialStream, type DenialSummary, type Progress } from '@/lib/cloudtrail/stream';

// Reads chosen files piece by piece; in the worker, or on the page where no worker starts.

/** A file with its place in the folder that was chosen. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

export interface ReadingProgress extends Progress {
  readonly allFiles: number;
  /** Of the files as they are, packed or not. */
  readonly bytes: number;
  readonly allBytes: number;
}

/** What was read, and whether it was stopped before the end. */
export interface ReadResult {
  readonly summary: DenialSummary;
  readonly isStopped: boolean;
}

const PIECE = 1_048_576;
const EVERY = 100;

export async function readFiles(
  files: readonly ChosenFile[],
  report: (progress: ReadingProgress) => void,
  isStopped: () => boolean,
): Promise<ReadResult> {
  const stream = new DenialStream();
  const allBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let bytes = 0;
  let next = 0;
  for (const { path, file } of files) {
    if (isStopped()) break;
    const sink = stream.open(path);
    try {
      for (let at = 0; at < file.size && !isStopped(); at += PIECE) {
        // Waiting for the file lets the wish to stop come through.
        const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
        sink.push(piece);
        bytes += piece.length;
        const now = performance.now();
        if (now < next) continue;
        next = now + EVERY;
        report({ ...stream.progress, allFiles: files.length, bytes, allBytes });
      }
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      sink.fail();
      continue;
    }
    // What was stopped is not broken.
    if (!isStopped()) sink.end();
  }
  return { summary: stream.summary(), isStopped: isStopped() };
}
