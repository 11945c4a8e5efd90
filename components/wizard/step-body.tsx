'use client';

import { MessageStep } from '@/components/evidence/message-step';
import { LevelSection } from '@/components/policies/level-section';
import { PolicySection } from '@/components/policies/policy-section';
import { UsagePanel } from '@/components/policies/usage-panel';
import type { StepId } from '@/lib/guidance/step';
import { SourceStep } from './source-step';

/** Where the person answers a step's question. */
export function StepBody({ id }: { readonly id: StepId }) {
  switch (id) {
    case 'source':
      return <SourceStep />;
    case 'identity':
      return (
        <>
          <PolicySection type="identity" />
          <UsagePanel />
        </>
      );
    case 'organization':
      return (
        <div className="space-y-9">
          <LevelSection type="scp" />
          <LevelSection type="rcp" />
        </div>
      );
    case 'resource':
      return <PolicySection type="resource" />;
    case 'boundary':
      return <PolicySection type="boundary" />;
    case 'message':
      return <MessageStep />;
    case 'session':
      return (
        <div className="space-y-9">
          <PolicySection type="session" headed />
          <PolicySection type="endpoint" headed />
        </div>
      );
  }
}
