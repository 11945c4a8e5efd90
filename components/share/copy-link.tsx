'use client';

import { Check, Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useCopied } from '@/components/ui/use-copied';
import { makeLink } from './make-link';

/** Copies a link that holds the whole diagnosis in its fragment, which browsers never send. */
export function CopyLink() {
  const [state, copy] = useCopied();
  const onClick = () => {
    const link = makeLink();
    if (link !== undefined) copy(link);
  };
  const icon = state === 'copied' ? <Check aria-hidden className="size-4" /> : <Link2 aria-hidden className="size-4" />;
  return (
    <>
      <Button icon={icon} onClick={onClick} className="max-mid:w-11 max-mid:px-0">
        <span className="grid max-mid:sr-only">
          <span className="col-start-1 row-start-1">
            {state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied' : 'Copy link'}
          </span>
          <span aria-hidden className="invisible col-start-1 row-start-1">
            Copy link
          </span>
        </span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' ? 'Link copied' : state === 'failed' ? FAILED : ''}
      </span>
    </>
  );
}

const FAILED = 'The browser did not allow copying. Export the diagnosis as a file instead.';
