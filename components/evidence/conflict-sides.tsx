'use client';

import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { ConflictSide, FactConflict } from '@/lib/diagnosis/conflicts';
import { code } from '@/lib/text/wording';

/** What each source states of a fact; one click settles which of it counts. */
export function ConflictSides({ conflict }: { readonly conflict: FactConflict }) {
  const readOnly = useWorkspace(isReadOnly);
  const { settle } = useWorkspace.getState();
  return (
    <ul className="space-y-1.5">
      {conflict.sides.map((side, place) => (
        <li
          key={`${side.by} ${sayValue(side)}`}
          className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
        >
          <span className="min-w-0 basis-40 grow text-small">
            <CodeText>{saySide(side)}</CodeText>
            {place === 0 && <span className="text-text-muted"> This counts now.</span>}
          </span>
          {!readOnly && (
            <Button
              size="small"
              onClick={() => settle(conflict, side)}
              aria-label={`${place === 0 ? 'Keep' : 'Use'} this: ${sayValue(side).replaceAll('`', '')}`}
            >
              {place === 0 ? 'Keep this' : 'Use this'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** "The event says …": a sentence for each kind of value. */
function saySide(side: ConflictSide): string {
  const { by, value } = side;
  if (by === 'you') return value.kind === 'value' ? `You typed ${sayValue(side)}.` : `You said: ${sayValue(side)}.`;
  const who = by.charAt(0).toUpperCase() + by.slice(1);
  return value.kind === 'value' ? `${who} says ${sayValue(side)}.` : `${who} says: ${sayValue(side)}.`;
}

function sayValue({ value }: ConflictSide): string {
  switch (value.kind) {
    case 'value':
      return code(Array.isArray(value.value) ? value.value.join(', ') : String(value.value));
    case 'absent':
      return 'not in the request';
    case 'present':
      return 'in the request, value unknown';
  }
}
