'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { classes } from '@/components/ui/classes';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { FactConflict } from './fact-conflict';
import type { StatedKey } from './stated-keys';

/** One condition key with its value: a click edits the value, the cross takes the key back. */
export function KeyTag({ stated }: { readonly stated: StatedKey }) {
  const { key } = stated;
  const [editing, setEditing] = useState(false);
  const readOnly = useWorkspace(isReadOnly);
  const { setContextKey, removeContextKey } = useWorkspace.getState();
  const value = stated.state === 'value' ? stated.values.join(', ') : '';
  const change = (typed: string) => {
    // Only a key that has several values already is read as a list: a single value may hold a comma.
    const list = stated.state === 'value' && stated.values.length > 1;
    setContextKey(key, list ? typed.split(/,\s*/) : typed);
  };
  return (
    <li className="rounded-control border border-line bg-surface-raised">
      <div className="flex items-start">
        <div className="min-w-0 flex-1 py-1 pl-2 text-small">
          <span className="wrap-anywhere text-text-muted">{key}</span>
          {editing ? (
            <input
              // biome-ignore lint/a11y/noAutofocus: it opens by a click on this very value.
              autoFocus
              type="text"
              aria-label={`Value of ${key}`}
              value={value}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => change(event.currentTarget.value)}
              onBlur={() => setEditing(false)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === 'Escape') setEditing(false);
              }}
              className="block w-full rounded-[4px] border border-line-control bg-surface px-1 font-mono"
            />
          ) : (
            <button
              type="button"
              disabled={readOnly}
              title={`Change the value of ${key}`}
              onClick={() => setEditing(true)}
              className={classes(
                'wrap-anywhere target-inline block text-left',
                stated.state === 'value' ? 'font-mono' : 'italic',
              )}
            >
              {stated.state === 'value'
                ? value
                : stated.state === 'absent'
                  ? 'not in the request'
                  : 'there, value unknown'}
            </button>
          )}
          {stated.fromMessage && <span className="text-[0.75rem] text-text-muted">from the message</span>}
        </div>
        {!readOnly && (
          <button
            type="button"
            aria-label={`Take back ${key}`}
            title="Take this back: nothing is known of this key then"
            onClick={() => removeContextKey(key)}
            className="target inline-flex size-7 shrink-0 items-center justify-center rounded-control text-text-muted hover:bg-surface-sunken hover:text-text"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
      </div>
      <FactConflict path={stated.path} />
    </li>
  );
}
