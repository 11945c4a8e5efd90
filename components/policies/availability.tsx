'use client';

import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { type Availability as Answer, availabilityOf } from '@/lib/diagnosis/edit';
import type { PolicyType } from '@/lib/iam/policy-type';
import { typeTexts } from './type-texts';

interface AvailabilityProps {
  readonly type: PolicyType;
  /** How many policies of the type are there. */
  readonly count: number;
}

/** "Is this all?": whether what is not there is known not to exist, may exist, or plays no part. */
export function Availability({ type, count }: AvailabilityProps) {
  const id = useId();
  const answer = useWorkspace((state) => availabilityOf(state.document, type));
  const readOnly = useWorkspace(isReadOnly);
  const { setAvailability } = useWorkspace.getState();
  const options = optionsFor(type, count);
  return (
    <fieldset disabled={readOnly} className="mt-4 min-w-0">
      <legend className="float-left mr-3 py-1 text-small text-text-muted">
        {count > 0 ? 'Is this all?' : 'Nothing to paste?'}
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'target relative inline-flex cursor-pointer items-center rounded-full border px-3 py-0.5 text-small transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              option.value === answer
                ? 'border-text bg-surface-sunken font-strong'
                : 'border-line-control text-text-muted hover:text-text',
            )}
          >
            <input
              type="radio"
              name={id}
              checked={option.value === answer}
              onChange={() => setAvailability(type, option.value)}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
      {count > 0 && answer === 'notApplicable' && (
        <p className="mt-1.5 text-small text-text-muted">
          What is here is left out of the decision as long as this is chosen.
        </p>
      )}
    </fieldset>
  );
}

function optionsFor(type: PolicyType, count: number): readonly { readonly value: Answer; readonly label: string }[] {
  const { none } = typeTexts(type);
  return count > 0
    ? [
        { value: 'given', label: 'Yes, all of it' },
        { value: 'incomplete', label: 'No, some is missing' },
        { value: 'notApplicable', label: 'Does not apply' },
      ]
    : [
        { value: 'given', label: 'Not looked yet' },
        { value: 'incomplete', label: 'I can’t see them' },
        { value: 'notApplicable', label: none },
      ];
}
