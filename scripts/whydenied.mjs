// npm run whydenied: runs scripts/whydenied.ts, which esbuild bundles once into .cache and again when a source that it
// read has changed. Node.js 20 cannot run TypeScript, and a loader would cost half a second at every start.
import './setup/node-version.mjs';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions } from './setup/bundled.mjs';
import { root } from './setup/root.mjs';

const folder = join(root, '.cache', 'cli');
const bundle = join(folder, 'whydenied.mjs');
// The bundle's first line names what it was made from, so that bundle and list are replaced in one step.
const HEAD = '// made from ';
const ALSO = [
  'scripts/whydenied.mjs',
  'scripts/setup/bundled.mjs',
  'tsconfig.json',
  'package-lock.json',
  '.cache/catalog.json',
];

try {
  const path = isFresh() ? bundle : await makeBundle();
  await import(pathToFileURL(path).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function isFresh() {
  try {
    const [head] = readFileSync(bundle, 'utf8').split('\n', 1);
    return Object.entries(JSON.parse(head.slice(HEAD.length))).every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${mtimeMs} ${size}`;
}

async function makeBundle() {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureCatalog } = await import('./catalog/built.mjs');
  await ensureCatalog();
  const { build } = await import('esbuild');
  const result = await build(bundleOptions('scripts/whydenied.ts'));
  const sources = [...Object.keys(result.metafile.inputs), ...ALSO];
  const stamps = Object.fromEntries(sources.map((file) => [file, stampOf(file)]));
  return put(`${HEAD}${JSON.stringify(stamps)}\n${result.outputFiles[0].text}`);
}

/** Writes beside the bundle and renames: of two processes that bundle at once, neither reads half a file. */
function put(text) {
  mkdirSync(folder, { recursive: true });
  const own = join(folder, `whydenied-${process.pid}.mjs`);
  writeFileSync(own, text);
  try {
    renameSync(own, bundle);
    return bundle;
  } catch {
    // Windows refuses while another process reads the bundle: run our own copy, and leave none behind.
    process.on('exit', () => rmSync(own, { force: true }));
    return own;
  }
}
