'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { managedPoliciesStore, useManagedPolicies } from '@/components/catalog/use-managed-policies';
import { Button } from '@/components/ui/button';
import type { PolicyType } from '@/lib/iam/policy-type';
import { sayDay } from '@/lib/text/day';
import { AWS_MANAGED_MISSING, addAwsManaged } from './take-aws-managed';

interface AwsManagedListProps {
  readonly type: PolicyType;
  readonly onAdded: () => void;
}

const MOST_SUGGESTIONS = 8;

/** AWS's managed policies, found by typing. Loaded when it is first asked for. */
export default function AwsManagedList({ type, onAdded }: AwsManagedListProps) {
  const state = useManagedPolicies();
  const [typed, setTyped] = useState('');
  if (state.status === 'failed') {
    return (
      <div role="alert" className="max-w-prose space-y-2 text-small">
        <p>{AWS_MANAGED_MISSING}</p>
        <Button size="small" onClick={() => void managedPoliciesStore.load()}>
          Try again
        </Button>
      </div>
    );
  }
  const policies = state.status === 'ready' ? state.value : undefined;
  const found = policies?.suggest(typed, MOST_SUGGESTIONS) ?? [];
  return (
    <Command label="Name or ARN of the AWS managed policy" shouldFilter={false} className="w-[22rem] max-w-full">
      <Command.Input
        autoFocus
        data-own-undo
        value={typed}
        onValueChange={setTyped}
        placeholder="Name or ARN, such as ReadOnlyAccess"
        className="h-9 w-full rounded-control border border-line-control bg-surface px-2.5 pointer-coarse:text-[1rem] placeholder:text-text-muted"
      />
      <Command.List label="AWS managed policies" className="mt-2 max-h-[40vh] overflow-auto">
        {policies && typed.trim() !== '' && (
          <Command.Empty className="px-2 py-1.5 text-small text-text-muted">
            No AWS managed policy is called that.
          </Command.Empty>
        )}
        {policies &&
          found.map((policy) => (
            <Command.Item
              key={policy.arn}
              value={policy.arn}
              onSelect={() => {
                onAdded();
                addAwsManaged(policies, policy, type);
              }}
              className="target cursor-pointer rounded-control px-2 py-1 data-[selected=true]:bg-surface-sunken data-[selected=true]:outline-2 data-[selected=true]:outline-accent data-[selected=true]:-outline-offset-2"
            >
              <span className="block break-words">{policy.name}</span>
              <span className="block text-small text-text-muted">
                {policy.version} of {sayDay(policy.date)}
              </span>
            </Command.Item>
          ))}
      </Command.List>
      <p className="mt-2 text-small text-text-muted">
        {policies
          ? `As of ${sayDay(policies.date)}, for the standard Regions. All of them were loaded at once, so nothing tells which one you look for.`
          : 'Loading AWS’s managed policies …'}
      </p>
    </Command>
  );
}
