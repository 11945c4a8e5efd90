'use client';

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { IconButton } from '@/components/ui/icon-button';
import { goTo } from '@/components/verdict/go-to';
import { useWorkspace } from '@/components/workspace/store';
import { missingOf } from '@/lib/guidance/missing';
import { useVerdictActions } from './use-verdict-actions';
import { useWizard } from './wizard-context';

/** After a paste: what was understood, what it filled in, and what is still missing, each leading to where it is given. */
export function PasteSummary() {
  const pasted = useWorkspace((state) => state.pasted);
  const { dismissPasted } = useWorkspace.getState();
  const { diagnosis, about } = useWizard();
  const actions = useVerdictActions();
  const missing = useMemo(() => (diagnosis ? missingOf(about, diagnosis) : []), [about, diagnosis]);
  if (pasted === undefined) return null;
  return (
    <section
      aria-label="Your paste"
      className="mb-6 flex items-start gap-2 rounded-panel border border-line bg-surface py-2 pr-1.5 pl-4"
    >
      <dl className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 py-1 text-small">
        <Line term="Read">{pasted.read}</Line>
        {pasted.filled && <Line term="Filled in">{pasted.filled}</Line>}
        {pasted.added && <Line term="Added">{pasted.added}</Line>}
        {missing.length > 0 && (
          // On wider windows the verdict is in sight and lists it with its commands.
          <div className="contents mid:hidden">
            <dt className="text-text-muted">Missing</dt>
            <dd className="min-w-0">
              <ol>
                {missing.slice(0, MOST_SHOWN).map((one, place) => (
                  <li key={`${one.what} ${one.why}`} className="flex items-baseline gap-1.5">
                    <span className="text-text-muted tabular-nums">{place + 1}.</span>
                    <MissingLink what={one.what} go={goTo(one, actions)} />
                  </li>
                ))}
                {missing.length > MOST_SHOWN && (
                  <li className="pt-1 text-text-muted">
                    and {missing.length - MOST_SHOWN} more, with commands, in the verdict
                  </li>
                )}
              </ol>
            </dd>
          </div>
        )}
      </dl>
      <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={dismissPasted} />
    </section>
  );
}

const MOST_SHOWN = 3;

/** Plain words where there is nowhere to lead. */
function MissingLink({ what, go }: { readonly what: string; readonly go: (() => void) | undefined }) {
  if (go === undefined) return <CodeText>{what}</CodeText>;
  return (
    <button
      type="button"
      onClick={go}
      className="target rounded-sm text-left text-accent underline underline-offset-[3px] hover:text-accent-strong"
    >
      <CodeText>{what}</CodeText>
    </button>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <>
      <dt className="text-text-muted">{term}</dt>
      <dd className="min-w-0">
        <CodeText>{children.charAt(0).toUpperCase() + children.slice(1)}</CodeText>
      </dd>
    </>
  );
}
