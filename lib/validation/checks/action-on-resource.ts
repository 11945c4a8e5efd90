import type { Action, Catalog, ResourceType } from '@/lib/catalog/catalog';
import { jsonText } from '@/lib/text/json-edit';
import { oncePer } from '@/lib/text/once-per';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { ResourceEntry, StatementView } from '@/lib/validation/policy-view';
import { knownActions, literalEntries } from '@/lib/validation/terms/actions';
import { fitsType } from '@/lib/validation/terms/arn-fit';
import { isEveryResource } from '@/lib/validation/terms/resources';
import { readS3Arn } from '@/lib/validation/terms/s3-arn';

// Actions on resources that they never apply to.

const PAGE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';
const S3_PAGE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html';
const TYPES = [...IDENTITY_TYPES, 'resource', 'scp', 'endpoint'] as const;

/** The entries of `Resource` where each is an ARN: a `*` fits every action, and another text is told by other checks. */
function arnsOf({ resource }: StatementView): readonly ResourceEntry[] | undefined {
  if (resource?.name !== 'Resource' || resource.entries.length === 0) return undefined;
  return resource.entries.every(({ value }) => value.startsWith('arn:')) ? resource.entries : undefined;
}

const ACTION_RESOURCE_MISMATCH: Check = {
  id: 'ACTION_RESOURCE_MISMATCH',
  severity: 'warning',
  types: TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report, { catalog }) => {
    const arns = arnsOf(statement);
    if (arns === undefined || arns.length > MOST_ARNS) return;
    for (const { entry, action } of knownActions(statement.action, catalog)) {
      if (action.resources.length === 0 || s3Level(action, arns) !== undefined) continue;
      if (arns.some((arn) => action.resources.some(({ type }) => fitsType(arn, type)))) continue;
      if (!arns.every((arn) => isKnownResource(arn, catalog))) continue;
      const types = action.resources.slice(0, 3).map(({ type }) => code(anyOf(type)));
      const message = `${code(entry.value)} never applies to these resources, so the statement does nothing for it. It applies to ${types.join(', ')}.`;
      report({ range: entry.range, message });
    }
  }),
};

// Each is held against every resource type of its service. No policy that AWS stores has more in a statement.
const MOST_ARNS = 1_000;

/** A resource type as a policy would write all of them: `arn:aws:kms:*:*:key/*`. */
function anyOf({ arn }: ResourceType): string {
  return arn.replace(/\$\{Partition\}/, 'aws').replaceAll(/\$\{[^}]*\}/g, '*');
}

/** Whether the ARN can be one of its service's resources; otherwise the ARN itself is at fault, or the service is not known. */
const isKnownResource = oncePer((entry: ResourceEntry, catalog: Catalog): boolean => {
  const service = catalog.service(entry.arn?.fields[2] ?? '');
  return service?.resourceTypes.some((type) => fitsType(entry, type)) === true;
});

/** Whether an S3 action is about buckets or about objects; left out for other actions, and where no ARN is S3's. */
function s3Level(action: Action, arns: readonly ResourceEntry[]): 'bucket' | 'object' | undefined {
  if (action.service !== 's3' || !arns.some(isOfS3)) return undefined;
  const isOn = (name: string) => action.resources.some(({ type }) => type.name === name);
  if (isOn('bucket')) return isOn('object') ? undefined : 'bucket';
  return isOn('object') ? 'object' : undefined;
}

function isOfS3({ arn }: ResourceEntry): boolean {
  return arn?.fields[2] === 's3';
}

const S3_BUCKET_ACTION_ON_OBJECT_ARN: Check = {
  id: 'S3_BUCKET_ACTION_ON_OBJECT_ARN',
  severity: 'warning',
  types: TYPES,
  rank: 'meaning',
  page: S3_PAGE,
  find: inSoundStatements((statement, report, { catalog }) => {
    const arns = arnsOf(statement)?.filter(isOfS3) ?? [];
    const places = arns.map(({ value }) => readS3Arn(value));
    // Access points, which are no places, take actions on buckets too.
    if (arns.length === 0 || places.some((place) => place?.object === undefined)) return;
    for (const { entry, action } of knownActions(statement.action, catalog)) {
      if (s3Level(action, arns) !== 'bucket') continue;
      const bucket = places[0]?.bucketArn ?? '';
      const message = `${code(entry.value)} applies to the bucket, and these ARNs are of objects, so the statement does nothing for it. Add ${code(bucket)}.`;
      report({ range: entry.range, message, fixes: [addResource(statement, bucket)] });
    }
  }),
};

const S3_OBJECT_ACTION_ON_BUCKET_ARN: Check = {
  id: 'S3_OBJECT_ACTION_ON_BUCKET_ARN',
  severity: 'warning',
  types: TYPES,
  rank: 'meaning',
  page: S3_PAGE,
  find: inSoundStatements((statement, report, { catalog }) => {
    const arns = arnsOf(statement)?.filter(isOfS3) ?? [];
    if (arns.length === 0 || !arns.every(isBucketAlone)) return;
    for (const { entry, action } of knownActions(statement.action, catalog)) {
      if (s3Level(action, arns) !== 'object') continue;
      const objects = `${arns[0]?.value}/*`;
      const message = `${code(entry.value)} applies to objects, and these ARNs are of buckets, so the statement does nothing for it. Use ${code(objects)} for all objects.`;
      report({ range: entry.range, message, fixes: [addResource(statement, objects)] });
    }
  }),
};

/** Whether an ARN is of a bucket and of nothing else: a wildcard at the end also takes objects. */
function isBucketAlone({ value: arn }: ResourceEntry): boolean {
  const place = readS3Arn(arn);
  return place !== undefined && place.object === undefined && !/[*?]$/.test(arn);
}

/** What the statement allows or denies grows by what its author named already, and the title says by what. */
function addResource({ resource }: StatementView, arn: string): QuickFix {
  const title = `Add the resource ${code(arn)}`;
  const last = resource?.entries.at(-1);
  if (resource === undefined || last === undefined) return { title, edits: [] };
  if (resource.isList) {
    return { title, edits: [{ range: { start: last.range.end, end: last.range.end }, text: `, ${jsonText(arn)}` }] };
  }
  return { title, edits: [{ range: resource.value, text: `[${jsonText(last.value)}, ${jsonText(arn)}]` }] };
}

const ACTION_NEEDS_STAR_RESOURCE: Check = {
  id: 'ACTION_NEEDS_STAR_RESOURCE',
  severity: 'warning',
  types: [...IDENTITY_TYPES, 'scp'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements(({ action, resource }, report, { catalog }) => {
    if (resource?.name !== 'Resource' || resource.entries.length === 0) return;
    if (resource.entries.some(({ value }) => isEveryResource(value))) return;
    for (const { value, range } of literalEntries(action)) {
      const known = catalog.action(value);
      const isWithout = known ? known.resources.length === 0 : catalog.isWithoutResource(value.toLowerCase());
      if (isWithout !== true) continue;
      const message = `${code(value)} cannot be limited to a resource: AWS checks it against \`*\`, so these ARNs never fit it. Put it into a statement with \`"Resource": "*"\`.`;
      report({ range, message });
    }
  }),
};

export const ACTION_ON_RESOURCE_CHECKS: readonly Check[] = [
  ACTION_RESOURCE_MISMATCH,
  S3_BUCKET_ACTION_ON_OBJECT_ARN,
  S3_OBJECT_ACTION_ON_BUCKET_ARN,
  ACTION_NEEDS_STAR_RESOURCE,
];
