'use client';

import { CodeText } from '@/components/ui/code-text';
import { handsFocusOn } from '@/components/ui/hands-focus-on';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { decisionWord, outcomeOfDecision } from '@/components/verdict/outcome-of';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { OutcomeInWords } from '@/lib/explanation/outcome-words';
import { keyId } from '@/lib/iam/context-key';
import { KeyAnswer } from './key-answer';

/** Condition keys that nobody has stated and that the outcome depends on: asked first, one by one. */
export function KeyQuestions() {
  const { diagnosis } = useWizard();
  const readOnly = useWorkspace(isReadOnly);
  const questions = (diagnosis?.dependencies ?? []).flatMap(({ unknown, phrase, isReference, outcomes = [] }) =>
    unknown.kind === 'contextKey' && !isReference ? [{ key: unknown.key, phrase, outcomes }] : [],
  );
  if (questions.length === 0) return null;
  return (
    <section aria-label="Questions" className="space-y-2">
      {questions.map(({ key, phrase, outcomes }) => (
        <div
          key={key}
          id={questionId(key)}
          ref={handsFocusOn}
          tabIndex={-1}
          className="rounded-control border border-depends-line bg-depends-fill px-3 py-2.5 text-small"
        >
          <p>
            It depends on <CodeText>{phrase}</CodeText>.
          </p>
          {!phrase.includes(key) && <code className="text-text-muted">{key}</code>}
          <Outcomes outcomes={outcomes} />
          {!readOnly && <KeyAnswer contextKey={key} />}
        </div>
      ))}
    </section>
  );
}

/** So that others can lead to a question. */
export function questionId(key: string): string {
  return `question-${keyId(key)}`;
}

/** Where each answer leads. */
function Outcomes({ outcomes }: { readonly outcomes: readonly OutcomeInWords[] }) {
  if (outcomes.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-0.5">
      {outcomes.map(({ when, decision }) => (
        <li key={when} className="flex gap-1.5">
          <OutcomeShape outcome={outcomeOfDecision(decision)} className="mt-[0.2rem] size-3.5" />
          <span className="min-w-0">
            <CodeText>{when}</CodeText>
            <VisuallyHidden>: {decisionWord(decision)}</VisuallyHidden>
          </span>
        </li>
      ))}
    </ul>
  );
}
