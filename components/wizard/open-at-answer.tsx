'use client';

import { useEffect, useRef } from 'react';
import { useWorkspace } from '@/components/workspace/store';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { type StepId, stepOfPolicyType } from '@/lib/guidance/step';
import { useWizard } from './wizard-context';

/** Opens a diagnosis that was just loaded at the step that has the answer: the deciding statement stands there. */
export function OpenAtAnswer() {
  const { diagnosis, about } = useWizard();
  const origin = useWorkspace((state) => state.origin);
  const shown = useRef<typeof origin>(undefined);
  useEffect(() => {
    const { document, history, policyKeys, goToStep, select } = useWorkspace.getState();
    if (shown.current === origin || diagnosis === undefined || about !== document) return;
    shown.current = origin;
    // What was pasted or typed has already led somewhere.
    if (history.past.length > 0) return;
    const index = placeOfAnswer(diagnosis);
    const policy = index === undefined ? undefined : policiesOf(document)[index];
    if (policy !== undefined && index !== undefined) {
      goToStep(stepOfPolicyType(policy.type));
      select(policyKeys[index]);
    } else {
      const step = stepOfAnswer(diagnosis);
      if (step) goToStep(step);
    }
  }, [origin, diagnosis, about]);
  return null;
}

/** The policy of the deciding statement, else of the Allow that came nearest, else one that should have allowed. */
function placeOfAnswer({ verdict, nearMisses }: Diagnosis): number | undefined {
  const lacking = verdict.layers.find((layer) => layer.type === verdict.deniedBy[0]);
  return (verdict.deciding[0] ?? nearMisses[0] ?? lacking?.statements[0])?.policyIndex;
}

function stepOfAnswer({ verdict, report }: Diagnosis): StepId | undefined {
  const type = verdict.deniedBy[0] ?? report?.policyType;
  return type && stepOfPolicyType(type);
}
