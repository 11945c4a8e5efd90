// Runs a TypeScript file of the project: Node.js 20 cannot, and a loader would slow down what is measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** How esbuild makes one file for Node.js out of an entry. */
export function bundleOptions(entry) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    mainFields: ['module', 'main'], // jsonc-parser's `main` requires by computed names, which no bundler can follow
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  };
}

/** Bundles an entry into .cache and runs it in this process. */
export async function runBundled(entry, name) {
  const { ensureInstalled } = await import('./install.mjs');
  await ensureInstalled();
  const { build } = await import('esbuild');
  const result = await build(bundleOptions(entry));
  const folder = join(root, '.cache', 'bundled');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, result.outputFiles[0].text);
  await import(pathToFileURL(file).href);
}
