import { ArrowRight } from 'lucide-react';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Dependency } from '@/lib/explanation/dependency';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface DependsOnProps {
  readonly diagnosis: Diagnosis;
  readonly actions: VerdictActions;
}

/** What would settle it, most useful first; each leads to where it is stated. */
export function DependsOn({ diagnosis: { verdict, dependencies }, actions }: DependsOnProps) {
  if (dependencies.length === 0) return null;
  const open = verdict.decision === 'undetermined';
  return (
    <VerdictSection title={open ? 'What would settle it' : 'What could still change it'}>
      <ul>
        {dependencies.map((dependency) => (
          <li key={`${dependency.phrase} ${dependency.sentence}`}>
            <Question dependency={dependency} open={open} go={goTo(dependency, actions)} />
          </li>
        ))}
      </ul>
    </VerdictSection>
  );
}

/** Where an answer is given; policies are given in their step. */
export function goTo({ unknown }: Dependency, actions: VerdictActions): (() => void) | undefined {
  const { answer, openType, jump } = actions;
  if (unknown.kind === 'unreadable') return () => jump(unknown.policyIndex, unknown.range);
  if (unknown.kind === 'policies') return openType && (() => openType(unknown.type));
  return answer && (() => answer(unknown));
}

interface QuestionProps {
  readonly dependency: Dependency;
  readonly open: boolean;
  readonly go: (() => void) | undefined;
}

function Question({ dependency: { phrase, sentence }, open, go }: QuestionProps) {
  const words = (
    <>
      <OutcomeShape outcome={open ? 'depends' : 'notGiven'} className="mt-[0.22em] size-4" />
      <span className="min-w-0 flex-1">
        <span className="block">
          <CodeText>{capitalised(phrase)}</CodeText>
        </span>
        <span className="block text-small text-text-muted">
          <CodeText>{sentence}</CodeText>
        </span>
      </span>
    </>
  );
  if (go === undefined) return <div className="flex items-start gap-2 py-1">{words}</div>;
  return (
    <button
      type="button"
      onClick={go}
      className="target -mx-1.5 flex w-[calc(100%+0.75rem)] items-start gap-2 rounded-control px-1.5 py-1 text-left transition-colors hover:bg-surface-sunken"
    >
      {words}
      <ArrowRight aria-hidden className="mt-[0.22em] size-4 shrink-0 text-text-muted" />
    </button>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
