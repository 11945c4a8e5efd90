import { readFileSync } from 'node:fs';
import type { Catalog } from '@/lib/catalog/catalog';
import { openCatalog } from '@/lib/catalog/open-catalog';

let opened: Catalog | undefined;

/** A file that the app fetches, as it is fetched. */
export function catalogText(which: 'services' | 'policies'): string {
  const files = JSON.parse(readFileSync(new URL('../../.cache/catalog.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  return readFileSync(new URL(`../../public/catalog/${files[which]}`, import.meta.url), 'utf8');
}

/** All of AWS's services, as the app knows them once their file is there. */
export function fullCatalog(): Catalog {
  opened ??= openCatalog(JSON.parse(catalogText('services')));
  if (opened === undefined) throw new Error('The file of all services cannot be opened.');
  return opened;
}
