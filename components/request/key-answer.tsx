'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWorkspace } from '@/components/workspace/store';
import { keyId } from '@/lib/iam/context-key';
import { keyExample } from './key-examples';

// Their value is one of two.
const BOOLEAN_KEYS = [
  'aws:multifactorauthpresent',
  'aws:securetransport',
  'aws:viaawsservice',
  'aws:principalisawsservice',
];

/** States a condition key: yes or no, a value, or that the request does not carry it. */
export function KeyAnswer({ contextKey }: { readonly contextKey: string }) {
  const [value, setValue] = useState('');
  const { setContextKey, setKeyAbsent } = useWorkspace.getState();
  const absent = (
    <Button size="small" look="quiet" onClick={() => setKeyAbsent(contextKey)}>
      Not in the request
    </Button>
  );
  if (BOOLEAN_KEYS.includes(keyId(contextKey))) {
    return (
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => setContextKey(contextKey, 'true')}>
          Yes
        </Button>
        <Button size="small" onClick={() => setContextKey(contextKey, 'false')}>
          No
        </Button>
        {absent}
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') setContextKey(contextKey, value.trim());
  };
  return (
    <form onSubmit={submit} className="mt-1.5 flex flex-wrap gap-1.5">
      <input
        type="text"
        aria-label={`Value of ${contextKey}`}
        value={value}
        placeholder={keyExample(contextKey)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-own-undo
        onChange={(event) => setValue(event.currentTarget.value)}
        className="target h-7 min-w-0 flex-1 basis-36 rounded-control border border-line-control bg-surface-raised px-2 font-mono text-small [font-variant-ligatures:none] placeholder:text-text-muted"
      />
      <Button size="small" type="submit" aria-disabled={value.trim() === '' || undefined}>
        Set
      </Button>
      {absent}
    </form>
  );
}
