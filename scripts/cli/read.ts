import { readYaml } from '@/lib/evidence/notations/yaml';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import type { Answered, Command } from './command';

/** Says what was recognised in a pasted text. */
export const readCommand: Command = {
  answer: (input) => answerText(input),
  answerLine: (line) => {
    const text: unknown = JSON.parse(line);
    if (typeof text !== 'string') throw new Error('Expected a JSON string on every line: the pasted text.');
    return answerText(text).answer;
  },
};

function answerText(text: string): Answered {
  const evidence = readEvidence(text, { yaml: readYaml });
  const denied = evidence.reports.some((report) => report.isAccessDenied);
  const known =
    evidence.kind !== 'unknown' && (evidence.reports.length === 0 || denied || evidence.policies.length > 0);
  return { answer: toReadAnswer(evidence), status: known ? 0 : 1 };
}
