import { Button } from '@/components/ui/button';
import { OutcomeShape } from '@/components/ui/outcome-mark';

/** What stands in the verdict's place before there is a policy. */
export function EmptyCheck({ onExample }: { readonly onExample: () => void }) {
  return (
    <div className="flex max-w-prose flex-col items-start gap-3">
      <p className="flex items-center gap-2.5 font-strong text-title">
        <OutcomeShape outcome="notGiven" className="size-5" />
        Paste a policy
      </p>
      <p>
        With one policy, and who tried what on which resource, the answer stands here at once: allowed, denied, or what
        it depends on. The statement that decides lights up.
      </p>
      <Button look="primary" onClick={onExample}>
        Fill in an example
      </Button>
    </div>
  );
}
