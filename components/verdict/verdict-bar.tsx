'use client';

import { ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { inOneBreath } from './in-one-breath';
import { outcomeOfVerdict } from './outcome-of';
import { VerdictAnnouncer } from './verdict-announcer';
import { VerdictPanel, type VerdictPanelProps } from './verdict-panel';

/** A phone's verdict: one line at the bottom of the window that opens upward. It holds nobody: the page goes on beside it. */
export function VerdictBar({ state, actions }: Omit<VerdictPanelProps, 'silent'>) {
  const id = useId();
  const bar = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { diagnosis } = state;
  const leaving = useMemo(() => closingBefore(actions, () => setOpen(false)), [actions]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    bar.current?.focus();
  };
  const headline = diagnosis?.headline ?? 'No verdict yet';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, wherever in it the focus is.
    <div
      onKeyDown={onKeyDown}
      className="fixed inset-x-0 bottom-0 z-30 flex flex-col-reverse border-line border-t bg-surface-raised mid:hidden print:hidden"
    >
      <VerdictAnnouncer text={diagnosis ? inOneBreath(diagnosis) : ''} />
      <button
        ref={bar}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-14 w-full items-center gap-2.5 px-4 py-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] text-left focus-visible:-outline-offset-2"
      >
        {diagnosis && <OutcomeShape outcome={outcomeOfVerdict(diagnosis.verdict)} className="size-5" />}
        {/* A name that is a box of its own is not clamped; the height is. */}
        <span className="line-clamp-2 max-h-[2lh] min-w-0 flex-1 font-strong leading-snug">
          <span className="sr-only">Verdict: </span>
          <CodeText>{headline}</CodeText>
        </span>
        <ChevronUp aria-hidden className={`size-5 shrink-0 text-text-muted ${open ? 'rotate-180' : ''}`} />
      </button>
      <div id={id} hidden={!open} className="max-h-[75dvh] overflow-auto overscroll-contain border-line border-b p-4">
        {open && <VerdictPanel state={state} actions={leaving} silent />}
      </div>
    </div>
  );
}

/** The same ways on, with the sheet out of the way first. */
function closingBefore(actions: VerdictPanelProps['actions'], close: () => void): VerdictPanelProps['actions'] {
  const closing =
    <Given extends readonly unknown[]>(go: (...given: Given) => void) =>
    (...given: Given) => {
      close();
      go(...given);
    };
  const { jump, openType, openMessage, answer, collect } = actions;
  return {
    ...actions,
    jump: closing(jump),
    openType: openType && closing(openType),
    openMessage: openMessage && closing(openMessage),
    answer: answer && closing(answer),
    collect: collect && closing(collect),
  };
}
