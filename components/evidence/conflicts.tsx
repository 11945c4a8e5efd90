'use client';

import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { useWorkspace } from '@/components/workspace/store';
import type { FactConflict } from '@/lib/diagnosis/merge-evidence';
import { code } from '@/lib/text/wording';

/** Where the message and what stands in the request disagree: nothing is replaced before the person says so. */
export function Conflicts() {
  const conflicts = useWorkspace((state) => state.conflicts);
  const { settle } = useWorkspace.getState();
  if (conflicts.length === 0) return null;
  const paths = conflicts.map((conflict) => conflict.path);
  return (
    <div className="rounded-panel border border-depends-line bg-depends-fill px-4 py-3">
      <h3 className="font-strong text-base">The message says something else than the request</h3>
      <ul className="mt-1 space-y-1">
        {conflicts.map((conflict) => (
          <li key={conflict.path}>
            <CodeText>{sayConflict(conflict)}</CodeText>
          </li>
        ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button size="small" onClick={() => settle(paths, 'stated')}>
          Use what the message says
        </Button>
        <Button size="small" look="quiet" onClick={() => settle(paths, 'current')}>
          Keep what is there
        </Button>
      </div>
    </div>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  'request.principal': 'Caller',
  'request.action': 'Action',
  'request.resource': 'Resource',
  'request.resourceAccount': 'Account of the resource',
};

function sayConflict({ path, current, stated }: FactConflict): string {
  const name = NAMES[path] ?? code(path.replace('request.context.', ''));
  return `${name}: the message says ${printed(stated)}, the request has ${printed(current)}.`;
}

function printed(value: FactConflict['stated']): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text === '' ? 'that it is absent' : code(text);
}
