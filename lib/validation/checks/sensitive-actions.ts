import { code } from '@/lib/text/wording';
import { type Check, type Found, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import type { StatementView } from '@/lib/validation/policy-view';
import { literalEntries } from '@/lib/validation/terms/actions';
import { isUnconditional } from '@/lib/validation/terms/conditions';
import { hasEveryResource, isOpen } from '@/lib/validation/terms/resources';

// Single actions that matter more than others. Wildcards are told by other checks.

const PAGE = iamPage('best-practices');

const DATA_READS = actions(`
  s3:GetObject secretsmanager:GetSecretValue ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath dynamodb:Scan
  rds-data:ExecuteStatement kms:Decrypt`);

const CREDENTIALS = actions(`
  iam:CreateAccessKey iam:CreateLoginProfile iam:UpdateLoginProfile iam:CreateServiceSpecificCredential
  iam:ResetServiceSpecificCredential sts:GetFederationToken sts:AssumeRole lightsail:GetInstanceAccessDetails
  redshift:GetClusterCredentials codeartifact:GetAuthorizationToken gamelift:RequestUploadCredentials
  chime:CreateApiKey`);

const SHARING = actions(`
  s3:PutBucketPolicy s3:PutBucketAcl s3:PutObjectAcl s3:PutBucketPublicAccessBlock kms:PutKeyPolicy kms:CreateGrant
  sqs:AddPermission sqs:SetQueueAttributes sns:AddPermission sns:SetTopicAttributes lambda:AddPermission
  secretsmanager:PutResourcePolicy ecr:SetRepositoryPolicy ec2:ModifySnapshotAttribute ec2:ModifyImageAttribute
  rds:ModifyDBSnapshotAttribute iam:UpdateAssumeRolePolicy ram:CreateResourceShare`);

function actions(names: string): ReadonlySet<string> {
  return new Set(names.trim().toLowerCase().split(/\s+/));
}

/** The entries of an Allow that name one of these actions in full. */
function* granting(
  statement: StatementView,
  sensitive: ReadonlySet<string>,
  message: (action: string) => string,
): Iterable<Found> {
  if (statement.effect?.value !== 'Allow') return;
  for (const { value, range } of literalEntries(statement.action)) {
    if (sensitive.has(value.toLowerCase())) yield { range, message: message(code(value)) };
  }
}

const UNRESTRICTED_DATA_READ: Check = {
  id: 'UNRESTRICTED_DATA_READ',
  severity: 'suggestion',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (!hasEveryResource(statement.resource) || !isUnconditional(statement)) return;
    for (const found of granting(
      statement,
      DATA_READS,
      (action) => `${action} on \`*\` reads such data everywhere in the account. Name the resources that are needed.`,
    ))
      report(found);
  }),
};

const CREDENTIALS_EXPOSURE: Check = {
  id: 'CREDENTIALS_EXPOSURE',
  severity: 'suggestion',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (!isOpen(statement)) return;
    for (const found of granting(
      statement,
      CREDENTIALS,
      (action) =>
        `The answer to ${action} contains credentials, and the resources are not limited. Name those that are needed.`,
    ))
      report(found);
  }),
};

const RESOURCE_EXPOSURE: Check = {
  id: 'RESOURCE_EXPOSURE',
  severity: 'suggestion',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (!isOpen(statement)) return;
    for (const found of granting(
      statement,
      SHARING,
      (action) => `With ${action} the caller can open any such resource to others. Name the resources that are meant.`,
    ))
      report(found);
  }),
};

export const SENSITIVE_ACTION_CHECKS: readonly Check[] = [
  UNRESTRICTED_DATA_READ,
  CREDENTIALS_EXPOSURE,
  RESOURCE_EXPOSURE,
];
