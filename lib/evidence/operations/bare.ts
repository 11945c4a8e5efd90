// Operations that one service alone has under their name, by that service's prefix: tools print the operation without its service. Listed
// are those of services that answer without the action's name.

const BY_PREFIX: Readonly<Record<string, string>> = {
  s3:
    'ListObjects ListObjectsV2 HeadBucket ListBuckets ListObjectVersions ListMultipartUploads ListParts HeadObject SelectObjectContent ' +
    'CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload CopyObject DeleteObjects GetObjectLockConfiguration ' +
    'PutObjectLockConfiguration GetBucketLifecycle GetBucketLifecycleConfiguration PutBucketLifecycle PutBucketLifecycleConfiguration ' +
    'DeleteBucketLifecycle GetBucketEncryption PutBucketEncryption DeleteBucketEncryption GetBucketReplication PutBucketReplication ' +
    'DeleteBucketReplication GetBucketAccelerateConfiguration PutBucketAccelerateConfiguration GetBucketAnalyticsConfiguration ' +
    'ListBucketAnalyticsConfigurations PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration GetBucketInventoryConfiguration ' +
    'ListBucketInventoryConfigurations PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration GetBucketMetricsConfiguration ' +
    'ListBucketMetricsConfigurations PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration ' +
    'GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations PutBucketIntelligentTieringConfiguration ' +
    'DeleteBucketIntelligentTieringConfiguration GetBucketNotificationConfiguration PutBucketNotificationConfiguration GetBucketNotification ' +
    'PutBucketNotification GetBucketCors PutBucketCors DeleteBucketCors DeleteBucketTagging GetPublicAccessBlock PutPublicAccessBlock ' +
    'DeletePublicAccessBlock GetObject PutObject DeleteObject CreateBucket DeleteBucket GetBucketPolicy PutBucketPolicy DeleteBucketPolicy ' +
    'GetBucketPolicyStatus GetBucketLocation GetBucketAcl PutBucketAcl GetObjectAcl PutObjectAcl GetObjectTagging PutObjectTagging ' +
    'DeleteObjectTagging GetBucketTagging PutBucketTagging GetBucketVersioning PutBucketVersioning GetBucketWebsite PutBucketWebsite ' +
    'DeleteBucketWebsite AbortMultipartUpload GetBucketLogging PutBucketLogging GetBucketRequestPayment PutBucketRequestPayment ' +
    'GetBucketOwnershipControls PutBucketOwnershipControls DeleteBucketOwnershipControls RestoreObject GetObjectRetention ' +
    'PutObjectRetention GetObjectLegalHold PutObjectLegalHold GetObjectAttributes GetObjectTorrent',
  sts: 'AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML AssumeRoot DecodeAuthorizationMessage',
  kms:
    'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext ReEncrypt ' +
    'ListGrants RevokeGrant RetireGrant GetKeyPolicy PutKeyPolicy ScheduleKeyDeletion EnableKeyRotation GetKeyRotationStatus',
  secretsmanager:
    'GetSecretValue PutSecretValue DescribeSecret CreateSecret UpdateSecret DeleteSecret ListSecrets RotateSecret',
  ssm: 'GetParameter GetParameters GetParametersByPath PutParameter DeleteParameter GetParameterHistory SendCommand',
  dynamodb: 'GetItem PutItem UpdateItem DeleteItem Scan BatchGetItem BatchWriteItem TransactGetItems',
  ec2: 'RunInstances',
  iam: 'CreateRole GetRole AttachRolePolicy PutRolePolicy AttachUserPolicy PutUserPolicy CreateAccessKey CreateServiceLinkedRole',
  lambda: 'InvokeWithResponseStream UpdateFunctionCode UpdateFunctionConfiguration',
  sqs: 'ReceiveMessage GetQueueUrl GetQueueAttributes SetQueueAttributes PurgeQueue SendMessageBatch DeleteMessageBatch',
  organizations:
    'ListRoots ListParents ListChildren ListPoliciesForTarget ListAccountsForParent ListOrganizationalUnitsForParent DescribePolicy ' +
    'DescribeOrganizationalUnit CreateOrganizationalUnit MoveAccount ListAWSServiceAccessForOrganization EnableAWSServiceAccess ' +
    'ListDelegatedAdministrators RegisterDelegatedAdministrator ListHandshakesForOrganization CloseAccount',
  account:
    'GetContactInformation PutContactInformation GetAlternateContact PutAlternateContact DeleteAlternateContact GetAccountInformation ' +
    'PutAccountName EnableRegion DisableRegion GetRegionOptStatus GetPrimaryEmail',
};

export const BARE_OPERATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BY_PREFIX).flatMap(([prefix, operations]) =>
    operations.split(' ').map((operation) => [operation, prefix]),
  ),
);
