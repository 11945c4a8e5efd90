'use client';

import { useMemo } from 'react';
import { pasteWellId } from '@/components/policies/paste-well';
import { questionId } from '@/components/request/key-questions';
import { requestFieldId } from '@/components/request/request-field';
import type { VerdictActions } from '@/components/verdict/verdict-actions';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { Unknown } from '@/lib/evaluation/verdict';
import { stepOfPolicyType } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';
import { COLLECT_HEADING } from './collect-script';
import { useWizard } from './wizard-context';

/** Where the verdict leads to on this page. */
export function useVerdictActions(): VerdictActions {
  const { openStep } = useWizard();
  // Nothing is there yet: the paste box is the one thing to do, and the verdict offers nothing beside it.
  const blank = useWorkspace((state) => Object.keys(state.document).length <= 1);
  const readOnly = useWorkspace(isReadOnly);
  return useMemo(
    () => ({
      readOnly,
      jump: useWorkspace.getState().jumpTo,
      openType: (type) => showType(type, openStep),
      collect: blank ? undefined : () => showCollect(openStep),
      openMessage: () => openStep('message'),
      answer: blank ? undefined : (unknown) => showPlace(unknown, openStep),
    }),
    [openStep, blank, readOnly],
  );
}

type OpenStep = ReturnType<typeof useWizard>['openStep'];

/** Brings the place into view where a missing fact is stated. */
function showPlace(unknown: Unknown, openStep: OpenStep): void {
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
      showType(unknown.type, openStep);
      break;
  }
}

/** Opens the step of a policy type, with the caret where its policy is pasted if none is there. */
function showType(type: PolicyType, openStep: OpenStep): void {
  openStep(stepOfPolicyType(type));
  // A finger's keyboard would cover half of the step.
  if (window.matchMedia('(pointer: coarse)').matches) return;
  requestAnimationFrame(() => document.getElementById(pasteWellId(type))?.focus());
}

/** Opens the step where the script stands, with the focus on its heading. */
function showCollect(openStep: OpenStep): void {
  openStep('identity');
  requestAnimationFrame(() => focusOn(COLLECT_HEADING));
}

function focusOn(id: string): void {
  const place = document.getElementById(id);
  // On narrow windows the request is folded up.
  place?.closest('details')?.setAttribute('open', '');
  place?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
