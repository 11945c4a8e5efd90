// Says whether sources changed by their contents: a fresh clone and a switched branch have meaningless file times.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What never reaches the built site: tests, their data, and the room that only tests import.
const NOT_BUILT = /\.test\.tsx?$|^lib\/testing\/|^lib\/evaluation\/cases\/|\/tsconfig\.json$|(^|\/)\.DS_Store$/;

/** A hash over all files at `paths` below `folder` that take part in the build, and over `extra`. */
export function fingerprint(folder, paths, extra = []) {
  const hash = createHash('sha256').update(JSON.stringify(extra));
  const add = (path) => {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (!found || NOT_BUILT.test(path)) return;
    if (found.isDirectory()) for (const name of readdirSync(join(folder, path)).sort()) add(`${path}/${name}`);
    else
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(folder, path)))
        .update('\0');
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
