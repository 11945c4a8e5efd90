// npm run bench: how long the engine takes, beside JSON.parse of the same texts. `npm run bench -- large` measures one size.
import './setup/node-version.mjs';

const { runBundled } = await import('./setup/bundled.mjs');
await runBundled('scripts/bench/bench.ts', 'bench');
