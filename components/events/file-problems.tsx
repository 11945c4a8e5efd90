import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { DenialSummary } from '@/lib/cloudtrail/stream';
import { sayCount } from './say';

const SHOWN = 3;

/** What could not be read, file by file. */
export function FileProblems({ summary: { problems, moreProblems } }: { readonly summary: DenialSummary }) {
  if (problems.length === 0) return null;
  const rest = problems.slice(SHOWN);
  return (
    <section aria-label="What could not be read" className="rounded-panel border border-lacks-line bg-lacks-fill p-4">
      <ul className="space-y-1.5">
        {problems.slice(0, SHOWN).map(({ file, code, message }) => (
          <li key={`${file} ${code}`} className="wrap-anywhere">
            <CodeText>{message}</CodeText>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Disclosure className="mt-2" summary={`${sayCount(rest.length + moreProblems, 'more', 'more')} in other files`}>
          <ul className="space-y-1.5">
            {rest.map(({ file, code, message }) => (
              <li key={`${file} ${code}`} className="wrap-anywhere">
                <CodeText>{message}</CodeText>
              </li>
            ))}
            {moreProblems > 0 && <li>And {sayCount(moreProblems, 'problem', 'problems')} more that are not listed.</li>}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
