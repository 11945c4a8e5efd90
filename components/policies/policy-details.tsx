'use client';

import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useWizard } from '@/components/wizard/wizard-context';
import type { PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { stepOfPolicyType } from '@/lib/guidance/step';
import { POLICY_TYPE_SHORT_NAMES, POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';

interface PolicyDetailsProps {
  readonly entry: PolicyEntry;
  readonly onClose: () => void;
}

const TYPE_OPTIONS = POLICY_TYPES.map((type) => ({ value: type, label: POLICY_TYPE_SHORT_NAMES[type] }));

/** Type, level and ARN of a policy: rarely needed, so they stand behind its menu. */
export function PolicyDetails({ entry, onClose }: PolicyDetailsProps) {
  const { key, policy } = entry;
  const { openStep } = useWizard();
  const { setPolicyType, setPolicyArn, setAttachedTo, select } = useWorkspace.getState();
  const changeType = (type: PolicyType) => {
    setPolicyType(key, type);
    select(key);
    openStep(stepOfPolicyType(type));
  };
  return (
    <div className="my-2 grid gap-3 rounded-control border border-line p-3 mid:grid-cols-2">
      <SelectField label="Type" value={policy.type} options={TYPE_OPTIONS} onChange={changeType} />
      {(policy.type === 'scp' || policy.type === 'rcp') && (
        <TextField
          label="Level"
          placeholder="Root, an OU, or the account"
          value={policy.attachedTo ?? ''}
          onChange={(value) => setAttachedTo(key, value)}
        />
      )}
      <TextField
        code
        label="ARN"
        hint="AWS’s messages name policies by it."
        placeholder="arn:aws:iam::111122223333:policy/NAME"
        value={policy.arn ?? ''}
        onChange={(value) => setPolicyArn(key, value)}
      />
      <div className="flex items-end justify-end mid:col-span-2">
        <Button size="small" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}
