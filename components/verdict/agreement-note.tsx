import { Check, CircleHelp, TriangleAlert } from 'lucide-react';
import { CodeText } from '@/components/ui/code-text';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Agreement } from '@/lib/explanation/agreement';
import { VerdictSection } from './verdict-section';

/** What AWS's own words say, and whether that fits. */
export function AgreementNote({ diagnosis: { agreement } }: { readonly diagnosis: Diagnosis }) {
  const { status, reason } = agreement;
  if (status === 'noEvidence') return null;
  const { title, Icon } = SAID[status];
  return (
    <VerdictSection title={title}>
      <div className="flex gap-2">
        <Icon aria-hidden className="mt-[0.22em] size-4 shrink-0 text-text-muted" />
        <p className="min-w-0">
          <CodeText>{reason}</CodeText>
        </p>
      </div>
    </VerdictSection>
  );
}

const SAID = {
  agrees: { title: 'AWS’s message agrees', Icon: Check },
  contradicts: { title: 'AWS’s message says otherwise', Icon: TriangleAlert },
  cannotTell: { title: 'AWS’s message', Icon: CircleHelp },
} as const satisfies Record<Exclude<Agreement['status'], 'noEvidence'>, unknown>;
