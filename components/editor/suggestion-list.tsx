'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '@/components/ui/classes';
import { CodeText } from '@/components/ui/code-text';
import type { Proposal } from '@/lib/language/proposal';
import { caretBox } from './caret-box';
import { SHOWN_SUGGESTIONS, type Suggestions } from './suggestions';

interface SuggestionListProps {
  readonly id: string;
  readonly list: Suggestions;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onTake: (proposal: Proposal) => void;
}

/** The id of a proposal's entry, for the text area to point at. */
export function suggestionId(list: string, index: number): string {
  return `${list}-${index}`;
}

const MARGIN = 8;

/** The proposals under the caret. The focus stays in the text; the keys choose here. */
export function SuggestionList({ id, list, area, onTake }: SuggestionListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const { proposals, active } = list;
  const shown = proposals.slice(0, SHOWN_SUGGESTIONS);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another size and another caret.
  useLayoutEffect(() => {
    const measure = () => setPlace(placeFor(area.current, box.current));
    measure();
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [area, proposals]);
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(suggestionId(id, active))}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <div ref={box} className="pe-suggest" style={place ?? { visibility: 'hidden' }}>
      <div role="listbox" id={id} aria-label="Proposals">
        {shown.map((proposal, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the text area keeps the focus and points at the entries.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text area has the keys.
          <div
            key={proposal.label}
            role="option"
            id={suggestionId(id, index)}
            aria-selected={index === active}
            className={classes('pe-suggest-item', index === active && 'pe-suggest-active')}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(proposal)}
          >
            <span className="pe-suggest-label">{proposal.label}</span>
            {proposal.detail && (
              <span className="pe-suggest-detail">
                <CodeText>{proposal.detail}</CodeText>
              </span>
            )}
          </div>
        ))}
      </div>
      {proposals.length > shown.length && (
        <p className="pe-suggest-more">{proposals.length - shown.length} more. Type on to find them.</p>
      )}
    </div>
  );
}

/** Below the caret, above it where there is more room, and never off the screen. */
function placeFor(area: HTMLTextAreaElement | null, box: HTMLElement | null) {
  if (!area || !box) return undefined;
  const lines = area.parentElement?.querySelector('.pe-lines') ?? null;
  const caret = caretBox(lines, area.value, area.selectionStart) ?? area.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const screen = window.visualViewport ?? { width: window.innerWidth, height: window.innerHeight };
  const isBelow = caret.bottom + height + MARGIN <= screen.height || caret.top < screen.height / 2;
  return {
    left: Math.max(MARGIN, Math.min(caret.left - MARGIN, screen.width - width - MARGIN)),
    top: isBelow ? caret.bottom + 2 : Math.max(MARGIN, caret.top - height - 2),
  };
}
