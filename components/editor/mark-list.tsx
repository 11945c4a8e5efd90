'use client';

import { useState } from 'react';
import { CodeText } from '@/components/ui/code-text';
import type { Mark } from '@/lib/explanation/mark';
import { positionAt, type Range } from '@/lib/text/range';
import { shapeKind } from './marked-lines';

interface MarkListProps {
  readonly marks: readonly Mark[];
  readonly starts: readonly number[];
  readonly onJump: (range: Range) => void;
}

const SHOWN = 6;

/** The marks in words, each a button that puts the caret there: for keyboards, screen readers and touch. */
export function MarkList({ marks, starts, onJump }: MarkListProps) {
  const [all, setAll] = useState(false);
  if (marks.length === 0) return null;
  const shown = all ? marks : marks.slice(0, SHOWN);
  return (
    <ol aria-label="Marked places" className="pe-list">
      {shown.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two marks may be alike in everything.
        <li key={index}>
          <button type="button" className="target pe-list-item" onClick={() => onJump(mark.range)}>
            <span className={`pe-list-shape pe-shape-${shapeKind(mark.kind)}`} />
            <span className="min-w-0">
              <span className="pe-list-line">Line {positionAt(starts, mark.range.start).line}:</span>{' '}
              <CodeText>{withoutLine(mark.message)}</CodeText>
            </span>
          </button>
        </li>
      ))}
      {shown.length < marks.length && (
        <li>
          <button type="button" className="target pe-list-item text-accent" onClick={() => setAll(true)}>
            Show all {marks.length}
          </button>
        </li>
      )}
    </ol>
  );
}

/** A message that begins with its line, as problems do, would say it twice. */
function withoutLine(message: string): string {
  const rest = message.replace(/^Line \d+: /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
