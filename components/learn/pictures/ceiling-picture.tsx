import { Name } from '@/components/ui/code-text';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Outcome } from '@/components/ui/outcome-shapes';

/** What a user's policies allow, what the boundary allows, and what both do. */
export function CeilingPicture() {
  return (
    <figure aria-labelledby="ceiling" className="max-w-prose text-small">
      <div aria-hidden className="mb-1 flex justify-between gap-4 font-strong">
        <span>Its own policies allow</span>
        <span className="text-right">The boundary allows</span>
      </div>
      <div className="grid grid-cols-3">
        <div
          aria-hidden
          className="col-start-1 col-end-3 row-start-1 mb-2.5 rounded-panel border-2 border-line-control"
        />
        <div
          aria-hidden
          className="col-start-2 col-end-4 row-start-1 mt-2.5 rounded-panel border-2 border-line-control border-dashed"
        />
        {ACTIONS.map(({ action, outcome, where }, place) => (
          <p
            key={action}
            style={{ gridColumn: place + 1 }}
            className="row-start-1 flex min-w-0 flex-col items-start gap-1 px-2.5 py-6 mid:px-4"
          >
            <OutcomeShape outcome={outcome} className="size-5" />
            <code>
              <Name>{action}</Name>
            </code>
            <span className="text-text-muted">{where}</span>
          </p>
        ))}
      </div>
      <figcaption id="ceiling" className="mt-3 text-text-muted">
        Only what both allow can be done. Neither an Allow beyond the boundary nor the boundary alone is enough.
      </figcaption>
    </figure>
  );
}

const ACTIONS: readonly { readonly action: string; readonly outcome: Outcome; readonly where: string }[] = [
  { action: 's3:GetObject', outcome: 'doesNotAllow', where: 'Denied: beyond the boundary' },
  { action: 'sns:Publish', outcome: 'allows', where: 'Allowed by both' },
  { action: 'kms:Decrypt', outcome: 'doesNotAllow', where: 'Denied: never granted' },
];
