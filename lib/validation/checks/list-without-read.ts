import { patternsMeet } from '@/lib/text/patterns-meet';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';
import { code } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import type { PolicyView, StatementView } from '@/lib/validation/policy-view';
import { entriesCovering, isAboutAction } from '@/lib/validation/terms/actions';
import { isEveryResource } from '@/lib/validation/terms/resources';
import { readS3Arn } from '@/lib/validation/terms/s3-arn';

const LIST_WITHOUT_READ: Check = {
  id: 'LIST_WITHOUT_READ',
  severity: 'suggestion',
  types: ['identity'],
  rank: 'meaning',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
  *find({ policy }): Iterable<Found> {
    const listed = policy && listedBuckets(policy);
    for (const statement of policy?.statements ?? []) {
      const entry = statement.sound ? entriesCovering(statement.action, 's3:GetObject')[0] : undefined;
      if (listed === undefined || statement.effect?.value !== 'Allow' || entry === undefined) continue;
      const bucket = bucketsOf(statement).find((one) => !listed.some((pattern) => reaches(pattern, one)));
      if (bucket === undefined) continue;
      const message = `Reading an object that does not exist then gives \`AccessDenied\` instead of \`NoSuchKey\`, because nothing here allows \`s3:ListBucket\` on ${code(bucket)}. Allow it, if the difference matters.`;
      yield { range: entry.range, message };
    }
  },
};

// Every bucket that is read is held against every one that may be listed. No policy that AWS stores has more.
const MOST_LISTED = 300;

/** The resources that some statement may allow to list; `*` where that cannot be told. */
function listedBuckets({ statements }: PolicyView): readonly string[] {
  const listed = statements.flatMap((statement): readonly string[] => {
    const { effect, sound, resource } = statement;
    if (effect?.value === 'Deny') return [];
    if (!sound) return ['*'];
    if (!isAboutAction(statement, 's3:ListBucket')) return [];
    return resource?.name === 'Resource' ? resource.entries.map(({ value }) => value) : ['*'];
  });
  return listed.length > MOST_LISTED || listed.includes('*') ? ['*'] : listed;
}

/** The ARNs of the buckets whose objects a statement names; `*` stands for all. */
function bucketsOf({ resource }: StatementView): readonly string[] {
  if (resource?.name !== 'Resource') return [];
  return resource.entries.flatMap(({ value }) => {
    if (isEveryResource(value)) return ['*'];
    const place = readS3Arn(value);
    if (place === undefined) return [];
    // Without a slash only a wildcard reaches objects.
    return place.object !== undefined || place.bucket.endsWith('*') ? [place.bucketArn] : [];
  });
}

/** Whether a pattern of resources takes in the bucket, or some bucket where it is a pattern itself. */
function reaches(pattern: string, bucket: string): boolean {
  if (isEveryResource(pattern)) return true;
  const place = readS3Arn(pattern);
  if (place === undefined || (place.object !== undefined && !place.bucket.includes('*'))) return false;
  if (bucket === '*') return true;
  return (
    matchesPattern(wildcardPattern(pattern), bucket) || patternsMeet(wildcardPattern(pattern), wildcardPattern(bucket))
  );
}

export const LIST_WITHOUT_READ_CHECKS: readonly Check[] = [LIST_WITHOUT_READ];
