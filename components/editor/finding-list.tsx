'use client';

import { useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { lineStarts, positionAt, type Range } from '@/lib/text/range';
import type { Finding, QuickFix } from '@/lib/validation/finding';
import { countFindings, SEVERITY_WORDS } from './severity-words';
import { useHeldHeight } from './use-held-height';

interface FindingListProps {
  /** With `\n` as its line ends: the text that the findings count in. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly notice?: string | undefined;
  readonly owner?: string | undefined;
  /** While it is, nothing opens and nothing below moves. */
  readonly typing: boolean;
  readonly readOnly: boolean;
  readonly onJump: (range: Range) => void;
  readonly onFix: (fix: QuickFix) => void;
}

const SHAPES = {
  error: 'problem',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'suggestion',
} satisfies Record<Finding['severity'], string>;

/** What the checks found in the policy by itself, each with its place and its fixes. None of it is the reason of a denial. */
export function FindingList({ text, findings, notice, owner, typing, readOnly, onJump, onFix }: FindingListProps) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const height = useHeldHeight(box, typing);
  // An error opens the list once; who closed it has seen it.
  if (!opened && !typing && findings.some(({ severity }) => severity === 'error')) {
    setOpened(true);
    setOpen(true);
  }
  const starts = useMemo(() => lineStarts(text), [text]);
  // Without an answer nothing can be said to be found or not.
  const outcome = findings.length === 0 && notice ? 'no answer yet' : countFindings(findings);
  const summary = <span className="text-small text-text-muted">Checks of this policy: {outcome}</span>;
  return (
    <Disclosure summary={summary} open={open} onOpen={setOpen} className="mt-1">
      <div ref={box} className={height === undefined ? undefined : 'overflow-y-auto'} style={{ height }}>
        {findings.length > 0 && (
          <p className="mb-1 max-w-prose text-small text-text-muted">
            This is about the policy by itself, not the reason of a denial.
            {owner && (
              <>
                {' '}
                <CodeText>{`It can be changed by ${owner}.`}</CodeText>
              </>
            )}
          </p>
        )}
        {notice && <p className="mb-1 text-small">{notice}</p>}
        {findings.length === 0 && !notice && (
          <p className="text-small text-text-muted">Nothing to mend, as far as AWS’s rules are known here.</p>
        )}
        <ul aria-label="Findings" className="pe-list">
          {findings.map(({ check, severity, message, range, fixes = [] }) => (
            <li key={`${check} ${range.start} ${range.end}`} className="pe-finding">
              <button type="button" className="target pe-list-item" onClick={() => onJump(range)}>
                <span className={`pe-list-shape pe-shape-${SHAPES[severity]}`} />
                <span className="min-w-0">
                  <span className="pe-list-line">
                    {SEVERITY_WORDS[severity]}, line {positionAt(starts, range.start).line}:
                  </span>{' '}
                  <CodeText>{message}</CodeText>
                </span>
              </button>
              {!readOnly && fixes.length > 0 && (
                <span className="pe-fixes">
                  {fixes.map((fix) => (
                    <Button key={fix.title} size="small" className="pe-action" onClick={() => onFix(fix)}>
                      <span className="min-w-0 truncate">
                        <CodeText>{fix.title}</CodeText>
                      </span>
                    </Button>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
