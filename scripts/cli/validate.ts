import { isPolicyType, POLICY_TYPES } from '@/lib/iam/policy-type';
import { lineStarts, positionRange } from '@/lib/text/range';
import type { QuickFix } from '@/lib/validation/finding';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';
import { commandLineCatalog } from './catalog';
import type { Answered, Command } from './command';

/** Prints the findings on one policy, given as `{"policyType", "text"}`. */
export const validateCommand: Command = {
  answer: (input) => answerPolicy(input),
  answerLine: (line) => answerPolicy(line).answer,
};

const EXPECTED = `Expected {"policyType": "…", "text": "…"}; the policy type is one of ${POLICY_TYPES.join(', ')}, trust.`;

function answerPolicy(input: string): Answered {
  const { policyType, text } = readInput(input);
  const starts = lineStarts(text);
  const findings = validate(policyType, text, commandLineCatalog(), { now: Date.now() }).map(
    ({ range, fixes, ...finding }) => ({
      ...finding,
      range: positionRange(starts, range),
      ...fixOf(fixes, starts),
    }),
  );
  const valid = findings.every((finding) => finding.severity !== 'error');
  return { answer: { valid, findings }, status: valid ? 0 : 1 };
}

/** The likeliest fix, with its edits as line and column. */
function fixOf(fixes: readonly QuickFix[] | undefined, starts: readonly number[]) {
  const [fix] = fixes ?? [];
  if (fix === undefined) return {};
  const edits = fix.edits.map(({ range, text }) => ({ range: positionRange(starts, range), newText: text }));
  return { fix: { title: fix.title, edits } };
}

function readInput(input: string): { readonly policyType: ValidatedType; readonly text: string } {
  const read = parse(input);
  if (typeof read !== 'object' || read === null || !('policyType' in read) || !('text' in read))
    throw new Error(EXPECTED);
  const { policyType, text } = read;
  if (policyType !== 'trust' && !isPolicyType(policyType)) throw new Error(EXPECTED);
  // A policy given as an object is checked as it would be printed.
  if (typeof text === 'object' && text !== null) return { policyType, text: JSON.stringify(text, null, 2) };
  if (typeof text !== 'string') throw new Error(EXPECTED);
  return { policyType, text };
}

function parse(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    throw new Error(`The input is no JSON. ${EXPECTED}`);
  }
}
