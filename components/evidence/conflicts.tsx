'use client';

import { CodeText } from '@/components/ui/code-text';
import { handsFocusOn } from '@/components/ui/hands-focus-on';
import { useWizard } from '@/components/wizard/wizard-context';
import type { FactConflict } from '@/lib/diagnosis/conflicts';
import { code } from '@/lib/text/wording';
import { ConflictSides } from './conflict-sides';

/** Where two sources disagree about the request: nothing is replaced before the person says so. */
export function Conflicts() {
  const { diagnosis } = useWizard();
  const conflicts = diagnosis?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section aria-label="Conflicts" className="rounded-panel border border-depends-line bg-depends-fill px-4 py-3">
      <h3 className="font-strong text-base">The sources disagree</h3>
      <ul className="mt-1.5 space-y-3">
        {conflicts.map((conflict) => (
          <li key={conflict.path} ref={handsFocusOn}>
            <p className="text-small text-text-muted">
              <CodeText>{nameOf(conflict)}</CodeText>
            </p>
            <ConflictSides conflict={conflict} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const NAMES = {
  principal: 'Caller',
  action: 'Action',
  resource: 'Resource',
  resourceAccount: 'Account of the resource',
} as const;

function nameOf({ subject }: FactConflict): string {
  return subject.kind === 'field' ? NAMES[subject.field] : code(subject.key);
}
