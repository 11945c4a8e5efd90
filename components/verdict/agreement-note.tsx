import { Check, CircleHelp, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import type { Agreement } from '@/lib/explanation/agreement';
import { typeInSentence } from '@/lib/explanation/wording';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface AgreementNoteProps {
  readonly agreement: Agreement;
  readonly actions: VerdictActions;
}

/** What AWS's own words say, and whether that fits. */
export function AgreementNote({ agreement: { status, reason, fetch }, actions: { openType } }: AgreementNoteProps) {
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
          {fetch && openType && (
            <Button size="small" className="mt-2" onClick={() => openType(fetch.type)}>
              {`Get the ${typeInSentence(fetch.type)}`}
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
