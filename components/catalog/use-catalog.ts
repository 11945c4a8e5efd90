import { useEffect, useSyncExternalStore } from 'react';
import { type CatalogState, createCatalogStore } from '@/components/catalog/catalog-store';
import { fetchStaticFile } from '@/components/catalog/static-file';

const IDLE: CatalogState = { status: 'idle' };

/** The page's catalog. The code that opens it comes with the file, not with the page. */
export const catalogStore = createCatalogStore(
  () => fetchStaticFile(process.env.NEXT_PUBLIC_CATALOG_FILE ?? ''),
  async (data) => (await import('@/lib/catalog/open-catalog')).openCatalog(data),
);

/** What is known of AWS's services; from the first time that it is `wanted` on, the file is on its way. */
export function useCatalog(wanted: boolean): CatalogState {
  useEffect(() => {
    if (wanted) void catalogStore.load();
  }, [wanted]);
  return useSyncExternalStore(catalogStore.subscribe, catalogStore.current, () => IDLE);
}
