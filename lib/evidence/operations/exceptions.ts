// Operations of AWS's interfaces whose IAM action has another name, as plain data: the action, then its operations. Everything else has the
// action of its own name. Where a call asks for several actions, the one that its name means is listed.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html, the services' guides and API references.

type Renamed = Readonly<Record<string, string>>;

const S3: Renamed = {
  ListBucket: 'ListObjects ListObjectsV2 HeadBucket',
  ListAllMyBuckets: 'ListBuckets',
  ListBucketVersions: 'ListObjectVersions',
  ListBucketMultipartUploads: 'ListMultipartUploads',
  ListMultipartUploadParts: 'ListParts',
  GetObject: 'HeadObject SelectObjectContent REST.GET.OBJECT REST.HEAD.OBJECT',
  PutObject:
    'CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload PostObject CopyObject REST.PUT.OBJECT REST.PUT.PART',
  DeleteObject: 'DeleteObjects',
  GetBucketObjectLockConfiguration: 'GetObjectLockConfiguration',
  PutBucketObjectLockConfiguration: 'PutObjectLockConfiguration',
  GetLifecycleConfiguration: 'GetBucketLifecycle GetBucketLifecycleConfiguration',
  PutLifecycleConfiguration:
    'PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle DeleteBucketLifecycleConfiguration',
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
  PutIntelligentTieringConfiguration:
    'PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration',
  GetBucketNotification: 'GetBucketNotificationConfiguration',
  PutBucketNotification: 'PutBucketNotificationConfiguration',
  GetBucketCORS: 'GetBucketCors',
  PutBucketCORS: 'PutBucketCors DeleteBucketCors',
  PutBucketTagging: 'DeleteBucketTagging',
  PutBucketOwnershipControls: 'DeleteBucketOwnershipControls',
  GetBucketPublicAccessBlock: 'GetPublicAccessBlock',
  PutBucketPublicAccessBlock: 'PutPublicAccessBlock DeletePublicAccessBlock',
  CreateBucketMetadataTableConfiguration: 'CreateBucketMetadataConfiguration',
  GetBucketMetadataTableConfiguration: 'GetBucketMetadataConfiguration',
  DeleteBucketMetadataTableConfiguration: 'DeleteBucketMetadataConfiguration',
  's3express:CreateSession': 'CreateSession',
  's3express:ListAllMyDirectoryBuckets': 'ListDirectoryBuckets',
  's3-object-lambda:WriteGetObjectResponse': 'WriteGetObjectResponse',
};

const S3_OUTPOSTS: Renamed = {
  PutBucketTagging: 'DeleteBucketTagging',
  GetLifecycleConfiguration: 'GetBucketLifecycleConfiguration',
  PutLifecycleConfiguration: 'PutBucketLifecycleConfiguration DeleteBucketLifecycleConfiguration',
  GetReplicationConfiguration: 'GetBucketReplication',
  PutReplicationConfiguration: 'PutBucketReplication DeleteBucketReplication',
};

// Objects of directory buckets are reached through a session.
const S3_EXPRESS: Renamed = {
  CreateSession:
    'GetObject HeadObject PutObject CopyObject DeleteObject DeleteObjects GetObjectAttributes ListObjectsV2 CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload AbortMultipartUpload ListParts ListMultipartUploads RenameObject HeadBucket',
  ListAllMyDirectoryBuckets: 'ListDirectoryBuckets ListBuckets',
  GetEncryptionConfiguration: 'GetBucketEncryption',
  PutEncryptionConfiguration: 'PutBucketEncryption DeleteBucketEncryption',
  GetLifecycleConfiguration: 'GetBucketLifecycleConfiguration',
  PutLifecycleConfiguration: 'PutBucketLifecycleConfiguration DeleteBucketLifecycle',
  GetInventoryConfiguration: 'GetBucketInventoryConfiguration ListBucketInventoryConfigurations',
  PutInventoryConfiguration: 'PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration',
  GetMetricsConfiguration: 'GetBucketMetricsConfiguration ListBucketMetricsConfigurations',
  PutMetricsConfiguration: 'PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration',
};

const NEPTUNE: Renamed = {
  ReadDataViaQuery:
    'ExecuteGremlinQuery ExecuteOpenCypherQuery ExecuteGremlinExplainQuery ExecuteGremlinProfileQuery ExecuteOpenCypherExplainQuery',
  GetQueryStatus: 'GetGremlinQueryStatus ListGremlinQueries GetOpenCypherQueryStatus ListOpenCypherQueries',
  CancelQuery: 'CancelGremlinQuery CancelOpenCypherQuery',
  ResetDatabase: 'ExecuteFastReset',
  GetStatisticsStatus: 'GetPropertygraphStatistics GetSparqlStatistics',
  ManageStatistics: 'ManagePropertygraphStatistics ManageSparqlStatistics',
  DeleteStatistics: 'DeletePropertygraphStatistics DeleteSparqlStatistics',
  GetStreamRecords: 'GetPropertygraphStream GetSparqlStream',
  GetGraphSummary: 'GetPropertygraphSummary GetRDFGraphSummary',
  GetMLDataProcessingJobStatus: 'GetMLDataProcessingJob',
  GetMLModelTrainingJobStatus: 'GetMLModelTrainingJob',
  GetMLModelTransformJobStatus: 'GetMLModelTransformJob',
  GetMLEndpointStatus: 'GetMLEndpoint',
};

const DMS: Renamed = {
  ListDataProviders: 'DescribeDataProviders',
  ListInstanceProfiles: 'DescribeInstanceProfiles',
  ListMigrationProjects: 'DescribeMigrationProjects',
  ListMetadataModelAssessments: 'DescribeMetadataModelAssessments',
  ListMetadataModelConversions: 'DescribeMetadataModelConversions',
  ListMetadataModelExports: 'DescribeMetadataModelExportsAsScript DescribeMetadataModelExportsToTarget',
  ListExtensionPacks: 'DescribeExtensionPackAssociations',
  UpdateDataProvider: 'ModifyDataProvider',
  UpdateInstanceProfile: 'ModifyInstanceProfile',
  UpdateMigrationProject: 'ModifyMigrationProject',
  UpdateConversionConfiguration: 'ModifyConversionConfiguration',
  AssociateExtensionPack: 'StartExtensionPackAssociation',
  StartMetadataModelExportAsScripts: 'StartMetadataModelExportAsScript',
};

const GLUE: Renamed = {
  UpdatePartition: 'BatchUpdatePartition UpdateColumnStatisticsForPartition DeleteColumnStatisticsForPartition',
  GetPartition: 'GetColumnStatisticsForPartition GetUnfilteredPartitionMetadata',
  GetPartitions: 'GetUnfilteredPartitionsMetadata',
  GetTable: 'GetColumnStatisticsForTable GetPartitionIndexes GetUnfilteredTableMetadata',
  UpdateTable:
    'UpdateColumnStatisticsForTable DeleteColumnStatisticsForTable CreatePartitionIndex DeletePartitionIndex',
  GetDataQualityResult: 'BatchGetDataQualityResult',
};

const BUDGETS: Renamed = {
  ModifyBudget:
    'CreateBudget UpdateBudget DeleteBudget CreateNotification UpdateNotification DeleteNotification CreateSubscriber UpdateSubscriber DeleteSubscriber',
  ViewBudget:
    'DescribeBudget DescribeBudgets DescribeNotificationsForBudget DescribeSubscribersForNotification DescribeBudgetPerformanceHistory DescribeBudgetNotificationsForAccount',
};

/** By the service's prefix. An action with a prefix of its own is another service's. */
const RENAMED: Readonly<Record<string, Renamed>> = {
  s3: S3,
  's3-outposts': S3_OUTPOSTS,
  s3express: S3_EXPRESS,
  'neptune-db': NEPTUNE,
  dms: DMS,
  glue: GLUE,
  budgets: BUDGETS,
  'access-analyzer': { GetFinding: 'GetFindingV2', ListFindings: 'ListFindingsV2' },
  amplify: {
    CreateWebHook: 'CreateWebhook',
    GetWebHook: 'GetWebhook',
    ListWebHooks: 'ListWebhooks',
    UpdateWebHook: 'UpdateWebhook',
    DeleteWebHook: 'DeleteWebhook',
  },
  'bcm-pricing-calculator': {
    CreateBillScenarioCommitmentModification: 'BatchCreateBillScenarioCommitmentModification',
    CreateBillScenarioUsageModification: 'BatchCreateBillScenarioUsageModification',
    CreateWorkloadEstimateUsage: 'BatchCreateWorkloadEstimateUsage',
    DeleteBillScenarioCommitmentModification: 'BatchDeleteBillScenarioCommitmentModification',
    DeleteBillScenarioUsageModification: 'BatchDeleteBillScenarioUsageModification',
    DeleteWorkloadEstimateUsage: 'BatchDeleteWorkloadEstimateUsage',
    UpdateBillScenarioCommitmentModification: 'BatchUpdateBillScenarioCommitmentModification',
    UpdateBillScenarioUsageModification: 'BatchUpdateBillScenarioUsageModification',
    UpdateWorkloadEstimateUsage: 'BatchUpdateWorkloadEstimateUsage',
  },
  bedrock: {
    InvokeModel: 'Converse StartAsyncInvoke',
    InvokeModelWithResponseStream: 'ConverseStream',
    RetrieveAndGenerate: 'RetrieveAndGenerateStream',
  },
  cassandra: {
    Create: 'CreateKeyspace CreateTable CreateType',
    Select: 'GetKeyspace GetTable ListKeyspaces ListTables GetType ListTypes',
    Alter: 'UpdateKeyspace UpdateTable',
    Drop: 'DeleteKeyspace DeleteTable DeleteType',
    Restore: 'RestoreTable',
  },
  cloudfront: { CreateDistribution: 'CreateDistributionWithTags' },
  cloudsearch: { document: 'UploadDocuments', search: 'Search', suggest: 'Suggest' },
  cloudtrail: { ListInsightsData: 'ListInsightsMetricData' },
  deadline: {
    GetJob: 'BatchGetJob',
    GetSession: 'BatchGetSession',
    GetSessionAction: 'BatchGetSessionAction',
    GetStep: 'BatchGetStep',
    GetTask: 'BatchGetTask',
    GetWorker: 'BatchGetWorker',
    UpdateJob: 'BatchUpdateJob',
    UpdateTask: 'BatchUpdateTask',
  },
  dynamodb: { GetItem: 'TransactGetItems' },
  ecr: { BatchGetImage: 'ListImageReferrers' },
  elasticfilesystem: { ClientMount: 'NewClientConnection' },
  'execute-api': { ManageConnections: 'PostToConnection GetConnection DeleteConnection' },
  iotfleetwise: { CreateVehicle: 'BatchCreateVehicle', UpdateVehicle: 'BatchUpdateVehicle' },
  kms: { ReEncryptFrom: 'ReEncrypt' },
  lakeformation: { GetDataAccess: 'AssumeDecoratedRoleWithSAML' },
  lambda: {
    InvokeFunction: 'Invoke InvokeAsync InvokeWithResponseStream',
    GetLayerVersion: 'GetLayerVersionByArn',
  },
  mediaconnect: {
    TagResource: 'TagGlobalResource',
    UntagResource: 'UntagGlobalResource',
    ListTagsForResource: 'ListTagsForGlobalResource',
  },
  mediapackage: { UpdateChannel: 'ConfigureLogs' },
  'neptune-graph': { GetQueryStatus: 'GetQuery' },
  'redshift-data': { GetStatementResult: 'GetStatementResultV2' },
  sagemaker: { InvokeEndpoint: 'InvokeEndpointWithResponseStream' },
  securityhub: {
    GetFindings: 'GetFindingsV2',
    BatchUpdateFindings: 'BatchUpdateFindingsV2',
    GetAdhocInsightResults: 'GetFindingStatisticsV2',
  },
  sns: { Publish: 'PublishBatch' },
  sqs: {
    SendMessage: 'SendMessageBatch',
    DeleteMessage: 'DeleteMessageBatch',
    ChangeMessageVisibility: 'ChangeMessageVisibilityBatch',
  },
  ssm: {
    'ssmmessages:OpenDataChannel': 'OpenDataChannel',
    'ssmmessages:OpenControlChannel': 'OpenControlChannel',
    'ssmmessages:CreateDataChannel': 'CreateDataChannel',
    'ssmmessages:CreateControlChannel': 'CreateControlChannel',
  },
  'sso-oauth': {},
  tax: { UpdateExemptions: 'PutTaxExemption', GetExemptions: 'ListTaxExemptions' },
  timestream: { Select: 'Query' },
  verifiedpermissions: {
    IsAuthorized: 'BatchIsAuthorized',
    IsAuthorizedWithToken: 'BatchIsAuthorizedWithToken',
    GetPolicy: 'BatchGetPolicy',
  },
  'vpc-lattice': { UpdateRule: 'BatchUpdateRule' },
};

/** `prefix:Operation` → action, where the two differ. */
export const ACTIONS_BY_OPERATION: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(RENAMED).flatMap(([prefix, actions]) =>
    Object.entries(actions).flatMap(([action, operations]) =>
      operations
        .split(' ')
        .map((operation) => [`${prefix}:${operation}`, action.includes(':') ? action : `${prefix}:${action}`]),
    ),
  ),
);

/**
 * Operations that ask for no IAM action, or for one that their name does not tell: what they read or write decides. `*` stands for every
 * operation of the service.
 */
const WITHOUT_ACTION: Readonly<Record<string, string>> = {
  codecatalyst: '*',
  connectparticipant: '*',
  awsssoportal: '*',
  signin: '*',
  sso: 'GetRoleCredentials ListAccountRoles ListAccounts Logout',
  'sso-oauth': 'CreateToken RegisterClient StartDeviceAuthorization',
  'sso-oidc': 'CreateToken RegisterClient StartDeviceAuthorization',
  'geo-maps': 'GetGlyphs GetSprites GetStyleDescriptor',
  sts: 'GetSessionToken GetCallerIdentity',
  dynamodb: 'TransactWriteItems ExecuteStatement BatchExecuteStatement ExecuteTransaction',
  elasticbeanstalk: 'UpdateTagsForResource',
  'neptune-graph': 'ExecuteQuery',
  'cognito-identity': 'GetId GetCredentialsForIdentity GetOpenIdToken UnlinkIdentity',
  'cognito-idp':
    'SignUp InitiateAuth RespondToAuthChallenge ForgotPassword ConfirmForgotPassword GetUser ConfirmSignUp RevokeToken ChangePassword DeleteUser GlobalSignOut ResendConfirmationCode UpdateUserAttributes VerifyUserAttribute GetUserAttributeVerificationCode AssociateSoftwareToken VerifySoftwareToken SetUserMFAPreference CompleteWebAuthnRegistration StartWebAuthnRegistration ListWebAuthnCredentials DeleteWebAuthnCredential GetUserAuthFactors',
};

const ACTIONLESS: ReadonlySet<string> = new Set(
  Object.entries(WITHOUT_ACTION).flatMap(([prefix, operations]) =>
    operations.split(' ').map((operation) => `${prefix}:${operation}`),
  ),
);

/** Whether a call's name does not lead to an action. */
export function hasNoAction(prefix: string, operation: string): boolean {
  return ACTIONLESS.has(`${prefix}:*`) || ACTIONLESS.has(`${prefix}:${operation}`);
}
