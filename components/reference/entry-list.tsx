import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type CatalogEntry, entryId } from '@/lib/catalog/search';
import { sayNumber } from '@/lib/text/wording';
import { EntryLink } from './entry-link';

const FIRST = 60;

/** Links to entries; a long list shows its beginning first. */
export function EntryList({ entries, label }: { readonly entries: readonly CatalogEntry[]; readonly label: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <>
      <ul aria-label={label} className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-small">
        {shown.map((entry) => (
          <li key={entryId(entry)}>
            <EntryLink entry={entry} />
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button look="quiet" size="small" className="-ml-2.5 mt-2" onClick={() => setAll(true)}>
          Show all {sayNumber(entries.length)}
        </Button>
      )}
    </>
  );
}
