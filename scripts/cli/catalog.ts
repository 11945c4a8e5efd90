import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalog, type Catalog } from '@/lib/catalog/catalog';
import { openCatalog } from '@/lib/catalog/open-catalog';
import { catalogFiles, folder } from '../catalog/files.mjs';

let opened: Catalog | undefined;

/** What is known of AWS's services, read when it is first needed. Without the file, what comes with the code; that is said. */
export function commandLineCatalog(): Catalog {
  opened ??= readCatalog() ?? builtInCatalog();
  return opened;
}

function readCatalog(): Catalog | undefined {
  try {
    // The same file that the page fetches.
    const catalog = openCatalog(JSON.parse(readFileSync(join(folder, catalogFiles()?.services ?? ''), 'utf8')));
    if (catalog === undefined) throw new Error('it is of another version');
    return catalog;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The details of AWS's services cannot be read (${why}); everything is judged without them.\n`);
    return undefined;
  }
}
