'use client';

import { ChevronRight, Lightbulb, ListTree, WrapText } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { classes } from '@/components/ui/classes';
import { CodeText } from '@/components/ui/code-text';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import type { Range } from '@/lib/text/range';
import { visible } from '@/lib/text/wording';
import type { EditorHandle, HostedHelp } from './editor-handle';
import { type ExplainedPlace, explainPlace } from './explained-place';
import { Explanation } from './explanation';
import { useAskedActions } from './use-asked-actions';

interface HelpBarProps {
  /** With `\n` as its line ends, as the editors hold it. */
  readonly text: string;
  /** Undefined before the editor was ever used. */
  readonly caret: number | undefined;
  readonly help: HostedHelp;
  readonly readOnly: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** The changes on offer where the caret stands were asked for by key: the first one gets the focus. */
  readonly asked: boolean;
  readonly onAnswered: () => void;
  readonly onJump: (range: Range) => void;
  readonly editor: { readonly current: EditorHandle | null };
}

/** Under the text: in one line what the caret stands on, and what can be done with the whole text. */
export function HelpBar(props: HelpBarProps) {
  const { text, caret, help, readOnly, open, onOpen, asked, onAnswered, onJump, editor } = props;
  const id = useId();
  const settled = useDeferredValue(caret);
  const place = useMemo(
    () => (settled === undefined ? NOWHERE : explainPlace(text, settled, help)),
    [text, settled, help],
  );
  const more = useRef<HTMLElement>(null);
  useAskedActions({ asked, onAnswered, text, caret, isDrawn: open && settled === caret, more });
  const outline = useMemo(() => help.tools.outline(text), [text, help]);
  const format = () => editor.current?.apply(help.tools.formatJson(text));

  return (
    <div className="pe-help">
      <div className="pe-help-bar">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-more`}
          className="target pe-help-line"
          onClick={() => onOpen(!open)}
        >
          <ChevronRight aria-hidden className={classes('size-4 shrink-0 transition-transform', open && 'rotate-90')} />
          <span className="truncate">
            <Summary place={place} readOnly={readOnly} />
          </span>
        </button>
        {!readOnly && (
          <>
            <IconButton
              label="Propose"
              icon={<Lightbulb aria-hidden className="size-4" />}
              onClick={() => editor.current?.suggest()}
            />
            <IconButton label="Format" icon={<WrapText aria-hidden className="size-4" />} onClick={format} />
          </>
        )}
        <Menu
          trigger={
            <IconButton
              label="Statements"
              icon={<ListTree aria-hidden className="size-4" />}
              disabled={outline.length === 0}
            />
          }
          items={outline.map(({ index, title, detail, range }) => ({
            id: `${index}`,
            label: (
              <span>
                {title}{' '}
                <span className="text-small text-text-muted">
                  <CodeText>{detail}</CodeText>
                </span>
              </span>
            ),
            onSelect: () => onJump(range),
          }))}
        />
      </div>
      <section ref={more} id={`${id}-more`} aria-label="Explanation" hidden={!open} className="pe-help-more">
        {open && (
          <Explanation
            place={place}
            readOnly={readOnly}
            onApply={({ edits }) => {
              editor.current?.apply(edits);
              editor.current?.focus();
            }}
          />
        )}
      </section>
    </div>
  );
}

const NOWHERE: ExplainedPlace = { findings: [], actions: [] };

function Summary({
  place: { hover, findings },
  readOnly,
}: {
  readonly place: ExplainedPlace;
  readonly readOnly: boolean;
}) {
  const [finding] = findings;
  const [line] = hover?.sections[0]?.lines ?? [];
  if (!hover && !finding) {
    if (readOnly) return 'Explain';
    return (
      <>
        Explain<span className="pe-help-keys"> · Ctrl+Space proposes what can stand at the caret</span>
      </>
    );
  }
  return (
    <>
      {hover && <code className="text-text">{visible(hover.title)}</code>}{' '}
      <CodeText>{finding?.message ?? line ?? ''}</CodeText>
    </>
  );
}
