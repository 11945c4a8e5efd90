'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react';
import { compute } from '@/components/workspace/compute';
import { useWorkspace } from '@/components/workspace/store';
import { useVerdict, type VerdictState } from '@/components/workspace/use-verdict';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Step, StepId } from '@/lib/guidance/step';
import { stepsOf } from '@/lib/guidance/steps';

interface Wizard {
  readonly diagnosis: Diagnosis | undefined;
  /** The document that the diagnosis is about. */
  readonly about: DiagnosisDocument;
  readonly steps: readonly Step[];
  readonly verdict: VerdictState;
  /** Opens a step because the person asked for it: its heading takes the focus. */
  readonly openStep: (id: StepId) => void;
  /** Whether the step that opens now should take the focus; true once. */
  readonly takeFocusWish: () => boolean;
  /** The step that opens next should take the focus. */
  readonly wishFocus: () => void;
}

const WizardContext = createContext<Wizard | undefined>(undefined);

/** Computes once what all parts of the wizard draw. */
export function WizardProvider({ children }: { readonly children: ReactNode }) {
  const document = useWorkspace((state) => state.document);
  const verdict = useVerdict(document);
  const { diagnosis, about } = verdict;
  const wish = useRef(false);
  const takeFocusWish = useCallback(() => {
    const wished = wish.current;
    wish.current = false;
    return wished;
  }, []);
  const wishFocus = useCallback(() => {
    wish.current = true;
  }, []);

  const steps = useMemo(() => {
    const known = diagnosis ?? compute(EMPTY_DOCUMENT).diagnosis;
    return known ? stepsOf(diagnosis ? about : EMPTY_DOCUMENT, known) : [];
  }, [diagnosis, about]);

  const value = useMemo(
    (): Wizard => ({
      diagnosis,
      about,
      steps,
      verdict,
      openStep: (id) => {
        wishFocus();
        useWorkspace.getState().goToStep(id);
        // A step that is open already does not open anew, so nobody would grant the wish.
        focusStepHeading();
      },
      takeFocusWish,
      wishFocus,
    }),
    [verdict, diagnosis, about, steps, takeFocusWish, wishFocus],
  );
  return <WizardContext.Provider value={value}>{children}</WizardContext.Provider>;
}

/** The id of the open step's heading. */
export const STEP_HEADING = 'step-heading';

/** Leads to the open step whoever would otherwise be left nowhere. */
export function focusStepHeading(): void {
  window.document.getElementById(STEP_HEADING)?.focus();
}

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === undefined) throw new Error('useWizard is called outside of WizardProvider');
  return wizard;
}
