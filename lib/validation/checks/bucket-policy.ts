import { code } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import type { PolicyView, StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { clausesOn, hasValue } from '@/lib/validation/terms/conditions';
import { isEveryResource } from '@/lib/validation/terms/resources';

const S3_RESOURCE_STAR_IN_BUCKET_POLICY: Check = {
  id: 'S3_RESOURCE_STAR_IN_BUCKET_POLICY',
  severity: 'error',
  types: ['resource'],
  rank: 'grammar',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
  find: inStatements((statement, report) => {
    if (!isAllS3(statement)) return;
    for (const { value, range } of statement.resource?.entries ?? []) {
      if (!isEveryResource(value)) continue;
      const message = `A bucket policy has to name its own bucket: S3 refuses ${code(value)}. Write \`arn:aws:s3:::BUCKET\` for the bucket and \`arn:aws:s3:::BUCKET/*\` for its objects.`;
      report({ range, message });
    }
  }),
};

function isAllS3({ action }: StatementView): boolean {
  const entries = action?.name === 'Action' ? action.entries : [];
  return entries.length > 0 && entries.every((entry) => entry.prefix === 's3');
}

const BUCKET_POLICY_WITHOUT_TLS: Check = {
  id: 'BUCKET_POLICY_WITHOUT_TLS',
  severity: 'suggestion',
  types: ['resource'],
  rank: 'style',
  beside: ['MISSING_VERSION'],
  page: iamPage('reference_policies_condition-keys'),
  *find({ policy }): Iterable<Found> {
    if (policy === undefined || !isBucketPolicy(policy) || policy.statements.some(refusesPlainHttp)) return;
    const message =
      'Nothing in this bucket policy refuses plain HTTP. Consider a statement that denies `s3:*` to everyone where `aws:SecureTransport` is `false`.';
    yield { range: policy.node.range, message };
  },
};

/** The policy of a bucket: its actions or its resources are S3's, and none of them is an access point's. */
function isBucketPolicy({ statements }: PolicyView): boolean {
  const arns = statements.flatMap(({ resource }) => resource?.entries ?? []).map(({ value }) => arnFields(value));
  const ofS3 = arns.filter(([arn, , service]) => arn === 'arn' && service === 's3');
  if (ofS3.length > 0) return ofS3.every(([, , , , account]) => account === '');
  return statements.length > 0 && statements.every(isAllS3);
}

function refusesPlainHttp(statement: StatementView): boolean {
  if (statement.effect?.value !== 'Deny') return false;
  return clausesOn(statement, 'aws:SecureTransport').some((clause) => hasValue(clause, 'false'));
}

export const BUCKET_POLICY_CHECKS: readonly Check[] = [S3_RESOURCE_STAR_IN_BUCKET_POLICY, BUCKET_POLICY_WITHOUT_TLS];
