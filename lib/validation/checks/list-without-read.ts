import { patternsMeet } from '@/lib/text/patterns-meet';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
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
  find: inSoundStatements(function* (statement, { policy }) {
    const entry = entriesCovering(statement.action, 's3:GetObject')[0];
    if (policy === undefined || statement.effect?.value !== 'Allow' || entry === undefined) return;
    const bucket = bucketsOf(statement).find((one) => !mayList(policy, one));
    if (bucket === undefined) return;
    const message = `Reading an object that does not exist then gives \`AccessDenied\` instead of \`NoSuchKey\`, because nothing here allows \`s3:ListBucket\` on ${code(bucket)}. Allow it, if the difference matters.`;
    yield { range: entry.range, message };
  }),
};

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

/** Whether a statement may allow to list the bucket, in whole or in part. */
function mayList({ statements }: PolicyView, bucket: string): boolean {
  return statements.some((statement) => {
    const { effect, sound, resource } = statement;
    if (effect?.value === 'Deny') return false;
    if (!sound) return true;
    if (!isAboutAction(statement, 's3:ListBucket')) return false;
    if (resource?.name !== 'Resource') return true;
    return resource.entries.some(({ value }) => reaches(value, bucket));
  });
}

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
