import { classes } from '@/components/ui/classes';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { OUTCOME_WORDS } from '@/components/ui/outcome-shapes';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Step } from '@/lib/guidance/step';
import { STEP_LIST_NAMES, STEP_OUTCOMES, STEP_SHORT_NAMES } from './step-shapes';

interface ChecklistItemProps {
  readonly step: Step;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** A step in the checklist: shape, number and name, and in a muted line what is known. */
export function ChecklistItem({ step, current, onOpen }: ChecklistItemProps) {
  const outcome = STEP_OUTCOMES[step.state];
  return (
    <button
      type="button"
      aria-current={current ? 'step' : undefined}
      onClick={onOpen}
      className={classes(
        'target relative flex w-full min-w-0 transition-colors focus-visible:-outline-offset-2',
        'max-wide:flex-col max-wide:items-center max-wide:gap-1 max-wide:px-0.5 max-wide:pt-2.5 max-wide:pb-2',
        'wide:gap-2.5 wide:rounded-control wide:px-2.5 wide:py-1.5 wide:text-left',
        current
          ? 'max-wide:shadow-[inset_0_-2px_0_var(--color-accent)] wide:bg-accent-fill'
          : 'hover:bg-surface-sunken',
      )}
    >
      <OutcomeShape outcome={outcome} className="size-[1.15rem] wide:mt-[0.15rem]" />
      <span className="min-w-0 flex-1 max-wide:hidden">
        <span className={classes('flex items-baseline gap-1.5', current && 'font-strong')}>
          <span className="w-[0.6rem] text-text-muted">{step.number}</span>
          <span className="truncate">{STEP_LIST_NAMES[step.id] ?? step.title}</span>
        </span>
        <span className="block truncate pl-4 text-small text-text-muted">
          <VisuallyHidden>. {OUTCOME_WORDS[outcome]}. </VisuallyHidden>
          <CodeText>{step.known}</CodeText>
        </span>
        {step.pointed && (
          <span className="mt-0.5 ml-4 inline-block rounded-full bg-accent px-2 text-[0.75rem] text-on-accent leading-[1.25rem]">
            {step.hint ?? 'AWS points here'}
          </span>
        )}
      </span>
      <span className="wide:hidden">
        <VisuallyHidden>
          {`${step.number} ${step.title}. ${OUTCOME_WORDS[outcome]}. ${step.known.replaceAll('`', '')}${step.pointed ? `. ${step.hint ?? ''}` : ''}`}
        </VisuallyHidden>
        <span
          aria-hidden
          className={classes('block text-small', current ? 'font-strong text-text' : 'text-text-muted')}
        >
          {step.number} <span className="max-mid:hidden">{STEP_SHORT_NAMES[step.id]}</span>
        </span>
      </span>
      {step.pointed && (
        <span
          aria-hidden
          className="absolute top-1.5 left-[calc(50%+0.5rem)] size-2 rounded-full bg-accent wide:hidden"
        />
      )}
    </button>
  );
}
