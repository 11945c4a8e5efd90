'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { StepTopics } from '@/components/learn/step-topics';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeMark } from '@/components/ui/outcome-mark';
import type { Step, StepId } from '@/lib/guidance/step';
import { CollectScript } from './collect-script';
import { StepCommands } from './step-commands';
import { StepNeighbours } from './step-neighbours';
import { STEP_OUTCOMES } from './step-shapes';
import { STEP_HEADING, useWizard } from './wizard-context';

// The steps that the collect script fills.
const COLLECTED: readonly StepId[] = ['identity', 'organization', 'resource', 'boundary'];

interface StepFrameProps {
  readonly step: Step;
  /** Where the person gives what the step asks for. */
  readonly children: ReactNode;
}

/** What every step has: its name and question, room for the answer, and how to get it. */
export function StepFrame({ step, children }: StepFrameProps) {
  const { takeFocusWish, wishFocus } = useWizard();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocusWish()) heading.current?.focus();
  }, [takeFocusWish]);
  // A heading that has the focus hands it on to the step that replaces it: layout effects end while it still stands there.
  useLayoutEffect(
    () => () => {
      if (document.activeElement?.id === STEP_HEADING) wishFocus();
    },
    [wishFocus],
  );
  // What to paste is said first where nothing is there; later it would stand before the policies.
  const [first, ...others] = step.guidance;
  const empty = step.state === 'empty';
  const rest = empty ? others : step.guidance;
  return (
    <section aria-labelledby={STEP_HEADING} className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={STEP_HEADING} ref={heading} tabIndex={-1} className="rounded-control text-lead outline-offset-4">
          <span className="mr-1 font-normal text-text-muted">{step.number}</span> {step.title}
        </h2>
        <p className="text-small">
          <OutcomeMark outcome={STEP_OUTCOMES[step.state]} className="size-3.5" />
        </p>
      </div>
      {step.pointed && <p className="mt-1 text-accent text-small">{step.hint}</p>}
      <p className={empty ? 'mt-1' : 'mt-1 text-text-muted'}>{step.question}</p>
      {empty && first && (
        <p className="mt-1 max-w-prose text-text-muted">
          <CodeText>{first}</CodeText>
        </p>
      )}
      <div className="mt-5">{children}</div>
      <StepCommands commands={step.commands}>{COLLECTED.includes(step.id) && <CollectScript />}</StepCommands>
      {rest.length > 0 && (
        <div className="mt-7">
          <h3 className="font-strong text-base">Good to know</h3>
          {rest.map((paragraph) => (
            <p key={paragraph} className="mt-1 max-w-prose text-text-muted">
              <CodeText>{paragraph}</CodeText>
            </p>
          ))}
        </div>
      )}
      <div className="mt-7">
        <StepTopics step={step.id} />
      </div>
      <StepNeighbours id={step.id} />
    </section>
  );
}
