'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { entriesOf, isReadOnly, levelsOf } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { LevelledType } from '@/lib/diagnosis/edit-policies';
import { showEditor } from './add-policy';
import { Availability } from './availability';
import { LevelPanel } from './level-panel';
import { PasteWell } from './paste-well';
import { typeTexts } from './type-texts';

/** SCPs or RCPs by the place where they are attached: every level must allow. */
export function LevelSection({ type }: { readonly type: LevelledType }) {
  const document = useWorkspace((state) => state.document);
  const keys = useWorkspace((state) => state.policyKeys);
  const readOnly = useWorkspace(isReadOnly);
  const entries = useMemo(() => entriesOf(document, keys, type), [document, keys, type]);
  const levels = useMemo(() => levelsOf(entries), [entries]);
  const texts = typeTexts(type);
  const none = entries.length === 0;
  return (
    <div>
      <h3 className="font-strong text-base">{texts.heading}</h3>
      {none && (
        <p className="mt-1 max-w-prose text-text-muted">
          <CodeText>{texts.empty}</CodeText>
        </p>
      )}
      {levels.length > 0 && (
        <div className="mt-3 space-y-5">
          {levels.map((level) => (
            <LevelPanel key={level.policies[0]?.key} type={type} level={level} />
          ))}
        </div>
      )}
      {!readOnly && (
        <div className="mt-3 space-y-3">
          <AddLevel type={type} taken={levels.map((level) => level.label ?? '')} />
          {none && type === 'scp' && <PasteWell policy={{ type }} label={texts.paste} />}
        </div>
      )}
      <Availability type={type} count={entries.length} />
    </div>
  );
}

interface AddLevelProps {
  readonly type: LevelledType;
  readonly taken: readonly string[];
}

/** Offers the levels that an organization has and that are not there yet. */
function AddLevel({ type, taken }: AddLevelProps) {
  const { addLevel } = useWorkspace.getState();
  const labels = ['Root', freeLabel('OU', taken), 'Account'].filter((label) => !taken.includes(label));
  const add = (label: string) => {
    const key = addLevel(type, label);
    if (key !== undefined) showEditor(key);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="float-left mr-1.5 py-1 text-small text-text-muted">Add a level:</legend>
      {labels.map((label) => (
        <Button key={label} size="small" icon={<Plus aria-hidden className="size-4" />} onClick={() => add(label)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function freeLabel(wanted: string, taken: readonly string[]): string {
  let label = wanted;
  for (let number = 2; taken.includes(label); number++) label = `${wanted} ${number}`;
  return label;
}
