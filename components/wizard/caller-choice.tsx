'use client';

import { useState } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import { TextField } from '@/components/ui/text-field';
import { useWorkspace } from '@/components/workspace/store';
import type { PossibleCaller } from '@/lib/diagnosis/policies-of-request';
import { code } from '@/lib/text/wording';

/** The pasted text holds the policies of several users and roles: who of them called. */
export function CallerChoice() {
  const callers = useWorkspace((state) => state.callers);
  const [sought, setSought] = useState('');
  if (callers === undefined) return null;
  const { among } = callers;
  const words = sought.trim().toLowerCase();
  const shown = among.filter(({ arn }) => arn.toLowerCase().includes(words));
  return (
    <section
      aria-labelledby="caller-choice"
      className="rounded-panel border border-depends-line bg-depends-fill px-4 py-3"
    >
      <h3 id="caller-choice" className="font-strong text-base">
        Who of these made the call?
      </h3>
      <p className="mt-0.5 max-w-prose text-small">
        The text holds the policies of {among.length} users and roles. Only the caller’s own are taken in.
      </p>
      {among.length > MANY && (
        <div className="mt-2.5 max-w-80">
          <TextField data-own-undo label="Find a name" value={sought} onChange={setSought} />
        </div>
      )}
      {shown.length === 0 && <p className="mt-2 text-small text-text-muted">Nobody of this name is in the text.</p>}
      <FoldedList
        key={words}
        items={shown}
        keyOf={({ arn }) => arn}
        draw={(caller) => <CallerButton caller={caller} />}
        className="mt-2 space-y-1"
      />
    </section>
  );
}

const MANY = 9;

const KINDS = { user: 'User', role: 'Role' } as const;

function CallerButton({ caller }: { readonly caller: PossibleCaller }) {
  const { chooseCaller } = useWorkspace.getState();
  const { id, arn } = caller;
  const kind = id.startsWith('user:') ? 'user' : 'role';
  return (
    <button
      type="button"
      title={arn}
      onClick={() => chooseCaller(caller)}
      className="target flex w-full items-baseline gap-2 rounded-control border border-line-control bg-surface-raised px-3 py-1.5 text-left hover:bg-surface-sunken"
    >
      <span className="w-10 shrink-0 text-small text-text-muted">{KINDS[kind]}</span>
      <span className="min-w-0">
        <CodeText>{code(id.slice(id.indexOf(':') + 1))}</CodeText>
      </span>
    </button>
  );
}
