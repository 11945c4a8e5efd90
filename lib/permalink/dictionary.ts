// What links are compressed against: the words of policies and the shape of documents, so that a small diagnosis makes a
// short link. INVARIANT: frozen. Links of version 1 can only be read with these very characters; a test pins their hash.
// A better dictionary needs a new version number in codec.ts and this one kept beside it.

/** Less frequent words first: what stands near the end is cheaper to point to. */
const WORDS = [
  'accounts.google.com,cognito-identity.amazonaws.com,token.actions.githubusercontent.com:sub,saml:aud,oidc-provider/',
  'acm,apigateway,athena,autoscaling,backup,batch,bedrock,cloudformation,cloudfront,cloudtrail,codebuild,codecommit,codedeploy',
  'codepipeline,cognito-idp,config,directconnect,dms,ecr,ecs,eks,elasticache,elasticfilesystem,elasticloadbalancing,elasticmapreduce',
  'es,events,execute-api,firehose,glacier,glue,guardduty,inspector2,kafka,kinesis,lakeformation,opensearch,rds-db,redshift,route53',
  'sagemaker,scheduler,securityhub,servicecatalog,servicediscovery,ses,shield,sns,ssm,states,sts,support,tag,transfer,waf,wafv2,xray',
  'us-east-2,us-west-1,us-west-2,ca-central-1,sa-east-1,eu-west-1,eu-west-2,eu-west-3,eu-central-1,eu-north-1,eu-south-1',
  'ap-south-1,ap-southeast-1,ap-southeast-2,ap-northeast-1,ap-northeast-2,me-south-1,af-south-1,cn-north-1,us-gov-west-1',
  'iam:AttachRolePolicy,iam:CreateAccessKey,iam:CreateRole,iam:CreateServiceLinkedRole,iam:CreateUser,iam:DeleteRole,iam:Get*,iam:List*',
  'iam:PutRolePermissionsBoundary,iam:PutRolePolicy,iam:UpdateAssumeRolePolicy,iam:PermissionsBoundary,iam:PassedToService,iam:PassRole',
  'ec2:RunInstances,ec2:StartInstances,ec2:StopInstances,ec2:TerminateInstances,ec2:CreateTags,ec2:AuthorizeSecurityGroupIngress,ec2:Describe*',
  'kms:CreateGrant,kms:DescribeKey,kms:GenerateDataKey*,kms:ReEncrypt*,kms:Encrypt,kms:Decrypt,kms:ViaService,kms:EncryptionContext:',
  'lambda:CreateFunction,lambda:UpdateFunctionCode,lambda:InvokeFunctionUrl,lambda:InvokeFunction,logs:CreateLogGroup,logs:CreateLogStream,logs:PutLogEvents',
  'secretsmanager:GetSecretValue,ssm:GetParameters,ssm:GetParameter,ssm:StartSession,sns:Publish,sqs:ReceiveMessage,sqs:DeleteMessage,sqs:SendMessage',
  'dynamodb:BatchGetItem,dynamodb:BatchWriteItem,dynamodb:DeleteItem,dynamodb:UpdateItem,dynamodb:Query,dynamodb:Scan,dynamodb:GetItem,dynamodb:PutItem',
  'organizations:LeaveOrganization,cloudtrail:StopLogging,sts:AssumeRoleWithWebIdentity,sts:AssumeRoleWithSAML,sts:SetSourceIdentity,sts:TagSession,sts:AssumeRole',
  's3:AbortMultipartUpload,s3:DeleteObjectVersion,s3:GetBucketLocation,s3:GetBucketPolicy,s3:PutBucketPolicy,s3:GetObjectVersion,s3:ListAllMyBuckets',
  's3:PutObjectAcl,s3:x-amz-server-side-encryption,s3:x-amz-acl,s3:prefix,s3:DeleteObject,s3:ListBucket,s3:PutObject,s3:GetObject,s3:Get*,s3:List*,s3:*',
  'DateGreaterThan,DateLessThan,NumericLessThanEquals,NumericGreaterThan,NumericEquals,BinaryEquals,ArnNotEquals,ArnNotLike,NotIpAddress,Null',
  'StringEqualsIgnoreCase,StringNotEqualsIfExists,StringEqualsIfExists,BoolIfExists,ForAllValues:StringEquals,ForAnyValue:StringLike,StringNotLike',
  'aws:CalledVia,aws:CurrentTime,aws:EpochTime,aws:FederatedProvider,aws:MultiFactorAuthAge,aws:PrincipalIsAWSService,aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName,aws:PrincipalTag/,aws:RequestTag/,aws:ResourceOrgID,aws:ResourceTag/,aws:SecureTransport,aws:SourceIdentity,aws:SourceVpce',
  `aws:SourceVpc,aws:TagKeys,aws:TokenIssueTime,aws:UserAgent,aws:ViaAWSService,aws:VpcSourceIp,aws:userid,\${aws:username},\${aws:PrincipalTag/`,
  'aws:PrincipalType,aws:PrincipalAccount,aws:PrincipalOrgID,aws:ResourceAccount,aws:SourceAccount,aws:SourceArn,aws:SourceOrgID,sts:ExternalId',
  'organizations account root group assumed-role federated-user user/ role/ AWSReservedSSO_ OrganizationAccountAccessRole AdministratorAccess',
  'with an explicit deny in a permissions boundary, a session policy, a VPC endpoint policy, a resource-based policy, an identity-based policy',
  'An error occurred (AccessDenied) when calling the operation: (AccessDeniedException) (UnauthorizedOperation) You are not authorized to perform this operation.',
  '{"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","principalId":"AROA","arn":"","accountId":"","sessionContext":{"sessionIssuer":{"type":"Role"',
  '"attributes":{"mfaAuthenticated":"false","creationDate":""}}},"eventTime":"2026-","eventSource":"s3.amazonaws.com","eventName":"","awsRegion":"us-east-1"',
  '"sourceIPAddress":"","userAgent":"","errorCode":"AccessDenied","errorMessage":"","requestParameters":null,"responseElements":null,"requestID":"","eventID":""',
];

const RESOURCE_POLICY = {
  Version: '2012-10-17',
  Id: 'Policy',
  Statement: [
    {
      Sid: 'AllowRole',
      Effect: 'Allow',
      Principal: {
        Service: 'lambda.amazonaws.com',
        Federated: 'arn:aws:iam::',
        AWS: ['arn:aws:iam::123456789012:root'],
      },
      Action: ['sts:AssumeRole', 'kms:Decrypt', 'kms:*'],
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:123456789012:' },
        ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/' },
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-', 'aws:SourceVpce': 'vpce-' },
      },
    },
    {
      Sid: 'DenyInsecure',
      Effect: 'Deny',
      Principal: '*',
      NotAction: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};

const CEILING = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DenyOutsideEU',
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'route53:*', 'support:*'],
      NotResource: 'arn:aws:s3:::',
      Condition: {
        StringLike: { 's3:prefix': [`home/\${aws:username}/*`] },
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
        StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] },
        BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
      },
    },
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ],
};

const IDENTITY_POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'VisualEditor0',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
      Resource: ['arn:aws:s3:::example-bucket', 'arn:aws:s3:::example-bucket/*'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': `\${aws:ResourceTag/team}` } },
    },
    { Effect: 'Allow', Action: 'ec2:Describe*', Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/' },
  ],
};

const DOCUMENT = {
  whydenied: 1,
  title: 'PutItem denied for ',
  evidence:
    'User: arn:aws:sts::123456789012:assumed-role/ is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::" because no session policy allows the action because no permissions boundary allows the action because no resource-based policy allows the action because no identity-based policy allows the s3:GetObject action with an explicit deny in a service control policy: arn:aws:organizations::123456789012:policy/o-',
  request: {
    principal: 'arn:aws:iam::123456789012:user/',
    action: 'dynamodb:PutItem',
    resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/',
    resourceAccount: '123456789012',
    context: { 'aws:SourceIp': '203.0.113.9' },
    absent: ['aws:MultiFactorAuthPresent'],
    present: ['aws:SourceVpce'],
  },
  unstated: { context: 'unknown', policies: 'absent' },
  notApplicable: ['rcp', 'scp', 'endpoint', 'resource', 'boundary', 'session'],
  incomplete: ['identity'],
  from: {
    'request.context.aws:SourceIp': 'evidence:0',
    'request.resourceAccount': 'derived',
    'request.principal': 'evidence:0',
    'request.action': 'evidence:0',
    'request.resource': 'evidence:0',
  },
  policies: [
    { type: 'resource', name: 'Resource policy', document: JSON.stringify(RESOURCE_POLICY, null, 2) },
    { type: 'boundary', name: 'Boundary', document: JSON.stringify(CEILING, null, 4) },
    { type: 'scp', name: 'FullAWSAccess', attachedTo: 'Root', document: JSON.stringify(CEILING, null, 2) },
    { type: 'identity', attachedTo: 'role:', name: 'Policy', document: JSON.stringify(IDENTITY_POLICY, null, 4) },
    { type: 'identity', name: 'Policy 2', document: JSON.stringify(IDENTITY_POLICY, null, 2) },
  ],
};

/** The preset dictionary of links of version 1. */
export const DICTIONARY = `${WORDS.join('')}${JSON.stringify(DOCUMENT)}`;
