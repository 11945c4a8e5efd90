'use client';

import { useMemo } from 'react';
import type { RevealRange } from '@/components/editor/policy-editor-props';
import type { Outcome } from '@/components/ui/outcome-shapes';
import { useWizard } from '@/components/wizard/wizard-context';
import type { PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { DocumentProblem } from '@/lib/diagnosis/diagnosis';
import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import type { Mark } from '@/lib/explanation/mark';
import { fitMarks } from './fit-marks';
import { policyOutcome } from './policy-outcome';

interface PolicyView {
  readonly text: string;
  readonly outcome: Outcome;
  readonly marks: readonly Mark[];
  /** Problems without a place in the text, which no mark shows. */
  readonly problems: readonly DocumentProblem[];
  readonly reveal: RevealRange | undefined;
}

/** What the verdict says of one policy, fitted to its text as it is now. */
export function usePolicy({ key, index, policy }: PolicyEntry): PolicyView {
  const { diagnosis, about } = useWizard();
  const jump = useWorkspace((state) => state.jump);
  const text = policyText(policy);
  const known = policiesOf(about)[index];
  // While a newer verdict is computed, the place may hold another policy.
  const same = known !== undefined && known.type === policy.type && known.name === policy.name;
  const made = same ? diagnosis?.marks[index] : undefined;
  const marks = useMemo(() => (made && known ? fitMarks(made, policyText(known), text) : []), [made, known, text]);
  const reveal = useMemo(
    () => (jump?.policyKey === key && jump.range ? { ...jump.range, token: jump.count } : undefined),
    [jump, key],
  );
  const problems = same
    ? (diagnosis?.problems.filter((problem) => problem.policyIndex === index && !problem.range) ?? [])
    : [];
  return { text, marks, problems, reveal, outcome: policyOutcome(same ? diagnosis : undefined, policy, index) };
}
