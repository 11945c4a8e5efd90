// npm run bench: how long the engine takes, beside JSON.parse of the same texts. `npm run bench -- large` measures one size,
// `npm run bench -- editor` a key press in the built site.
import './setup/node-version.mjs';

if (process.argv[2] === 'editor') await import('./bench/editor.mjs');
else {
  const { runBundled } = await import('./setup/bundled.mjs');
  await runBundled('scripts/bench/bench.ts', 'bench');
}
