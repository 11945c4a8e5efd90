'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { useWizard } from '@/components/wizard/wizard-context';
import { useWorkspace } from '@/components/workspace/store';
import { managedPolicyArns } from '@/lib/catalog/managed-policies';
import { evidenceParts } from '@/lib/diagnosis/edit';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import type { PolicyType } from '@/lib/iam/policy-type';
import { takeAwsManaged } from './take-aws-managed';

/** AWS's own policies that a pasted message or list names and that are not here yet: one click adds them. */
export function OfferedAwsManaged({ type }: { readonly type: PolicyType }) {
  const document = useWorkspace((state) => state.document);
  const report = useWizard().diagnosis?.report;
  const offered = useMemo(() => {
    const here = new Set(policiesOf(document).map((policy) => policy.arn));
    const named = managedPolicyArns(
      evidenceParts(document)
        .map((part) => part.text)
        .join('\n'),
    );
    // AWS says of one what it is; the others of a list are attached to the caller.
    const typeOf = (arn: string) => (report?.policyArn === arn ? report.policyType : undefined) ?? 'identity';
    return named.filter((arn) => !here.has(arn) && typeOf(arn) === type);
  }, [document, report, type]);
  if (offered.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="text-small text-text-muted">
        What you pasted names {offered.length === 1 ? 'a policy' : 'policies'} of AWS’s own:
      </p>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {offered.map((arn) => (
          <li key={arn}>
            <Button
              size="small"
              icon={<Plus aria-hidden className="size-4" />}
              onClick={() => void takeAwsManaged(arn, type)}
            >
              Add {arn.slice(arn.lastIndexOf('/') + 1)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
