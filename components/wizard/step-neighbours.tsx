'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { Step, StepId } from '@/lib/guidance/step';
import { useWizard } from './wizard-context';

/** The quiet way through the steps, one after the other. */
export function StepNeighbours({ id }: { readonly id: StepId }) {
  const { steps, openStep } = useWizard();
  const place = steps.findIndex((step) => step.id === id);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  return (
    <div className="mt-10 flex flex-wrap justify-between gap-3 border-line border-t pt-3">
      {before ? <Neighbour step={before} way="Previous" onOpen={openStep} /> : <span />}
      {after && <Neighbour step={after} way="Next" onOpen={openStep} />}
    </div>
  );
}

interface NeighbourProps {
  readonly step: Step;
  readonly way: 'Previous' | 'Next';
  readonly onOpen: (id: StepId) => void;
}

function Neighbour({ step, way, onOpen }: NeighbourProps) {
  return (
    <button
      type="button"
      onClick={() => onOpen(step.id)}
      className="target -mx-2 inline-flex items-center gap-2 rounded-control px-2 py-1 text-text-muted hover:bg-surface-sunken hover:text-text"
    >
      {way === 'Previous' && <ArrowLeft aria-hidden className="size-4" />}
      <span>
        <span className="sr-only">{way}: </span>
        {step.title}
      </span>
      {way === 'Next' && <ArrowRight aria-hidden className="size-4" />}
    </button>
  );
}
