import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { CommandLine } from '@/components/ui/command-line';
import { FoldedList } from '@/components/ui/folded-list';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Missing } from '@/lib/guidance/missing';
import { capitalised } from '@/lib/text/wording';
import { goTo } from './go-to';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface MissingListProps {
  readonly diagnosis: Diagnosis;
  /** What `missingOf` gives. */
  readonly missing: readonly Missing[];
  readonly actions: VerdictActions;
}

/** What is missing, the most telling first: each with the command that prints it, and leading to where it is given. */
export function MissingList({ diagnosis, missing, actions }: MissingListProps) {
  if (missing.length === 0) return null;
  const isOpen = diagnosis.verdict.decision === 'undetermined';
  return (
    <VerdictSection title={isOpen ? 'What is still missing' : 'What could still change it'}>
      <FoldedList
        ordered
        items={missing}
        keyOf={({ what, why }) => `${what} ${why}`}
        draw={(one) => (
          <>
            <Row go={goTo(one, actions)}>
              <OutcomeShape
                outcome={isOpen && !('step' in one.given) ? 'depends' : 'notGiven'}
                className="mt-[0.22em] size-4"
              />
              <span className="min-w-0 flex-1">
                <span className="block">
                  <CodeText>{capitalised(one.what)}</CodeText>
                </span>
                <span className="block text-small text-text-muted">
                  <CodeText>{one.why}</CodeText>
                </span>
              </span>
            </Row>
            <FirstCommand missing={one} />
          </>
        )}
        className="space-y-1.5"
      />
      {actions.collect && missing.filter(isCollected).length > 1 && (
        <Button size="small" className="mt-1.5" onClick={actions.collect}>
          Collect the policies with one script
        </Button>
      )}
    </VerdictSection>
  );
}

/** A session's policies and an endpoint's are not attached to anything that the script could ask. */
function isCollected({ given }: Missing): boolean {
  return 'step' in given && given.type !== undefined && given.type !== 'session' && given.type !== 'endpoint';
}

/** One line: the whole of it, and the further ones, stand in the step. */
function FirstCommand({ missing: { commands } }: { readonly missing: Missing }) {
  const [first] = commands;
  if (first === undefined) return null;
  return (
    <div className="pl-6 text-small">
      <CommandLine oneLine command={first.text} purpose={first.purpose} />
    </div>
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
