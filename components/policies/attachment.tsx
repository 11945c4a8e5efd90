'use client';

import { useId } from 'react';
import { isReadOnly, type PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { readCaller } from '@/lib/iam/principal';
import { InPlaceInput } from './in-place-input';

/** Where an identity-based policy is attached: to the user, to one of its groups, or to the role. */
export function Attachment({ entry: { key, policy } }: { readonly entry: PolicyEntry }) {
  const id = useId();
  const readOnly = useWorkspace(isReadOnly);
  const suggestions = useAttachments();
  const { setAttachedTo } = useWorkspace.getState();
  const attachedTo = policy.attachedTo ?? '';
  if (readOnly && attachedTo === '') return null;
  return (
    <div className="flex items-center pl-[1.4rem] text-small text-text-muted">
      <span aria-hidden className="shrink-0">
        Attached to
      </span>
      <InPlaceInput
        label="Attached to"
        value={attachedTo}
        readOnly={readOnly}
        placeholder="user:NAME, group:NAME or role:NAME"
        list={id}
        onChange={(value) => setAttachedTo(key, value)}
      />
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </div>
  );
}

/** Where a policy of this caller may be attached. */
function useAttachments(): readonly string[] {
  const principal = useWorkspace((state) => state.document.request?.principal ?? '');
  const action = useWorkspace((state) => state.document.request?.action ?? '');
  const caller = readCaller(principal, action);
  if (caller?.kind === 'user') return [`user:${caller.name}`, 'group:'];
  return caller !== undefined && 'role' in caller ? [`role:${caller.role}`] : ['user:', 'group:', 'role:'];
}
