'use client';

import { Plus } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { OutcomeMark } from '@/components/ui/outcome-mark';
import type { Outcome } from '@/components/ui/outcome-shapes';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly, type Level } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { LevelledType } from '@/lib/diagnosis/edit-policies';
import type { LayerOutcome } from '@/lib/evaluation/verdict';
import { showEditor } from './add-policy';
import { InPlaceInput } from './in-place-input';
import { PolicyList } from './policy-list';

const OUTCOMES = {
  allows: 'allows',
  explicitDeny: 'denies',
  implicitDeny: 'doesNotAllow',
  notApplicable: 'notApplicable',
  unknown: 'depends',
} as const satisfies Record<LayerOutcome, Outcome>;

interface LevelPanelProps {
  readonly type: LevelledType;
  readonly level: Level;
}

/** One level of the organization with the policies attached there. */
export function LevelPanel({ type, level }: LevelPanelProps) {
  const id = useId();
  const readOnly = useWorkspace(isReadOnly);
  const { renameLevel, addPolicy } = useWorkspace.getState();
  const outcome = useLevelOutcome(type, level.label);
  const label = level.label ?? '';
  const add = () => {
    const key = addPolicy({ type, ...(level.label !== undefined && { attachedTo: level.label }) });
    if (key !== undefined) showEditor(key);
  };
  return (
    <section aria-labelledby={id} className="border-line border-l-2 pl-3 mid:pl-4">
      <div className="mb-2 flex items-center gap-2">
        <h4 id={id} className="sr-only">
          Level {label || 'without a name'}
        </h4>
        <span aria-hidden className="text-small text-text-muted">
          Level
        </span>
        <InPlaceInput
          label="Name of this level"
          value={label}
          readOnly={readOnly}
          placeholder="Root, an OU, or the account"
          onChange={(value) => renameLevel(type, level.label, value)}
          className="font-strong"
        />
        {outcome && (
          <span className="ml-auto shrink-0 text-small">
            <OutcomeMark outcome={outcome} className="size-3.5" />
          </span>
        )}
      </div>
      <PolicyList entries={level.policies} />
      {!readOnly && (
        <Button
          size="small"
          look="quiet"
          className="-ml-2 mt-2 font-normal!"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={add}
        >
          {type === 'scp' ? 'Add an SCP at this level' : 'Add an RCP at this level'}
        </Button>
      )}
    </section>
  );
}

function useLevelOutcome(type: LevelledType, label: string | undefined): Outcome | undefined {
  const { diagnosis } = useWizard();
  const layer = diagnosis?.verdict.layers.find((candidate) => candidate.type === type);
  const level = layer?.levels?.find((candidate) => candidate.attachedTo === (label ?? '').trim());
  return level && OUTCOMES[level.outcome];
}
