// Starts the tools of the project: without npx, which is slow, and without a shell, which breaks on paths with blanks.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

const TOOLS = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/** Runs an installed tool to its end; true when it succeeded. */
export function runTool(tool, args, options = {}) {
  return runNode([toolPath(tool), ...args], options);
}

/** The file with which Node.js starts an installed tool. */
export function toolPath(tool) {
  return join(root, 'node_modules', TOOLS[tool]);
}

/** Runs Node.js to its end; true when it succeeded. */
function runNode(args, { env = {}, stdio = 'inherit' } = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    stdio,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  if (result.error) console.error(`${args[0]} could not be started: ${result.error.message}`);
  return result.status === 0;
}
