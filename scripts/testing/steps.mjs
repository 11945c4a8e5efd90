// The steps of `npm test`, in order. Each answers with what it counted; one that cannot be counted is one test.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { ensureBuilt } from '../setup/built.mjs';
import { root } from '../setup/root.mjs';
import { runTool } from '../setup/run.mjs';
import { countBrowser, countUnit, settle } from './counts.mjs';

const IMPORT_RULES = ['style/noRestrictedImports', 'suspicious/noImportCycles'];
const biome = (command, ...args) => runTool('biome', [command, '--error-on-warnings', ...args]);

/** Name → what it does. `needs` names the step without which it makes no sense; `group` lets several be asked for as one. */
export const STEPS = [
  { name: 'format', group: 'lint', run: whole(() => biome('check', '--linter-enabled=false')) },
  // The types of pages and routes are made from the tree, and the type-aware lint needs them too.
  {
    name: 'types',
    group: 'types',
    run: whole(
      () => runTool('next', ['typegen'], { stdio: ['ignore', 'ignore', 'inherit'] }) && runTool('tsc', ['--noEmit']),
    ),
  },
  { name: 'types of lib', group: 'types', run: whole(() => runTool('tsc', ['--noEmit', '-p', 'lib'])) },
  { name: 'lint', group: 'lint', run: whole(() => biome('lint', ...IMPORT_RULES.map((rule) => `--skip=${rule}`))) },
  { name: 'lint with types', group: 'lint', run: whole(() => runTool('oxlint', ['--deny-warnings'])) },
  {
    name: 'import rules',
    group: 'lint',
    run: whole(() => biome('lint', ...IMPORT_RULES.map((rule) => `--only=${rule}`))),
  },
  { name: 'dead code', group: 'unused', run: whole(hasNoDeadCode) },
  { name: 'unit tests', group: 'unit', run: runUnitTests },
  { name: 'build', group: 'build', run: build },
  { name: 'browser tests', group: 'e2e', needs: 'build', run: runBrowserTests },
];

/** A step that passes or fails as a whole. */
function whole(check) {
  return () => (check() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** Twice: what nothing uses, and what only its own tests use. */
function hasNoDeadCode() {
  const knip = (...args) => runTool('knip', ['--no-config-hints', ...args]);
  return [knip(), knip('--production', '--include=files,dependencies')].every(Boolean);
}

async function build() {
  await ensureBuilt();
  return { passed: 1, failed: 0 };
}

function runUnitTests(args) {
  const report = reportFile('unit.json');
  const succeeded = runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  return settle(countUnit(readReport(report)), succeeded);
}

async function runBrowserTests(args) {
  const env = {
    CHROMIUM_PATH: ensureBrowser(),
    E2E_PORT: String(await freePort()),
    E2E_REPORT: reportFile('e2e.json'),
  };
  const succeeded = runTool('playwright', ['test', ...args], { env });
  return settle(countBrowser(readReport(env.E2E_REPORT)), succeeded);
}

/** A fresh place for a report: one of an earlier run must never be counted. */
function reportFile(name) {
  const file = join(root, '.cache', 'test', name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The runner ended without its report ${relative(root, file)}.`);
  }
}

/** A port for the tests' own server, so that several runs, or a running `npm start`, do not meet. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
