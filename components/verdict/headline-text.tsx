import { classes } from '@/components/ui/classes';
import { Name } from '@/components/ui/code-text';
import { OUTCOME_CLASSES, type Outcome } from '@/components/ui/outcome-shapes';
import { sentenceParts } from '@/components/ui/sentence';

interface HeadlineTextProps {
  readonly outcome: Outcome;
  /** "Denied", "Allowed": coloured where the headline begins with it, else said to screen readers. */
  readonly word: string;
  readonly children: string;
}

const SHORT_NAME = 28;

/** A headline with its names in code; a short name stays in one line. */
export function HeadlineText({ outcome, word, children }: HeadlineTextProps) {
  const begins = children.startsWith(word);
  const parts = sentenceParts(begins ? children.slice(word.length) : children);
  return (
    <>
      {begins ? (
        <span className={OUTCOME_CLASSES[outcome].text}>{word}</span>
      ) : (
        <span className="sr-only">{`${word}: `}</span>
      )}
      {parts.map(({ text, code }, place) =>
        code ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one headline have no other identity.
          <code key={place} className={classes('font-normal', text.length <= SHORT_NAME && 'whitespace-nowrap')}>
            {text.length <= SHORT_NAME ? text : <Name>{text}</Name>}
          </code>
        ) : (
          text
        ),
      )}
    </>
  );
}
