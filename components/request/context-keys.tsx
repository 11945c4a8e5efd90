'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { AddKey } from './add-key';
import { KeyTag } from './key-tag';
import { statedKeys } from './stated-keys';

/** The condition keys of the request as tags: what was stated first, what follows from the rest behind a fold. */
export function ContextKeys() {
  const { diagnosis } = useWizard();
  const document = useWorkspace((state) => state.document);
  const readOnly = useWorkspace(isReadOnly);
  const [adding, setAdding] = useState(false);
  const keys = statedKeys(document);
  const derived = (diagnosis?.facts ?? []).filter(
    (fact) => fact.path.startsWith('request.context.') && (fact.source === 'derived' || fact.source === 'assumed'),
  );
  return (
    <div>
      <h3 className="font-normal text-small text-text-muted">Condition keys</h3>
      {keys.length > 0 && (
        <ul className="mt-1 space-y-1">
          {keys.map((stated) => (
            <KeyTag key={stated.key} stated={stated} />
          ))}
        </ul>
      )}
      {adding ? (
        <AddKey onDone={() => setAdding(false)} />
      ) : (
        !readOnly && (
          <Button
            size="small"
            look="quiet"
            className="mt-1 -ml-2.5 text-text-muted"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setAdding(true)}
          >
            Add a key
          </Button>
        )
      )}
      {derived.length > 0 && (
        <Disclosure
          className="mt-1 text-small"
          summary={<span className="text-text-muted">{derived.length} more follow from the request</span>}
        >
          <dl className="space-y-1.5">
            {derived.map((fact) => (
              <div key={fact.path}>
                <dt className="wrap-anywhere text-text-muted">
                  {fact.label}
                  {fact.source === 'assumed' && ' (assumed)'}
                </dt>
                <dd className="wrap-anywhere font-mono">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  );
}
