'use client';

import { useEffect, useMemo } from 'react';
import { RequestPanel } from '@/components/request/request-panel';
import { RequestSummary } from '@/components/request/request-summary';
import { VerdictBar } from '@/components/verdict/verdict-bar';
import { VerdictPanel } from '@/components/verdict/verdict-panel';
import { useWorkspace } from '@/components/workspace/store';
import { titleOf } from '@/lib/diagnosis/title';
import { Checklist } from './checklist';
import { PasteSummary } from './paste-summary';
import { StepBody } from './step-body';
import { StepFrame } from './step-frame';
import { useMedia, WIDE } from './use-media';
import { useVerdictActions } from './use-verdict-actions';
import { useWizard } from './wizard-context';

/** The checklist, the open step and the verdict: side by side, or one under the other. */
export function Wizard() {
  const wide = useMedia(WIDE);
  const { verdict } = useWizard();
  const actions = useVerdictActions();
  const document = useWorkspace((state) => state.document);
  const title = useMemo(() => titleOf(document), [document]);
  useEffect(() => {
    // Several tabs, several diagnoses.
    window.document.title = `${title} · WhyDenied`;
  }, [title]);
  return (
    <main id="main" className="flex-1 wide:grid wide:grid-cols-[17.5rem_minmax(0,1fr)_minmax(22rem,27rem)]">
      <h1 className="sr-only">{title}</h1>
      <div className={COLUMN}>
        <div className="border-line max-wide:border-b wide:p-3">
          <Checklist />
        </div>
        {wide && (
          <section aria-labelledby="request" className="border-line border-t px-5 py-4">
            <h2 id="request" className="mb-3 font-strong text-base">
              Request
            </h2>
            <RequestPanel />
          </section>
        )}
      </div>
      <div className={`border-line max-mid:hidden max-wide:border-b wide:order-last wide:border-l ${COLUMN}`}>
        <div className="px-4 py-5 mid:px-6 wide:px-5">
          <VerdictPanel state={verdict} actions={actions} />
        </div>
      </div>
      {!wide && <RequestSummary />}
      <div className="min-w-0 border-line bg-surface-raised px-4 py-5 mid:px-6 wide:border-l wide:px-8 wide:py-6">
        <div className="mx-auto max-w-[54rem]">
          <PasteSummary />
          <OpenStep />
        </div>
      </div>
      <div className="mid:hidden">
        <VerdictBar state={verdict} actions={actions} />
      </div>
    </main>
  );
}

// Columns stay in sight and scroll by themselves; 3.5 rem is the header.
const COLUMN =
  'min-w-0 wide:sticky wide:top-14 wide:max-h-[calc(100dvh-3.5rem)] wide:overflow-y-auto wide:[scrollbar-width:thin]';

function OpenStep() {
  const { steps } = useWizard();
  const open = useWorkspace((state) => state.step);
  const step = steps.find((candidate) => candidate.id === open);
  if (step === undefined) return null;
  return (
    <StepFrame key={step.id} step={step}>
      <StepBody id={step.id} />
    </StepFrame>
  );
}
