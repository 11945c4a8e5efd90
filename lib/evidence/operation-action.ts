// The IAM action behind an API operation, where the two differ in name.

const S3: Readonly<Record<string, string>> = {
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  SelectObjectContent: 'GetObject',
  ListBuckets: 'ListAllMyBuckets',
  ListObjectVersions: 'ListBucketVersions',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListParts: 'ListMultipartUploadParts',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  DeleteObjects: 'DeleteObject',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  GetObject: 'GetObject',
  PutObject: 'PutObject',
  DeleteObject: 'DeleteObject',
  CreateBucket: 'CreateBucket',
  DeleteBucket: 'DeleteBucket',
  GetBucketPolicy: 'GetBucketPolicy',
  PutBucketPolicy: 'PutBucketPolicy',
  GetBucketLocation: 'GetBucketLocation',
};

const OTHERS: Readonly<Record<string, string>> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sns:PublishBatch': 'sns:Publish',
  'bedrock:Converse': 'bedrock:InvokeModel',
  'bedrock:ConverseStream': 'bedrock:InvokeModelWithResponseStream',
};

// Where the name of the service in a host differs from its IAM prefix.
const PREFIXES: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  email: 'ses',
  'streams.dynamodb': 'dynamodb',
  'entitlement.marketplace': 'aws-marketplace',
  'metering.marketplace': 'aws-marketplace',
  tagging: 'tag',
};

/** The action of an operation of S3, whose operations are named without their service; `undefined` for all others. */
export function actionOfBareOperation(operation: string): string | undefined {
  return Object.hasOwn(S3, operation) ? `s3:${S3[operation]}` : undefined;
}

/** The action behind a CloudTrail event, from its source (`dynamodb.amazonaws.com`) and name. */
export function actionOfEvent(eventSource: string, eventName: string): string | undefined {
  const host = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  const prefix = PREFIXES[host] ?? host;
  // Lambda appends the version of its interface: CreateFunction20150331.
  const operation = eventName.replace(/20\d{6}(?:v\d)?$/, '');
  if (!/^[a-z0-9-]{1,60}$/.test(prefix) || !/^\w{1,128}$/.test(operation)) return undefined;
  if (prefix === 's3') return actionOfBareOperation(operation) ?? `s3:${operation}`;
  return OTHERS[`${prefix}:${operation}`] ?? `${prefix}:${operation}`;
}
