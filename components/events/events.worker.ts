import { readFiles } from '@/components/events/read-files';
import type { ReadingAnswer, ReadingQuestion } from '@/components/events/reading';

// Reads CloudTrail's files beside the page: one message with the files, then progress, then the result.

let isStopped = false;

self.onmessage = ({ data }: MessageEvent<ReadingQuestion>) => {
  if (data.kind === 'stop') isStopped = true;
  else void read(data.files);
};

async function read(files: Extract<ReadingQuestion, { kind: 'read' }>['files']): Promise<void> {
  try {
    const result = await readFiles(
      files,
      (progress) => answer({ kind: 'progress', progress }),
      () => isStopped,
    );
    answer({ kind: 'done', result });
  } catch (fault) {
    answer({ kind: 'failed', fault: fault instanceof Error ? fault.message : String(fault) });
  }
}

function answer(message: ReadingAnswer): void {
  self.postMessage(message);
}
