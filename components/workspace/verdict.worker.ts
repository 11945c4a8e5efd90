import { compute } from '@/components/workspace/compute';
import type { VerdictAnswer, VerdictQuestion } from '@/components/workspace/verdict-client';

// Computes the verdicts of large documents beside the page, so that typing never waits.

self.onmessage = ({ data }: MessageEvent<VerdictQuestion>) => {
  const { diagnosis, notice = '' } = compute(data.document);
  const answer: VerdictAnswer = diagnosis
    ? { number: data.number, diagnosis }
    : { number: data.number, failed: notice };
  self.postMessage(answer);
};
