'use client';

import { ArrowRight, LockKeyhole } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { FileButton } from '@/components/shell/file-button';
import { refusePaste } from '@/components/shell/paste-limits';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';

interface PasteBoxProps {
  /** Takes the text; gives a sentence where nothing in it was recognised, and the text stays in the box. */
  readonly onText: (text: string) => Promise<string | undefined>;
  readonly autoFocus?: boolean;
  readonly rows?: number;
}

/** Takes whatever AWS said. A paste goes ahead by itself, typing waits for Enter or the button. */
export function PasteBox({ onText, autoFocus, rows = 7 }: PasteBoxProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    // The attribute would scroll the page on phones and is lost when React takes over a page that was already there.
    if (autoFocus) area.current?.focus({ preventScroll: true });
    // What was typed before the page came alive stands in the element alone.
    setText((typed) => typed || (area.current?.value ?? ''));
  }, [autoFocus]);

  const submit = async (whole: string) => {
    if (whole.trim() === '') return;
    setBusy(true);
    const refused = await onText(whole).catch(() => FAILED);
    setBusy(false);
    setProblem(refused);
  };
  const change = (next: string) => {
    setText(next);
    setProblem(undefined);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted === '') return;
    event.preventDefault();
    const refused = refusePaste(pasted);
    if (refused !== undefined) return setProblem(refused);
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const whole = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
    change(whole);
    void submit(whole);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit(text);
  };

  return (
    <div>
      <div className="overflow-hidden rounded-panel border border-line-control bg-surface-raised transition-colors focus-within:border-accent focus-within:outline-1 focus-within:outline-accent">
        <label htmlFor={id} className="sr-only">
          Paste an error message, an event, or a policy
        </label>
        <textarea
          id={id}
          ref={area}
          value={text}
          rows={rows}
          data-own-undo
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          placeholder={
            'Paste an error message, an event, or a policy\n\nUser: arn:aws:iam::111122223333:user/JohnDoe is not authorized to perform: …'
          }
          onChange={(event) => change(event.currentTarget.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          className="block max-h-[50vh] w-full resize-none bg-transparent px-4 pt-3.5 pb-2 font-mono text-small [font-variant-ligatures:none] leading-relaxed outline-none placeholder:text-text-muted"
        />
        <div className="flex flex-wrap items-center justify-between gap-2 px-2.5 pb-2.5">
          <p className="flex items-center gap-1.5 px-1.5 text-small text-text-muted">
            <LockKeyhole aria-hidden className="size-3.5 shrink-0" />
            Nothing leaves your browser
          </p>
          <div className="ml-auto flex items-center gap-1.5">
            <FileButton
              look="quiet"
              size="medium"
              label="Open a file"
              onText={(read) => {
                change(read);
                void submit(read);
              }}
              onRefused={setProblem}
            />
            <Button
              look="primary"
              aria-busy={busy || undefined}
              onClick={() => {
                if (text.trim() === '') area.current?.focus();
                else void submit(text);
              }}
            >
              Find out why
              <ArrowRight aria-hidden className="size-4" />
            </Button>
          </div>
        </div>
      </div>
      <p id={`${id}-problem`} role="alert" className="mt-2 text-denies-text empty:hidden">
        {problem && <CodeText>{problem}</CodeText>}
      </p>
    </div>
  );
}

const FAILED =
  'The reader could not be loaded. Check that you are online and press the button again; your text is still here.';
