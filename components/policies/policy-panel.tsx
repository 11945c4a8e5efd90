'use client';

import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { PolicyEditor } from '@/components/editor/policy-editor';
import { useEditorHelp } from '@/components/language/use-editor-help';
import { classes } from '@/components/ui/classes';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { OUTCOME_CLASSES, OUTCOME_WORDS } from '@/components/ui/outcome-shapes';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly, type PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { awsVersionOf, isEdited } from '@/lib/diagnosis/edit-policies';
import { POLICY_TYPE_SHORT_NAMES } from '@/lib/iam/policy-type';
import { sayDay } from '@/lib/text/day';
import { Attachment } from './attachment';
import { DropTarget } from './drop-target';
import { InPlaceInput } from './in-place-input';
import { isFullAccess } from './is-full-access';
import { OpenReferences } from './open-references';
import { PolicyDetails } from './policy-details';
import { PolicyMenu } from './policy-menu';
import { usePolicy } from './use-policy';
import { useUndoText } from './use-undo-text';

interface PolicyPanelProps {
  readonly entry: PolicyEntry;
  /** The only policy of its list. */
  readonly alone: boolean;
}

/** One policy: its name and mark always, its editor and details when open. */
export function PolicyPanel({ entry, alone }: PolicyPanelProps) {
  const { key, policy } = entry;
  const id = useId();
  const selected = useWorkspace((state) => state.selected === key);
  const jump = useWorkspace((state) => (state.jump?.policyKey === key ? state.jump.count : undefined));
  const readOnly = useWorkspace(isReadOnly);
  const { renamePolicy, setPolicyText, restoreOriginal } = useWorkspace.getState();
  const [details, setDetails] = useState(false);
  const { text, outcome, marks, problems, reveal } = usePolicy(entry);
  // Of several policies those stand open at first that say something about this request. Later nothing opens or closes
  // unless one asks for it.
  const [open, setOpen] = useState(marks.length > 0 || text === '' || ((alone || selected) && !isFullAccess(policy)));
  const undo = useUndoText(key);
  const { about } = useWizard();
  const help = useEditorHelp(text, policy.type, about);
  const name = policy.name ?? '';
  const awsVersion = awsVersionOf(policy);

  useEffect(() => {
    if (jump !== undefined) setOpen(true);
  }, [jump]);

  return (
    <DropTarget onText={(dropped) => setPolicyText(key, dropped)} disabled={readOnly}>
      <section aria-label={`${POLICY_TYPE_SHORT_NAMES[policy.type]} ${name}`} className="min-w-0">
        <div className="flex items-center gap-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={`${id}-body`}
            aria-label={`${open ? 'Close' : 'Open'} ${name}`}
            onClick={() => setOpen(!open)}
            className="target -ml-1.5 inline-flex size-7 shrink-0 items-center justify-center rounded-control text-text-muted hover:bg-surface-sunken"
          >
            <ChevronRight aria-hidden className={classes('size-4 transition-transform', open && 'rotate-90')} />
          </button>
          <OutcomeShape outcome={outcome} />
          <InPlaceInput
            label="Name of this policy"
            value={name}
            readOnly={readOnly}
            onChange={(value) => renamePolicy(key, value)}
            className="font-strong"
          />
          <span className={classes('ml-auto shrink-0 pl-2 text-small', OUTCOME_CLASSES[outcome].text)}>
            {OUTCOME_WORDS[outcome]}
          </span>
          {!readOnly && <PolicyMenu entry={entry} details={details} onDetails={() => setDetails(!details)} />}
        </div>
        {policy.type === 'identity' && open && <Attachment entry={entry} />}
        {details && <PolicyDetails entry={entry} onClose={() => setDetails(false)} />}
        <div id={`${id}-body`} hidden={!open} className="mt-1.5">
          {open && (
            <PolicyEditor
              text={text}
              label={`Text of ${name}`}
              marks={marks}
              readOnly={readOnly}
              placeholder="Paste the policy’s JSON here, or drop a file"
              onChange={(changed) => setPolicyText(key, changed)}
              onUndo={undo.undo}
              onRedo={undo.redo}
              revealRange={reveal}
              help={help}
            />
          )}
          {!readOnly && open && <OpenReferences entry={entry} />}
          {isEdited(policy) && !readOnly && (
            <p className="mt-1.5 text-small text-text-muted">
              Edited since it was pasted.{' '}
              <button
                type="button"
                onClick={() => restoreOriginal(key)}
                className="target-inline rounded-sm text-accent underline underline-offset-[3px] hover:text-accent-strong"
              >
                Undo all edits
              </button>
            </p>
          )}
          {awsVersion && (
            <p className="mt-1.5 text-small text-text-muted">
              As AWS published it: version {awsVersion.version} of {sayDay(awsVersion.date)}.
            </p>
          )}
          {problems.map((problem) => (
            <p key={problem.message} className="mt-1 text-denies-text text-small">
              <CodeText>{problem.message}</CodeText>
            </p>
          ))}
        </div>
      </section>
    </DropTarget>
  );
}
