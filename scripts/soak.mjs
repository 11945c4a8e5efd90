// npm run test:soak: what `npm test` tries by the thousand, by the million. It takes about an hour on two cores.
// `npm run test:soak -- 0.01` tries a hundredth; `npm run test:soak -- 1 7` starts from another seed.
import './setup/node-version.mjs';
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './setup/root.mjs';
import { toolPath } from './setup/run.mjs';

/** What is tried: how often in all, and how often by one process. Each process has a seed of its own. */
const TRIED = [
  {
    name: 'documents decided by engine and model',
    test: 'lib/diagnosis/differential.test.ts',
    times: 10_000_000,
    atOnce: 100_000,
    env: (runs, seed) => ({ DIFFERENTIAL_RUNS: runs, DIFFERENTIAL_SEED: seed }),
  },
  {
    name: 'policies with slips in them',
    test: 'lib/diagnosis/mutated-policies.test.ts',
    times: 1_000_000,
    atOnce: 50_000,
    env: (runs, seed) => ({ FUZZ_RUNS: runs, FUZZ_SEED: seed }),
  },
  {
    name: 'messages with slips in them',
    test: 'lib/evidence/fuzz.test.ts',
    times: 1_000_000,
    atOnce: 100_000,
    env: (runs, seed) => ({ FUZZ_RUNS: runs, FUZZ_SEED: seed }),
  },
];

const [share = 1, firstSeed = 1] = process.argv.slice(2).map(Number);
if (!(share > 0) || !Number.isInteger(firstSeed)) {
  console.error('Give a share above 0 and a whole number as seed, such as `npm run test:soak -- 0.01 7`.');
  process.exit(2);
}
const { ensureInstalled } = await import('./setup/install.mjs');
await ensureInstalled();

for (const { name, test, times, atOnce, env } of TRIED) {
  const wanted = Math.ceil(times * share);
  const start = Date.now();
  let tried = 0;
  const failures = await inParallel(portions(wanted, atOnce), async ({ runs, seed }) => {
    const { succeeded, printed } = await runTest(test, env(String(runs), String(seed)));
    tried += runs;
    console.log(`  ${tried.toLocaleString('en')} ${name}${succeeded ? '' : `, seed ${seed} FAILED`}`);
    return succeeded ? [] : [`── seed ${seed}\n${printed}`];
  });
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  console.log(`${wanted.toLocaleString('en')} ${name}: ${failures.length === 0 ? 'ok' : 'FAILED'}, ${minutes} min`);
  for (const failure of failures) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}

function portions(wanted, atOnce) {
  const count = Math.ceil(wanted / atOnce);
  return Array.from({ length: count }, (_, place) => ({
    runs: Math.min(atOnce, wanted - place * atOnce),
    seed: firstSeed + place,
  }));
}

/** Runs a task for every item, as many at once as there are cores; what they gave, joined. */
async function inParallel(items, task) {
  const waiting = [...items];
  const found = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) found.push(...(await task(item)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return found;
}

function runTest(file, env) {
  const child = spawn(process.execPath, [toolPath('vitest'), 'run', '--reporter=dot', file], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = [];
  child.stdout.on('data', (data) => printed.push(data));
  child.stderr.on('data', (data) => printed.push(data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ succeeded: code === 0, printed: Buffer.concat(printed).toString() }));
  });
}
