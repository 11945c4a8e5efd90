import { LoaderCircle } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { ExternalLink } from '@/components/ui/link';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Missing } from '@/lib/guidance/missing';
import { HeadlineText } from './headline-text';
import { nextThing } from './next-thing';
import { outcomeOfVerdict, verdictWord } from './outcome-of';
import type { VerdictActions } from './verdict-actions';

interface VerdictHeadlineProps {
  readonly diagnosis: Diagnosis;
  readonly missing: readonly Missing[];
  readonly actions: VerdictActions;
  /** A newer verdict is on its way. */
  readonly busy: boolean;
}

/** The answer: the largest text on the page. It keeps its height while its words change. */
export function VerdictHeadline({ diagnosis, missing, actions, busy }: VerdictHeadlineProps) {
  const { verdict, headline, summary, owner, documentation } = diagnosis;
  const next = nextThing(diagnosis, missing, actions);
  const outcome = outcomeOfVerdict(verdict);
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex min-h-[2lh] items-start gap-2.5 text-title @min-[36rem]:min-h-[1lh] @min-[44rem]:text-display">
        {busy ? (
          <LoaderCircle aria-hidden className="mt-[0.15lh] size-[0.7lh] shrink-0 animate-spin text-text-muted" />
        ) : (
          <OutcomeShape outcome={outcome} className="mt-[0.15lh] size-[0.7lh]" />
        )}
        <h2 className="min-w-0">
          <HeadlineText outcome={outcome} word={verdictWord(verdict)}>
            {headline}
          </HeadlineText>
        </h2>
      </div>
      <p className="min-h-[3lh] max-w-prose @min-[36rem]:min-h-[2lh]">
        <CodeText>{summary}</CodeText>
      </p>
      {owner && (
        <p className="text-small text-text-muted">
          Who can change it: <CodeText>{owner}</CodeText>
        </p>
      )}
      {(next || documentation) && (
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          {next && (
            <Button
              look={verdict.decision === 'allowed' && next.label === 'Show the statement' ? 'secondary' : 'primary'}
              onClick={next.run}
            >
              {next.label}
            </Button>
          )}
          {documentation && (
            <ExternalLink href={documentation} className="text-small">
              AWS’s page on this rule
            </ExternalLink>
          )}
        </div>
      )}
    </div>
  );
}
