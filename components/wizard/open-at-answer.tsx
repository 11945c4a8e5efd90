'use client';

import { useEffect, useRef } from 'react';
import { answerPlace } from '@/components/verdict/answer-place';
import { useWorkspace } from '@/components/workspace/store';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { type StepId, stepOfPolicyType } from '@/lib/guidance/step';
import { focusStepHeading, useWizard } from './wizard-context';

interface OpenAtAnswerProps {
  /** The step takes the focus: the page that had it is gone. */
  readonly focused: boolean;
}

/** Opens a diagnosis that was just loaded at the step that has the answer: the deciding statement stands there. */
export function OpenAtAnswer({ focused }: OpenAtAnswerProps) {
  const { diagnosis, about } = useWizard();
  const origin = useWorkspace((state) => state.origin);
  const shown = useRef<{ readonly of: typeof origin; readonly document: typeof about }>(undefined);
  useEffect(() => {
    const { document, history, policyKeys, goToStep, select } = useWorkspace.getState();
    if (shown.current?.of === origin || diagnosis === undefined || about !== document) return;
    const isOpen = shown.current?.document === document;
    shown.current = { of: origin, document };
    // Made one's own, a received diagnosis stays where one was reading.
    if (isOpen) return;
    // What was pasted or typed has already led somewhere.
    if (history.past.length === 0) {
      const index = answerPlace(diagnosis)?.policyIndex;
      const policy = index === undefined ? undefined : policiesOf(document)[index];
      const step = policy === undefined ? stepOfAnswer(diagnosis) : stepOfPolicyType(policy.type);
      if (step) goToStep(step);
      if (policy !== undefined && index !== undefined) select(policyKeys[index]);
    }
    if (focused && window.document.activeElement === window.document.body) focusStepHeading();
  }, [origin, diagnosis, about, focused]);
  return null;
}

function stepOfAnswer({ verdict, report }: Diagnosis): StepId | undefined {
  const type = verdict.deniedBy[0] ?? report?.policyType;
  return type && stepOfPolicyType(type);
}
