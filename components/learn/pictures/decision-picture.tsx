import { OutcomeMark } from '@/components/ui/outcome-mark';
import type { Outcome } from '@/components/ui/outcome-shapes';

/** Two questions, three ends. */
export function DecisionPicture() {
  return (
    <figure aria-labelledby="decision" className="max-w-prose">
      <ol className="ml-1.5 border-line-control border-l-2 pl-5">
        {ENDS.map(({ question, outcome, word }, place) => (
          <li
            key={question}
            className="relative grid gap-x-4 gap-y-0.5 pb-4 last:pb-0 mid:grid-cols-[minmax(0,1fr)_9rem]"
          >
            <span
              aria-hidden
              className={`-left-[27px] absolute top-[0.4em] size-3 rounded-full border-2 border-text ${place === ENDS.length - 1 ? 'bg-text' : 'bg-surface'}`}
            />
            <span className="font-strong">{question}</span>
            <OutcomeMark outcome={outcome} word={word} />
          </li>
        ))}
      </ol>
      <figcaption id="decision" className="mt-3 text-small text-text-muted">
        One Deny that matches ends it. After that, every Allow that is needed has to be there.
      </figcaption>
    </figure>
  );
}

const ENDS: readonly { readonly question: string; readonly outcome: Outcome; readonly word: string }[] = [
  { question: 'If a Deny matches, in any policy', outcome: 'denies', word: 'Explicit deny' },
  { question: 'Else, if an Allow is missing that is needed', outcome: 'doesNotAllow', word: 'Implicit deny' },
  { question: 'Else', outcome: 'allows', word: 'Allowed' },
];
