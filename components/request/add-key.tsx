'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWorkspace } from '@/components/workspace/store';
import { COMMON_KEYS, keyExample } from './key-examples';

const INPUT =
  'target block h-8 w-full min-w-0 rounded-control border border-line-control bg-surface-raised px-2 font-mono text-small [font-variant-ligatures:none] placeholder:text-text-muted';

/** States a condition key by hand. */
export function AddKey({ onDone }: { readonly onDone: () => void }) {
  const id = useId();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const { setContextKey, setKeyAbsent, setKeyPresent } = useWorkspace.getState();
  const name = key.trim();
  const state = (apply: () => void) => {
    if (name === '') return;
    apply();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    state(() => (value.trim() === '' ? setKeyPresent(name) : setContextKey(name, value.trim())));
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
      className="mt-1.5 space-y-1.5"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the form opens by a click that asks for it.
        autoFocus
        aria-label="Condition key"
        list={id}
        value={key}
        placeholder="aws:SourceIp"
        autoComplete="off"
        spellCheck={false}
        data-own-undo
        onChange={(event) => setKey(event.currentTarget.value)}
        className={INPUT}
      />
      <datalist id={id}>
        {COMMON_KEYS.map((common) => (
          <option key={common} value={common} />
        ))}
      </datalist>
      <input
        aria-label="Value, empty if you know only that it is there"
        value={value}
        placeholder={keyExample(name)}
        autoComplete="off"
        spellCheck={false}
        data-own-undo
        onChange={(event) => setValue(event.currentTarget.value)}
        className={INPUT}
      />
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" type="submit">
          Add
        </Button>
        <Button size="small" look="quiet" onClick={() => state(() => setKeyAbsent(name))}>
          Not in the request
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
