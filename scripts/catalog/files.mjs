// Where the files of AWS's data are, for whoever reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// Also right in the command line's bundle: .cache/cli/ is as deep as scripts/setup/.
import { root } from '../setup/root.mjs';

/** The files themselves, which the site serves as `catalog/NAME`. */
export const folder = join(root, 'public', 'catalog');
/** Their names, and what they were made from. */
export const list = join(root, '.cache', 'catalog.json');

/**
 * The names of the files and the day of AWS's data; undefined before they are made.
 * @returns {{ services: string, policies: string, date: string } | undefined}
 */
export function catalogFiles() {
  try {
    const { services, policies, date } = JSON.parse(readFileSync(list, 'utf8'));
    return { services, policies, date };
  } catch {
    return undefined;
  }
}
