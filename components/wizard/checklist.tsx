'use client';

import { useWorkspace } from '@/components/workspace/store';
import { ChecklistItem } from './checklist-item';
import { useWizard } from './wizard-context';

/** The seven steps with what is known in each: a column where there is room, else a row of marks. */
export function Checklist() {
  const { steps, openStep } = useWizard();
  const current = useWorkspace((state) => state.step);
  return (
    <nav aria-label="Steps">
      <ol className="max-wide:grid max-wide:grid-cols-7 wide:space-y-0.5">
        {steps.map((step) => (
          <li key={step.id} className="min-w-0">
            <ChecklistItem step={step} current={step.id === current} onOpen={() => openStep(step.id)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
