'use client';

import { useMemo } from 'react';
import { questionId } from '@/components/request/key-questions';
import { requestFieldId } from '@/components/request/request-field';
import type { VerdictActions } from '@/components/verdict/verdict-actions';
import { useWorkspace } from '@/components/workspace/store';
import type { Unknown } from '@/lib/evaluation/verdict';
import { stepOfPolicyType } from '@/lib/guidance/step';
import { useWizard } from './wizard-context';

/** Where the verdict leads to on this page. */
export function useVerdictActions(): VerdictActions {
  const { openStep } = useWizard();
  // Nothing is there yet: the paste box is the one thing to do, and the verdict offers nothing beside it.
  const blank = useWorkspace((state) => Object.keys(state.document).length <= 1);
  return useMemo(
    () => ({
      jump: useWorkspace.getState().jumpTo,
      openType: (type) => openStep(stepOfPolicyType(type)),
      answer: blank ? undefined : (unknown) => showPlace(unknown, openStep),
    }),
    [openStep, blank],
  );
}

/** Brings the place into view where a missing fact is stated. */
function showPlace(unknown: Unknown, openStep: ReturnType<typeof useWizard>['openStep']): void {
  switch (unknown.kind) {
    case 'contextKey':
      focusOn(questionId(unknown.key));
      break;
    case 'request':
      focusOn(requestFieldId(unknown.field));
      break;
    case 'parentUser':
    case 'sessionName':
      focusOn(requestFieldId('principal'));
      break;
    case 'endpointKind':
      openStep('session');
      break;
    case 'canonicalUser':
      openStep('resource');
      break;
    case 'policies':
    case 'unreadable':
      openStep(stepOfPolicyType(unknown.type));
      break;
  }
}

function focusOn(id: string): void {
  const place = document.getElementById(id);
  // On narrow windows the request is folded up.
  place?.closest('details')?.setAttribute('open', '');
  place?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
