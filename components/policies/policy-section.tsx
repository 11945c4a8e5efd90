'use client';

import { useMemo } from 'react';
import { classes } from '@/components/ui/classes';
import { entriesOf, isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { PolicyType } from '@/lib/iam/policy-type';
import { AddAwsManaged } from './add-aws-managed';
import { AddPolicy } from './add-policy';
import { Availability } from './availability';
import { OfferedAwsManaged } from './offered-aws-managed';
import { PasteWell } from './paste-well';
import { PolicyList } from './policy-list';
import { AWS_MANAGED_TYPES } from './take-aws-managed';
import { typeTexts } from './type-texts';

interface PolicySectionProps {
  readonly type: PolicyType;
  /** Only where a step takes two types. */
  readonly headed?: boolean;
}

/** The policies of a type that knows no levels, and the answers that replace them. */
export function PolicySection({ type, headed }: PolicySectionProps) {
  const document = useWorkspace((state) => state.document);
  const keys = useWorkspace((state) => state.policyKeys);
  const readOnly = useWorkspace(isReadOnly);
  const entries = useMemo(() => entriesOf(document, keys, type), [document, keys, type]);
  const texts = typeTexts(type);
  const none = entries.length === 0;
  return (
    <div>
      {headed && <h3 className="font-strong text-base">{texts.heading}</h3>}
      {headed && none && <p className="mb-2 max-w-prose text-text-muted">{texts.empty}</p>}
      {none && !readOnly && <PasteWell policy={{ type }} label={texts.paste} />}
      <PolicyList entries={entries} />
      {!readOnly && <OfferedAwsManaged type={type} />}
      {!readOnly && (none || !texts.single) && (
        <div className={classes('flex flex-wrap items-center gap-1.5', none ? 'mt-2' : 'mt-4')}>
          {!none && <AddPolicy policy={{ type }} label="Add another" />}
          {AWS_MANAGED_TYPES.includes(type) && <AddAwsManaged type={type} />}
        </div>
      )}
      <Availability type={type} count={entries.length} />
    </div>
  );
}
