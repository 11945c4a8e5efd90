'use client';

import { ConflictSides } from '@/components/evidence/conflict-sides';
import { handsFocusOn } from '@/components/ui/hands-focus-on';
import { useWizard } from '@/components/wizard/wizard-context';

/** What sources state differently, shown where the fact stands. */
export function FactConflict({ path }: { readonly path: string }) {
  const { diagnosis } = useWizard();
  const conflict = diagnosis?.conflicts.find((candidate) => candidate.path === path);
  if (conflict === undefined) return null;
  return (
    <section
      aria-label="What the sources say"
      ref={handsFocusOn}
      className="mt-1 rounded-control bg-depends-fill px-2 py-1.5"
    >
      <ConflictSides conflict={conflict} />
    </section>
  );
}
