import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Dependency } from '@/lib/explanation/dependency';
import { goTo, mostUsefulFirst } from './questions';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface DependsOnProps {
  readonly diagnosis: Diagnosis;
  readonly actions: VerdictActions;
}

/** What would settle it, most useful first; each leads to where it is stated. */
export function DependsOn({ diagnosis, actions }: DependsOnProps) {
  const dependencies = mostUsefulFirst(diagnosis);
  if (dependencies.length === 0) return null;
  const open = diagnosis.verdict.decision === 'undetermined';
  return (
    <VerdictSection title={open ? 'What would settle it' : 'What could still change it'}>
      <FoldedList
        items={dependencies}
        keyOf={({ phrase, sentence }) => `${phrase} ${sentence}`}
        draw={(dependency) => (
          <Row go={goTo(dependency, actions)}>
            <Question dependency={dependency} open={open} />
          </Row>
        )}
      />
    </VerdictSection>
  );
}

/** Policies that are not here need one line: what to do about them is said by their step. */
function Question({ dependency, open }: { readonly dependency: Dependency; readonly open: boolean }) {
  const { unknown, phrase, sentence } = dependency;
  const policies = unknown.kind === 'policies';
  return (
    <>
      <OutcomeShape outcome={open && !policies ? 'depends' : 'notGiven'} className="mt-[0.22em] size-4" />
      <span className="min-w-0 flex-1">
        <span className="block">
          <CodeText>{capitalised(phrase)}</CodeText>
        </span>
        {!policies && (
          <span className="block text-small text-text-muted">
            <CodeText>{sentence}</CodeText>
          </span>
        )}
      </span>
    </>
  );
}

function Row({ go, children }: { readonly go: (() => void) | undefined; readonly children: ReactNode }) {
  if (go === undefined) return <div className="flex items-start gap-2 py-1">{children}</div>;
  return (
    <button
      type="button"
      onClick={go}
      className="target -mx-1.5 flex w-[calc(100%+0.75rem)] items-start gap-2 rounded-control px-1.5 py-1 text-left transition-colors hover:bg-surface-sunken"
    >
      {children}
      <ArrowRight aria-hidden className="mt-[0.22em] size-4 shrink-0 text-text-muted" />
    </button>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
