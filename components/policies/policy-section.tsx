'use client';

import { useMemo } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { entriesOf, isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { PolicyType } from '@/lib/iam/policy-type';
import { AddPolicy } from './add-policy';
import { Availability } from './availability';
import { PolicyList } from './policy-list';
import { typeTexts } from './type-texts';

interface PolicySectionProps {
  readonly type: PolicyType;
  /** Only where a step takes two types. */
  readonly headed?: boolean;
  /** Of several sections only one offers the primary button. */
  readonly primary?: boolean;
}

/** The policies of a type that knows no levels, and the answers that replace them. */
export function PolicySection({ type, headed, primary = true }: PolicySectionProps) {
  const document = useWorkspace((state) => state.document);
  const keys = useWorkspace((state) => state.policyKeys);
  const readOnly = useWorkspace(isReadOnly);
  const entries = useMemo(() => entriesOf(document, keys, type), [document, keys, type]);
  const texts = typeTexts(type);
  const none = entries.length === 0;
  return (
    <div>
      {headed && <h3 className="mb-1 font-strong text-base">{texts.heading}</h3>}
      {none && (
        <p className="mb-3 max-w-prose text-text-muted">
          <CodeText>{texts.empty}</CodeText>
        </p>
      )}
      <PolicyList entries={entries} />
      {!readOnly && (none || !texts.single) && (
        <div className={none ? '' : 'mt-4'}>
          <AddPolicy policy={{ type }} label={none ? texts.add : 'Add another'} first={none && primary} />
        </div>
      )}
      <Availability type={type} count={entries.length} />
    </div>
  );
}
