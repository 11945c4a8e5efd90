// npm test: everything that has to hold, on a fresh clone too. `node scripts/test.mjs lint types` runs only those
// groups (lint, types, unused, unit, build, e2e); what follows `--` goes to the test runner. All steps run even when
// one fails, so that one run shows every fault; the last line is always `N passed, N failed`.
import './setup/node-version.mjs';

const { ensureInstalled } = await import('./setup/install.mjs');
const separator = process.argv.indexOf('--');
const groups = process.argv.slice(2, separator < 0 ? undefined : separator);
const runnerArgs = separator < 0 ? [] : process.argv.slice(separator + 1);
const total = { passed: 0, failed: 0 };
const failed = [];

await attempt('install', async () => {
  await ensureInstalled();
  return { passed: 0, failed: 0 };
});
if (failed.length === 0) {
  const { STEPS } = await import('./testing/steps.mjs');
  for (const { name, group, needs, run } of STEPS) {
    if (groups.length > 0 && !groups.includes(group)) continue;
    if (failed.includes(needs)) console.log(`\n── ${name}: left out, because the step \`${needs}\` failed`);
    else await attempt(name, () => run(runnerArgs));
  }
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function attempt(name, run) {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const counted = await Promise.resolve().then(run).catch(oneFailure);
  total.passed += counted.passed;
  total.failed += counted.failed;
  if (counted.failed > 0) failed.push(name);
  console.log(`   ${counted.failed > 0 ? 'FAILED' : 'ok'}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

function oneFailure(error) {
  console.error(error.message);
  return { passed: 0, failed: 1 };
}
