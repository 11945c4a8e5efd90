'use client';

import { useRouter } from 'next/navigation';
import { CodeText } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import { OUTCOME_CLASSES } from '@/components/ui/outcome-shapes';
import { decisionWord, outcomeOfDecision } from '@/components/verdict/outcome-of';
import { handOff } from '@/components/workspace/handoff';
import { EXAMPLES, type Example } from '@/lib/diagnosis/examples';

/** All examples; a click opens one as a diagnosis of one's own. */
export function Gallery() {
  const router = useRouter();
  const open = async ({ id }: Example) => {
    const { EXAMPLE_DOCUMENTS } = await import('@/lib/diagnosis/example-documents');
    await handOff({ kind: 'document', document: EXAMPLE_DOCUMENTS[id] });
    router.push('/diagnose');
  };
  return (
    <ul className="grid gap-x-8 mid:grid-cols-2">
      {EXAMPLES.map((example) => (
        <li key={example.id} className="flex border-line border-t">
          <button
            type="button"
            onClick={() => void open(example)}
            className="group/example flex w-full gap-3 rounded-control py-4 text-left focus-visible:-outline-offset-2"
          >
            <OutcomeShape outcome={outcomeOfDecision(example.expected.decision)} className="mt-[0.2em] size-5" />
            <span className="min-w-0">
              <span className="block font-strong group-hover/example:underline group-hover/example:underline-offset-[3px]">
                {example.title}
              </span>
              <span className="block text-text-muted">
                <CodeText>{example.sentence}</CodeText>
              </span>
              <span
                className={`block text-small ${OUTCOME_CLASSES[outcomeOfDecision(example.expected.decision)].text}`}
              >
                {outcomeLine(example)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function outcomeLine({ expected: { decision, deniedBy } }: Example): string {
  const [by] = deniedBy;
  if (decision === 'undetermined') return 'Depends: one fact is missing';
  return by === undefined ? decisionWord(decision) : `${decisionWord(decision)}: ${WHERE[by]}`;
}

const WHERE = {
  rcp: 'an RCP denies it',
  scp: 'an SCP stops it',
  endpoint: 'the VPC endpoint policy stops it',
  resource: 'the resource’s policy does not allow it',
  identity: 'no policy of the caller allows it',
  boundary: 'the boundary does not allow it',
  session: 'the session policy does not allow it',
} satisfies Record<Example['expected']['deniedBy'][number], string>;
