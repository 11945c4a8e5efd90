import { expect, test } from 'vitest';
import { mergePolicies } from '@/lib/diagnosis/merge-policies';
import { readEvidence } from '@/lib/evidence/read';
import { CLI_ANSWERS, terminal } from '@/lib/testing/cli-answers';

// From the paste of a command's answer to the document that it fills.

test.each(CLI_ANSWERS)('$name', (one) => {
  const { request = {}, fills } = one;
  const { value, problems } = mergePolicies({ whydenied: 1, request }, readEvidence(terminal(one, 'json')), 'identity');
  const filled = {
    policies: (value.policies ?? []).map(({ type, name, attachedTo }) => [
      type,
      name,
      ...(attachedTo ? [attachedTo] : []),
    ]),
    ...(value.notApplicable && { notApplicable: value.notApplicable }),
    ...(problems.length > 0 && { problems: problems.map(({ code }) => code) }),
  };
  expect(filled).toEqual(fills);
});
