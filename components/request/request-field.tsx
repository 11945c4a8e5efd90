'use client';

import { type ClipboardEvent, useId } from 'react';
import { classes } from '@/components/ui/classes';
import { Name } from '@/components/ui/code-text';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { RequestField as Field } from '@/lib/diagnosis/edit-request';
import { FactConflict } from './fact-conflict';
import { SOURCE_WORDS } from './fact-source';

const TEXTS = {
  principal: { label: 'Caller', placeholder: 'arn:aws:iam::111122223333:user/JohnDoe' },
  action: { label: 'Action', placeholder: 's3:GetObject' },
  resource: { label: 'Resource', placeholder: 'arn:aws:s3:::bucket/key, or *' },
  resourceAccount: { label: 'Resource’s account', placeholder: '111122223333' },
} as const satisfies Record<Field, { readonly label: string; readonly placeholder: string }>;

// Both layers, so that they lie on each other.
const SHAPE = 'wrap-anywhere border px-2 py-1 font-mono text-small [font-variant-ligatures:none]';

interface RequestFieldProps {
  readonly field: Field;
  /** Where it stands as a form's field of its own, with a label of its own. */
  readonly label?: string;
}

/** The one field of the page for a fact of the request, so that others can lead to it. */
export function requestFieldId(field: Field): string {
  return `request-${field}`;
}

/** A field of the request, typed over where it stands, with its source beside its name. */
export function RequestField({ field, label }: RequestFieldProps) {
  const own = useId();
  const id = label ? own : requestFieldId(field);
  const { diagnosis } = useWizard();
  const stated = useWorkspace((state) => state.document.request?.[field] ?? '');
  const readOnly = useWorkspace(isReadOnly);
  const { setRequestField, paste } = useWorkspace.getState();
  const path = `request.${field}`;
  const fact = diagnosis?.facts.find((candidate) => candidate.path === path);
  const derived = stated === '' && fact ? fact.value : undefined;
  const { placeholder } = TEXTS[field];
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    // A whole message pasted into one of its fields fills them all.
    if (!/\s/.test(text.trim()) || text.length < 60) return;
    event.preventDefault();
    paste(text);
  };
  return (
    <div className="min-w-0">
      <div className="flex items-baseline justify-between gap-2 text-small">
        <label htmlFor={id} className={label ? 'font-strong' : 'text-text-muted'}>
          {label ?? TEXTS[field].label}
        </label>
        <span className="truncate text-text-muted">{fact && SOURCE_WORDS[fact.source]}</span>
      </div>
      <div className="group mt-0.5 grid">
        <textarea
          id={id}
          rows={1}
          value={stated}
          readOnly={readOnly}
          placeholder={derived ?? placeholder}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          onPaste={onPaste}
          onChange={(event) => setRequestField(field, event.currentTarget.value.replace(/\s*\n\s*/g, ''))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          className={classes(
            SHAPE,
            'target field-sizing-content col-start-1 row-start-1 block w-full resize-none rounded-control bg-surface-raised placeholder:text-text-muted',
            'hover:not-read-only:border-line-control focus:not-read-only:border-accent focus-visible:outline-1 focus-visible:outline-offset-0',
            label ? 'border-line-control' : 'border-line',
            stated !== '' && 'not-focus:text-transparent',
          )}
        />
        {/* A text area breaks an ARN anywhere; while nobody types in it, the same text is drawn broken where it should be.
            Forced colours draw the area’s own text, too. */}
        <span
          aria-hidden
          className={classes(
            SHAPE,
            'pointer-events-none col-start-1 row-start-1 min-w-0 border-transparent group-focus-within:invisible forced-colors:hidden',
          )}
        >
          <Name>{stated}</Name>
        </span>
      </div>
      <FactConflict path={path} />
    </div>
  );
}
