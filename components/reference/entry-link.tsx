import { Name } from '@/components/ui/code-text';
import { type CatalogEntry, entryId } from '@/lib/catalog/search';
import { entryName } from './entry-words';

/** To another entry of this page. */
export function EntryLink({ entry }: { readonly entry: CatalogEntry }) {
  return (
    <a
      href={`#${encodeURI(entryId(entry))}`}
      className="target-inline rounded-sm font-mono text-[0.9375em] text-accent underline decoration-1 underline-offset-[3px] hover:text-accent-strong hover:decoration-2"
    >
      <Name>{entryName(entry)}</Name>
    </a>
  );
}
