'use client';

import { useDeferredValue, useMemo } from 'react';
import { catalogStore, useCatalog } from '@/components/catalog/use-catalog';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { Catalog } from '@/lib/catalog/catalog';
import { type CatalogEntry, catalogSearch, entryById, entryId } from '@/lib/catalog/search';
import { EntryView } from './entry-view';
import { SearchPart } from './search-part';
import { useAddress } from './use-address';

/** Look anything up: the search on one side, what was found on the other. */
export function ReferencePage() {
  const state = useCatalog(true);
  return (
    <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-12 max-mid:min-h-dvh mid:px-6">
      <h1 className="text-lead">Reference</h1>
      <p className="text-text-muted">What grants an action, on what, and which condition keys can limit it.</p>
      {state.status === 'ready' && <Found catalog={state.value} />}
      {state.status === 'failed' && (
        <div role="alert" className="mt-5">
          <p>The details of AWS’s services could not be loaded.</p>
          <Button className="mt-2" onClick={() => void catalogStore.load()}>
            Try again
          </Button>
        </div>
      )}
      {(state.status === 'idle' || state.status === 'loading') && (
        <p role="status" className="mt-5 text-text-muted">
          AWS’s services are being loaded, once for all searches.
        </p>
      )}
    </main>
  );
}

function Found({ catalog }: { readonly catalog: Catalog }) {
  const address = useAddress();
  const search = useMemo(() => catalogSearch(catalog), [catalog]);
  const services = useMemo(() => servicesOf(catalog), [catalog]);
  const shown = useDeferredValue(address);
  const entry = useMemo(() => entryById(catalog, shown), [catalog, shown]);
  return (
    <div className="mt-5 grid gap-x-10 gap-y-6 mid:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      {/* On a phone an entry takes the whole page; the way back stands above it. */}
      <div className={classes('mid:sticky mid:top-20 mid:self-start', entry && 'max-mid:hidden')}>
        <SearchPart
          search={search}
          services={services}
          open={(found) => {
            location.hash = encodeURI(entryId(found));
          }}
        />
      </div>
      <div className="min-w-0">
        {entry && (
          <a href="#search" className="target mb-2 inline-block text-accent underline mid:hidden">
            Back to the search
          </a>
        )}
        {entry ? <EntryView entry={entry} catalog={catalog} /> : <Nothing address={shown} />}
      </div>
    </div>
  );
}

function servicesOf(catalog: Catalog): readonly CatalogEntry[] {
  return catalog.prefixes.flatMap((prefix): readonly CatalogEntry[] => {
    const service = catalog.service(prefix);
    return service ? [{ kind: 'service', service }] : [];
  });
}

function Nothing({ address }: { readonly address: string }) {
  return (
    <p className="max-w-prose text-text-muted">
      {address.includes('/')
        ? 'AWS’s data has nothing of that name. It may be newer than the data, or spelt differently.'
        : 'Search for an action, a service, a resource type or a condition key. Paste an ARN to see which type it is.'}
    </p>
  );
}
