import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
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

/** The entries of an Allow that name one of the actions in full, where its resources are not limited. */
function allowing(
  id: string,
  sensitive: ReadonlySet<string>,
  isWide: (statement: StatementView) => boolean,
  say: (action: string) => string,
): Check {
  return {
    id,
    severity: 'suggestion',
    types: ['identity', 'session'],
    rank: 'meaning',
    page: PAGE,
    find: inSoundStatements((statement, report) => {
      if (statement.effect?.value !== 'Allow' || !isWide(statement)) return;
      for (const { id: action, value, range } of literalEntries(statement.action)) {
        if (sensitive.has(action)) report({ range, message: say(code(value)) });
      }
    }),
  };
}

export const SENSITIVE_ACTION_CHECKS: readonly Check[] = [
  allowing(
    'UNRESTRICTED_DATA_READ',
    DATA_READS,
    (statement) => hasEveryResource(statement.resource) && isUnconditional(statement),
    (action) => `${action} on \`*\` reads such data everywhere in the account. Name the resources that are needed.`,
  ),
  allowing(
    'CREDENTIALS_EXPOSURE',
    CREDENTIALS,
    isOpen,
    (action) =>
      `The answer to ${action} contains credentials, and the resources are not limited. Name those that are needed.`,
  ),
  allowing(
    'RESOURCE_EXPOSURE',
    SHARING,
    isOpen,
    (action) => `With ${action} the caller can open any such resource to others. Name the resources that are meant.`,
  ),
];
