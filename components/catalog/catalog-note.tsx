'use client';

import { catalogStore, useCatalog } from '@/components/catalog/use-catalog';
import { Button } from '@/components/ui/button';
import { sayDay } from '@/lib/text/day';

const FAILURES = {
  unreachable: 'The details of AWS’s services could not be loaded, so names of actions and keys are not checked.',
  unreadable:
    'The details of AWS’s services are of another version of this page, so names of actions and keys are not checked. Reload the page.',
};

/** Of which day AWS's data is, and where it did not come. */
export function CatalogNote() {
  const state = useCatalog(false);
  const date = process.env.NEXT_PUBLIC_CATALOG_DATE ?? '';
  return (
    <div role="status">
      {state.status === 'failed' ? (
        <>
          {FAILURES[state.reason]} Verdicts count without them.{' '}
          {state.reason === 'unreachable' && (
            <Button size="small" onClick={() => void catalogStore.load()}>
              Try again
            </Button>
          )}
        </>
      ) : (
        date !== '' && `What it knows of AWS’s services is of ${sayDay(date)}.`
      )}
    </div>
  );
}
