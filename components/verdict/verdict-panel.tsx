'use client';

import { useMemo } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { VerdictState } from '@/components/workspace/use-verdict';
import { missingOf } from '@/lib/guidance/missing';
import { pictureOf } from '@/lib/report/picture';
import { plural } from '@/lib/text/wording';
import { AgreementNote } from './agreement-note';
import { inOneBreath } from './in-one-breath';
import { LayersPicture } from './layers-picture';
import { MissingList } from './missing-list';
import { ProblemList } from './problem-list';
import { useAfter } from './use-after';
import { useLines } from './use-lines';
import type { VerdictActions } from './verdict-actions';
import { VerdictAnnouncer } from './verdict-announcer';
import { VerdictHeadline } from './verdict-headline';
import { Why } from './why';

export interface VerdictPanelProps {
  /** What `useVerdict` gives. */
  readonly state: VerdictState;
  readonly actions: VerdictActions;
  /** Somebody else on the page tells screen readers. */
  readonly silent?: boolean;
}

const BUSY_AFTER_MS = 150;

/** The answer, and below it everything it rests on. Draws a diagnosis; computes nothing of it. */
export function VerdictPanel({ state: { diagnosis, about, pending, notice }, actions, silent }: VerdictPanelProps) {
  const lines = useLines(about);
  const picture = useMemo(() => diagnosis && pictureOf(diagnosis, about), [diagnosis, about]);
  const missing = useMemo(() => (diagnosis ? missingOf(about, diagnosis) : []), [about, diagnosis]);
  const busy = useAfter(pending, BUSY_AFTER_MS);
  const announced = notice ?? (diagnosis ? inOneBreath(diagnosis) : '');
  return (
    <section
      aria-label="Verdict"
      aria-busy={busy || undefined}
      className="@container flex min-w-0 flex-col gap-4 wrap-break-word"
    >
      {!silent && <VerdictAnnouncer text={announced} />}
      {busy && !diagnosis && <p className="text-text-muted">Working it out …</p>}
      {notice && (
        <p className="text-denies-text">
          <CodeText>{notice}</CodeText>
        </p>
      )}
      {diagnosis && picture && (
        <>
          <VerdictHeadline diagnosis={diagnosis} missing={missing} actions={actions} busy={busy} />
          <div className="border-line border-t pt-3">
            <LayersPicture picture={picture} onGate={actions.openType} />
          </div>
          {/* Where the panel is wide, it stands above the step and must not push it away. */}
          <div className="flex flex-col gap-4 @min-[44rem]:grid @min-[44rem]:grid-cols-2 @min-[44rem]:items-start @min-[44rem]:gap-x-8">
            <Why diagnosis={diagnosis} lines={lines} actions={actions} />
            <MissingList diagnosis={diagnosis} missing={missing} actions={actions} />
            <AgreementNote diagnosis={diagnosis} />
            <ProblemList problems={diagnosis.problems} document={about} lines={lines} actions={actions} />
            {diagnosis.assumptions.length > 0 && (
              <Disclosure
                className="border-line border-t pt-2"
                summary={`Taken for granted: ${plural(diagnosis.assumptions.length, 'thing', 'things')}`}
              >
                <ul className="flex list-disc flex-col gap-1 pl-4 text-small text-text-muted">
                  {diagnosis.assumptions.map((assumption) => (
                    <li key={assumption}>
                      <CodeText>{assumption}</CodeText>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </div>
        </>
      )}
    </section>
  );
}
