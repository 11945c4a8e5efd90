import { useEffect, useSyncExternalStore } from 'react';
import { createFileStore, type FileState } from '@/components/catalog/file-store';
import { fetchStaticFile } from '@/components/catalog/static-file';
import type { Catalog } from '@/lib/catalog/catalog';

const IDLE: FileState<Catalog> = { status: 'idle' };

/** What is known of AWS's services beyond what comes with the code. The code that opens it comes with the file, not with the page. */
export const catalogStore = createFileStore<Catalog>(
  () => fetchStaticFile(process.env.NEXT_PUBLIC_CATALOG_FILE ?? ''),
  async (data) => (await import('@/lib/catalog/open-catalog')).openCatalog(data),
);

/** The page's catalog; from the first time that it is `wanted` on, its file is on its way. */
export function useCatalog(wanted: boolean): FileState<Catalog> {
  useEffect(() => {
    if (wanted) void catalogStore.load();
  }, [wanted]);
  return useSyncExternalStore(catalogStore.subscribe, catalogStore.current, () => IDLE);
}
