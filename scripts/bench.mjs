// npm run bench: how long things take, beside what they may take. `npm run bench -- large validation` measures some of them,
// `npm run bench -- editor` a key press in the built site.
import './setup/node-version.mjs';

if (process.argv[2] === 'editor') await import('./bench/editor.mjs');
else {
  const { runBundled } = await import('./setup/bundled.mjs');
  const { ensureInstalled } = await import('./setup/install.mjs');
  const { ensureCatalog } = await import('./catalog/built.mjs');
  await ensureInstalled();
  await ensureCatalog();
  await runBundled('scripts/bench/bench.ts', 'bench');
}
