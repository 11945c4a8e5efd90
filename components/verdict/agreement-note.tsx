import { Check, CircleHelp, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Agreement } from '@/lib/explanation/agreement';
import { typeInSentence } from '@/lib/explanation/wording';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface AgreementNoteProps {
  readonly diagnosis: Diagnosis;
  readonly actions: VerdictActions;
}

/** What AWS's own words say, and whether that fits. */
export function AgreementNote({ diagnosis: { agreement, verdict }, actions: { openType } }: AgreementNoteProps) {
  const { status, reason, fetch } = agreement;
  if (status === 'noEvidence') return null;
  const { title, Icon } = SAID[status];
  return (
    <VerdictSection title={title}>
      <div className="flex gap-2">
        <Icon aria-hidden className="mt-[0.22em] size-4 shrink-0 text-text-muted" />
        <div className="min-w-0">
          <p>
            <CodeText>{reason}</CodeText>
          </p>
          {/* Where nothing here denies it, this is the next thing to do, and stands beside the headline. */}
          {fetch && openType && verdict.deniedBy.length > 0 && (
            <Button size="small" className="mt-2" onClick={() => openType(fetch.type)}>
              {`Paste the ${typeInSentence(fetch.type)}`}
            </Button>
          )}
        </div>
      </div>
    </VerdictSection>
  );
}

const SAID = {
  agrees: { title: 'AWS’s message agrees', Icon: Check },
  contradicts: { title: 'AWS’s message says otherwise', Icon: TriangleAlert },
  cannotTell: { title: 'AWS’s message', Icon: CircleHelp },
} as const satisfies Record<Exclude<Agreement['status'], 'noEvidence'>, unknown>;
