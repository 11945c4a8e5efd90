// Builds the site into out/ when what is there was not made from the present sources.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCatalog } from '../catalog/built.mjs';
import { writePolicies } from '../csp.mjs';
import { writeNotices } from '../notices.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';
import { runTool } from './run.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'scripts/csp.mjs',
  'scripts/notices.mjs',
  'scripts/setup/built.mjs',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
];
const out = join(root, 'out');
const stampFile = join(root, '.cache', 'build.sha256');

/** Builds if needed. Throws when the build fails; then the next call tries again. */
export async function ensureBuilt() {
  await ensureCatalog(); // its files are sources of the build
  if (isBuilt()) return;
  await withLock('build', () => {
    if (isBuilt()) return;
    console.log('Building …');
    build();
  });
}

/** Builds whatever is there already. */
export async function rebuild() {
  await ensureCatalog();
  await withLock('build', build);
}

function build() {
  const sources = sourcesNow(); // taken first: a file saved during the build makes the next start build again
  rmSync(stampFile, { force: true });
  rmSync(out, { recursive: true, force: true });
  if (!runTool('next', ['build'])) throw new Error('The build failed; the reason is above.');
  writePolicies(out);
  writeNotices(root, out);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, sources);
}

function isBuilt() {
  try {
    readFileSync(join(out, 'index.html'));
    return readFileSync(stampFile, 'utf8') === sourcesNow();
  } catch {
    return false;
  }
}

const sourcesNow = () => fingerprint(root, SOURCES, [process.env.BASE_PATH ?? '']);
