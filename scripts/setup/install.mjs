// Installs the packages when they are missing or are not those of the lock file. Runs before node_modules exists, so
// it imports nothing from there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Makes node_modules what the lock file says; all output goes to standard error. Throws when it cannot. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock('install', () => {
    if (isInstalled()) return;
    console.error('Installing packages (npm ci) …');
    if (npm(['ci', ...QUIET])) return;
    // Some registries lack a package for another system that the lock file names; a plain install does without it.
    console.error('npm ci failed; trying npm install …');
    if (npm(['install', '--no-save', ...QUIET])) return;
    throw new Error('The packages could not be installed. Look at the message above, then run the command again.');
  });
}

/** Whether npm's own record of node_modules names every required package in the version of the lock file. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([at, { version, optional }]) => at === '' || optional || present[at]?.version === version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function npm(args) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  return spawnSync('npm', args, options).status === 0;
}
