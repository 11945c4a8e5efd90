// Operations of AWS's interfaces whose IAM action has another name, as plain data. Everything else: prefix of the service, name of the
// operation. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and the services' guides.

const S3 = {
  ListBucket: 'ListObjects ListObjectsV2 HeadBucket',
  ListAllMyBuckets: 'ListBuckets',
  ListBucketVersions: 'ListObjectVersions',
  ListBucketMultipartUploads: 'ListMultipartUploads',
  ListMultipartUploadParts: 'ListParts',
  GetObject: 'HeadObject SelectObjectContent',
  PutObject: 'CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload PostObject CopyObject',
  DeleteObject: 'DeleteObjects',
  GetBucketObjectLockConfiguration: 'GetObjectLockConfiguration',
  PutBucketObjectLockConfiguration: 'PutObjectLockConfiguration',
  GetLifecycleConfiguration: 'GetBucketLifecycle GetBucketLifecycleConfiguration',
  PutLifecycleConfiguration: 'PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle',
  GetEncryptionConfiguration: 'GetBucketEncryption',
  PutEncryptionConfiguration: 'PutBucketEncryption DeleteBucketEncryption',
  GetReplicationConfiguration: 'GetBucketReplication',
  PutReplicationConfiguration: 'PutBucketReplication DeleteBucketReplication',
  GetAccelerateConfiguration: 'GetBucketAccelerateConfiguration',
  PutAccelerateConfiguration: 'PutBucketAccelerateConfiguration',
  GetAnalyticsConfiguration: 'GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations',
  PutAnalyticsConfiguration: 'PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration',
  GetInventoryConfiguration: 'GetBucketInventoryConfiguration ListBucketInventoryConfigurations',
  PutInventoryConfiguration: 'PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration',
  GetMetricsConfiguration: 'GetBucketMetricsConfiguration ListBucketMetricsConfigurations',
  PutMetricsConfiguration: 'PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration',
  GetIntelligentTieringConfiguration:
    'GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations',
  PutIntelligentTieringConfiguration: 'PutBucketIntelligentTieringConfiguration',
  GetBucketNotification: 'GetBucketNotificationConfiguration',
  PutBucketNotification: 'PutBucketNotificationConfiguration',
  GetBucketCORS: 'GetBucketCors',
  PutBucketCORS: 'PutBucketCors DeleteBucketCors',
  PutBucketTagging: 'DeleteBucketTagging',
  GetBucketPublicAccessBlock: 'GetPublicAccessBlock',
  PutBucketPublicAccessBlock: 'PutPublicAccessBlock DeletePublicAccessBlock',
};

// S3 alone has these under the names of their actions.
const S3_SAME_NAME =
  'GetObject PutObject DeleteObject CreateBucket DeleteBucket GetBucketPolicy PutBucketPolicy DeleteBucketPolicy ' +
  'GetBucketLocation GetBucketAcl PutBucketAcl GetObjectAcl PutObjectAcl GetObjectTagging PutObjectTagging ' +
  'GetBucketTagging GetBucketVersioning PutBucketVersioning GetBucketWebsite PutBucketWebsite AbortMultipartUpload ' +
  'GetBucketLogging PutBucketLogging GetBucketRequestPayment GetBucketOwnershipControls PutBucketOwnershipControls ' +
  'RestoreObject PutObjectRetention PutObjectLegalHold GetObjectAttributes';

const OTHERS: Readonly<Record<string, string>> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  'lambda:InvokeAsync': 'lambda:InvokeFunction',
  'lambda:InvokeWithResponseStream': 'lambda:InvokeFunction',
  'lambda:GetLayerVersionByArn': 'lambda:GetLayerVersion',
  'dynamodb:TransactGetItems': 'dynamodb:GetItem',
  'kms:ReEncrypt': 'kms:ReEncryptFrom',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sns:PublishBatch': 'sns:Publish',
  'execute-api:PostToConnection': 'execute-api:ManageConnections',
  'execute-api:GetConnection': 'execute-api:ManageConnections',
  'execute-api:DeleteConnection': 'execute-api:ManageConnections',
  'budgets:CreateBudget': 'budgets:ModifyBudget',
  'budgets:UpdateBudget': 'budgets:ModifyBudget',
  'budgets:DeleteBudget': 'budgets:ModifyBudget',
  'budgets:CreateNotification': 'budgets:ModifyBudget',
  'budgets:UpdateNotification': 'budgets:ModifyBudget',
  'budgets:DeleteNotification': 'budgets:ModifyBudget',
  'budgets:CreateSubscriber': 'budgets:ModifyBudget',
  'budgets:UpdateSubscriber': 'budgets:ModifyBudget',
  'budgets:DeleteSubscriber': 'budgets:ModifyBudget',
  'budgets:DescribeBudget': 'budgets:ViewBudget',
  'budgets:DescribeBudgets': 'budgets:ViewBudget',
  'budgets:DescribeNotificationsForBudget': 'budgets:ViewBudget',
  'budgets:DescribeSubscribersForNotification': 'budgets:ViewBudget',
  'budgets:DescribeBudgetPerformanceHistory': 'budgets:ViewBudget',
  'bedrock:Converse': 'bedrock:InvokeModel',
  'bedrock:ConverseStream': 'bedrock:InvokeModelWithResponseStream',
  'glue:BatchUpdatePartition': 'glue:UpdatePartition',
  'glue:UpdateColumnStatisticsForPartition': 'glue:UpdatePartition',
  'glue:DeleteColumnStatisticsForPartition': 'glue:UpdatePartition',
  'glue:GetColumnStatisticsForPartition': 'glue:GetPartition',
  'glue:GetColumnStatisticsForTable': 'glue:GetTable',
  'glue:GetPartitionIndexes': 'glue:GetTable',
  'glue:UpdateColumnStatisticsForTable': 'glue:UpdateTable',
  'glue:DeleteColumnStatisticsForTable': 'glue:UpdateTable',
  'glue:CreatePartitionIndex': 'glue:UpdateTable',
  'glue:DeletePartitionIndex': 'glue:UpdateTable',
  'timestream:Query': 'timestream:Select',
  'cloudsearch:UploadDocuments': 'cloudsearch:document',
  'mediapackage:ConfigureLogs': 'mediapackage:UpdateChannel',
};

/** `prefix:Operation` → action, where the two differ. */
export const ACTIONS_BY_OPERATION: Readonly<Record<string, string>> = {
  ...OTHERS,
  ...Object.fromEntries(
    Object.entries(S3).flatMap(([action, operations]) =>
      operations.split(' ').map((operation) => [`s3:${operation}`, `s3:${action}`]),
    ),
  ),
};

/** Operations that one service alone has, with that service's prefix: tools print the operation without its service. */
export const BARE_OPERATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['s3', `${Object.values(S3).join(' ')} ${S3_SAME_NAME}`] as const,
    [
      'sts',
      'AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML GetFederationToken DecodeAuthorizationMessage',
    ] as const,
    [
      'kms',
      'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncrypt CreateGrant DescribeKey',
    ] as const,
    ['secretsmanager', 'GetSecretValue PutSecretValue DescribeSecret'] as const,
    ['ssm', 'GetParameter GetParameters GetParametersByPath PutParameter SendCommand'] as const,
    ['dynamodb', 'PutItem UpdateItem DeleteItem BatchGetItem BatchWriteItem TransactGetItems'] as const,
    ['ec2', 'RunInstances StartInstances StopInstances TerminateInstances DescribeInstances'] as const,
    ['iam', 'PassRole CreateRole AttachRolePolicy PutRolePolicy CreateUser CreateServiceLinkedRole'] as const,
    ['lambda', 'InvokeWithResponseStream UpdateFunctionCode UpdateFunctionConfiguration'] as const,
  ].flatMap(([prefix, operations]) => operations.split(' ').map((operation) => [operation, prefix])),
);

/** Services whose name in a host, an event or an SDK (in small letters, without blanks) is not their IAM prefix. */
export const SERVICE_PREFIXES_BY_NAME: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  email: 'ses',
  tagging: 'tag',
  rdsdataapi: 'rds-data',
  cloudcontrolapi: 'cloudformation',
  cloudcontrol: 'cloudformation',
  'streams.dynamodb': 'dynamodb',
  'runtime.lex': 'lex',
  'models.lex': 'lex',
  'runtime.sagemaker': 'sagemaker',
  'bedrock-runtime': 'bedrock',
  'bedrock-agent': 'bedrock',
  'bedrock-agent-runtime': 'bedrock',
  opensearch: 'es',
  'metering-marketplace': 'aws-marketplace',
  'discovery-marketplace': 'aws-marketplace',
  'entitlement.marketplace': 'aws-marketplace',
  'metering.marketplace': 'aws-marketplace',
  billingconsole: 'billing',
  identitymanagement: 'iam',
  securitytokenservice: 'sts',
  simplesystemsmanagement: 'ssm',
  elasticcontainerregistry: 'ecr',
  cloudwatchlogs: 'logs',
  cloudwatchevents: 'events',
  eventbridge: 'events',
  sfn: 'states',
  stepfunctions: 'states',
  efs: 'elasticfilesystem',
  emr: 'elasticmapreduce',
  elasticloadbalancing: 'elasticloadbalancing',
  bedrockruntime: 'bedrock',
  cognitoidentityprovider: 'cognito-idp',
  cognitoidentity: 'cognito-identity',
  resourcegroupstaggingapi: 'tag',
  configservice: 'config',
  applicationautoscaling: 'application-autoscaling',
  ssoadmin: 'sso',
};
