import { describe, expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

type Want = Omit<DenialReport, 'isAccessDenied'>;

/** Exactly these fields, and no other: what a text does not state must not appear. */
function check(text: string, want: Want): void {
  const [first, ...others] = readEvidence(text).reports;
  expect(first).toEqual({ isAccessDenied: true, denial: 'unknown', ...want });
  expect(others).toEqual([]);
}

const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const CIPHERTEXT =
  'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.';
const cli = (code: string, operation: string, message: string) =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

describe('denials of S3', () => {
  const NO_STYLE =
    'This XML file does not appear to have any style information associated with it. The document tree is shown below.';
  test.each<readonly [string, Want]>([
    [
      cli('AccessDenied', 'ListObjectsV2', 'Access Denied'),
      { code: 'AccessDenied', operation: 'ListObjectsV2', impliedAction: 's3:ListBucket' },
    ],
    [
      cli('AccessDenied', 'GetObject', 'Access Denied'),
      { code: 'AccessDenied', operation: 'GetObject', impliedAction: 's3:GetObject' },
    ],
    [
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>A1</RequestId><HostId>h</HostId></Error>',
      { code: 'AccessDenied' },
    ],
    [
      `${NO_STYLE}\n<Error>\n<Code>AccessDenied</Code>\n<Message>Access Denied</Message>\n<RequestId>A1</RequestId>\n</Error>`,
      { code: 'AccessDenied' },
    ],
    [cli('403', 'HeadObject', 'Forbidden'), { code: '403', operation: 'HeadObject', impliedAction: 's3:GetObject' }],
    [cli('403', 'HeadBucket', 'Forbidden'), { code: '403', operation: 'HeadBucket', impliedAction: 's3:ListBucket' }],
    ['null (Service: S3, Status Code: 403, Request ID: A1, Extended Request ID: h=)', { code: '403' }],
    ['403: UnknownError\n    at throwDefaultError (/app/x.js:1:1)', { code: '403' }],
    [
      `User: ${NADIA} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::acme" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
      { principal: NADIA, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::acme' },
    ],
    [
      `User: ${NADIA} is not authorized to perform: s3:PutBucketAcl on resource: "arn:aws:s3:::acme" because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access`,
      { principal: NADIA, action: 's3:PutBucketAcl', resource: 'arn:aws:s3:::acme' },
    ],
    [
      cli('AccessDenied', 'GetObject', CIPHERTEXT),
      { code: 'AccessDenied', operation: 'GetObject', impliedAction: 'kms:Decrypt' },
    ],
    ['API: s3:PutBucketPolicy Access Denied', { action: 's3:PutBucketPolicy' }],
    [
      cli(
        'AccessDenied',
        'PutObject',
        `User: ${KIM} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no identity-based policy allows the kms:GenerateDataKey action`,
      ),
      {
        code: 'AccessDenied',
        operation: 'PutObject',
        principal: KIM,
        action: 'kms:GenerateDataKey',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/1',
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    [
      'java.nio.file.AccessDeniedException: s3a://b/k: open on s3a://b/k: com.amazonaws.services.s3.model.AmazonS3Exception: Forbidden (Service: Amazon S3; Status Code: 403; Error Code: 403 Forbidden; Request ID: A1)',
      { code: '403', impliedAction: 's3:GetObject' },
    ],
    [
      'java.nio.file.AccessDeniedException: s3a://b/k: PUT 0-byte object on k: com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: A1)',
      { code: 'AccessDenied', impliedAction: 's3:PutObject' },
    ],
    ['S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid A1,CanRetry 1', { code: 'AccessDenied' }],
  ])('%s', check);
});

describe('denials of EC2', () => {
  const BLOB = '4kYhAbCdEfGhIjKlMnOpQrStUvWxYz_-0123456789';
  const PLAIN = 'You are not authorized to perform this operation.';
  test.each<readonly [string, Want]>([
    [`UnauthorizedOperation: ${PLAIN}`, { code: 'UnauthorizedOperation' }],
    [
      cli('UnauthorizedOperation', 'DescribeInstances', PLAIN),
      { code: 'UnauthorizedOperation', operation: 'DescribeInstances', impliedAction: 'ec2:DescribeInstances' },
    ],
    [
      `UnauthorizedOperation: ${PLAIN} Encoded authorization failure message: ${BLOB}`,
      { code: 'UnauthorizedOperation', encodedMessage: true },
    ],
    [
      cli(
        'UnauthorizedOperation',
        'RunInstances',
        `${PLAIN} User: ${KIM} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a service control policy. Encoded authorization failure message: 4kYh…`,
      ),
      {
        code: 'UnauthorizedOperation',
        operation: 'RunInstances',
        principal: KIM,
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        denial: 'explicit',
        policyType: 'scp',
        encodedMessage: true,
      },
    ],
    [
      `API: ec2:DeleteRoute ${PLAIN} Encoded authorization failure message: ${BLOB}`,
      { action: 'ec2:DeleteRoute', encodedMessage: true },
    ],
    [
      'AccessDenied: You are not authorized to use launch template: lt-0a1b2c3d4e5f60718',
      { code: 'AccessDenied', impliedAction: 'ec2:RunInstances' },
    ],
    [`Instance launch failed\n${PLAIN} Encoded authorization failure message: ${BLOB}`, { encodedMessage: true }],
  ])('%s', check);

  test('the encoded message is kept whole, also where a terminal broke it', () => {
    const blob = BLOB.repeat(40);
    const wrapped = (blob.match(/.{1,79}/g) ?? []).join('\n');
    for (const text of [blob, wrapped]) {
      const [report] = readEvidence(`${PLAIN} Encoded authorization failure message: ${text}`).reports;
      expect(report?.encodedText).toBe(blob);
    }
  });

  test('an encoded message that is cut is not offered for decoding', () => {
    const [report] = readEvidence(`${PLAIN} Encoded authorization failure message: ${BLOB}…`).reports;
    expect(report).toMatchObject({ encodedMessage: true });
    expect(report).not.toHaveProperty('encodedText');
  });
});

describe('denials of KMS, which do not say whether the key is there', () => {
  const EITHER =
    'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';
  test.each<readonly [string, Want]>([
    [CIPHERTEXT, { impliedAction: 'kms:Decrypt' }],
    [
      `User: ${KIM} is not authorized to perform: kms:Decrypt on this resource ${EITHER}`,
      { principal: KIM, action: 'kms:Decrypt' },
    ],
    [
      `User: ${KIM} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`,
      { principal: KIM, action: 'kms:Decrypt', denial: 'implicit', policyType: 'identity' },
    ],
    [`Service or caller is not authorized to use the provided AWS KMS key, ${EITHER}`, {}],
    [
      cli('AccessDeniedException', 'GetParameter', CIPHERTEXT),
      { code: 'AccessDeniedException', operation: 'GetParameter', impliedAction: 'kms:Decrypt' },
    ],
    [
      `Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings. KMS Exception: AccessDeniedException KMS Message: ${CIPHERTEXT}`,
      { code: 'AccessDeniedException', impliedAction: 'kms:Decrypt' },
    ],
  ])('%s', check);
});

describe('denials of STS', () => {
  const DEPLOYER = 'arn:aws:iam::444455556666:role/deployer';
  test.each<readonly [string, Want]>([
    [
      cli(
        'AccessDenied',
        'AssumeRole',
        `User: ${KIM} is not authorized to perform: sts:AssumeRole on resource: ${DEPLOYER}`,
      ),
      { code: 'AccessDenied', operation: 'AssumeRole', principal: KIM, action: 'sts:AssumeRole', resource: DEPLOYER },
    ],
    [
      `User: ${KIM} is not authorized to perform: sts:TagSession on resource: ${DEPLOYER}`,
      { principal: KIM, action: 'sts:TagSession', resource: DEPLOYER },
    ],
    ['Not authorized to perform sts:AssumeRoleWithWebIdentity', { action: 'sts:AssumeRoleWithWebIdentity' }],
    [
      cli('AccessDenied', 'AssumeRoleWithWebIdentity', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
      {
        code: 'AccessDenied',
        operation: 'AssumeRoleWithWebIdentity',
        action: 'sts:AssumeRoleWithWebIdentity',
      },
    ],
    ['Not authorized to perform sts:AssumeRoleWithSAML', { action: 'sts:AssumeRoleWithSAML' }],
    [
      'WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\tstatus code: 403, request id: A1',
      { code: 'AccessDenied', action: 'sts:AssumeRoleWithWebIdentity' },
    ],
    [
      'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      { action: 'sts:AssumeRoleWithWebIdentity' },
    ],
    [
      `current credentials could not be used to assume 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1', but are for the right account. Proceeding anyway.\nDeploy failed: AccessDenied: User: ${KIM} is not authorized to perform: cloudformation:CreateChangeSet`,
      { code: 'AccessDenied', principal: KIM, action: 'cloudformation:CreateChangeSet' },
    ],
  ])('%s', check);
});

describe('denials of further services', () => {
  const EXECUTE = 'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders';
  const IDENTITY = 'arn:aws:ses:eu-west-1:111122223333:identity/example.com';
  const SHOP = 'arn:aws:ecr:eu-west-1:444455556666:repository/shop';
  const SLR = 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
  test.each<readonly [string, Want]>([
    [
      `api error AccessDenied: The default Service-Linked Role for Auto Scaling could not be created.  com.amazonaws.services.identitymanagement.model.AmazonIdentityManagementException: User: ${NADIA} is not authorized to perform: iam:CreateServiceLinkedRole on resource: ${SLR} because no identity-based policy allows the iam:CreateServiceLinkedRole action (Service: AmazonIdentityManagement; Status Code: 403; Error Code: AccessDenied; Request ID: A1)`,
      {
        code: 'AccessDenied',
        principal: NADIA,
        action: 'iam:CreateServiceLinkedRole',
        resource: SLR,
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    [
      `denied: User: ${NADIA} is not authorized to perform: ecr:InitiateLayerUpload on resource: ${SHOP}`,
      { principal: NADIA, action: 'ecr:InitiateLayerUpload', resource: SHOP },
    ],
    [
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: ${KIM} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action status code: 400, request id: a-1`,
      {
        code: 'AccessDeniedException',
        principal: KIM,
        action: 'ecr:GetAuthorizationToken',
        resource: '*',
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    [
      `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${EXECUTE} with an explicit deny in a resource-based policy"}`,
      {
        principal: 'anonymous',
        action: 'execute-api:Invoke',
        resource: EXECUTE,
        denial: 'explicit',
        policyType: 'resource',
      },
    ],
    [
      '{"Message":"User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action"}',
      { principal: 'anonymous', action: 'es:ESHttpGet', denial: 'implicit', policyType: 'resource' },
    ],
    [
      cli(
        'AccessDenied',
        'SendMessage',
        'Access to the resource https://sqs.eu-west-1.amazonaws.com/111122223333/orders is denied.',
      ),
      {
        code: 'AccessDenied',
        operation: 'SendMessage',
        impliedAction: 'sqs:SendMessage',
        resource: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
      },
    ],
    [
      cli('AccessDenied', 'ListQueues', 'Access to the resource https://sqs.eu-west-1.amazonaws.com/ is denied.'),
      { code: 'AccessDenied', operation: 'ListQueues', impliedAction: 'sqs:ListQueues' },
    ],
    [
      cli(
        'AuthorizationError',
        'Publish',
        `User: ${KIM} is not authorized to perform: SNS:Publish on resource: +15550100123 because no identity-based policy allows the SNS:Publish action`,
      ),
      {
        code: 'AuthorizationError',
        operation: 'Publish',
        principal: KIM,
        action: 'SNS:Publish',
        resource: '+15550100123',
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    [
      `User \`${KIM}' is not authorized to perform \`ses:SendEmail' on resource \`${IDENTITY}'`,
      { principal: KIM, action: 'ses:SendEmail', resource: IDENTITY },
    ],
    [
      `554 Access denied: User \`${KIM}' is not authorized to perform \`ses:SendRawEmail' on resource \`${IDENTITY}'`,
      { principal: KIM, action: 'ses:SendRawEmail', resource: IDENTITY },
    ],
    [
      'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.',
      { code: 'InvalidParameterValueException', operation: 'CreateFunction', impliedAction: 'sts:AssumeRole' },
    ],
    [
      'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
      { impliedAction: 'ec2:CreateNetworkInterface' },
    ],
    [
      'The provided execution role does not have permissions to call ReceiveMessage on SQS',
      { impliedAction: 'sqs:ReceiveMessage' },
    ],
    [
      'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for code/fn.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied',
      { code: 'AccessDenied', impliedAction: 's3:GetObject' },
    ],
    ['Did not have IAM permissions to process tags on AWS::IAM::Role resource.', { impliedAction: 'iam:TagRole' }],
    ['Did not have IAM permissions to process tags on AWS::S3::Bucket resource.', {}],
    [
      `Insufficient permissions to execute the query. User: ${KIM} is not authorized to perform: glue:GetDatabase on resource: arn:aws:glue:eu-west-1:111122223333:catalog`,
      { principal: KIM, action: 'glue:GetDatabase', resource: 'arn:aws:glue:eu-west-1:111122223333:catalog' },
    ],
    ['Amazon S3 access denied on s3://results/q.csv', {}],
    ['Unable to verify/create output bucket acme-results', {}],
    ["AccessDeniedException: You don't have permissions to access this resource.", { code: 'AccessDeniedException' }],
    [
      'UnauthorizedResourceAccessException: Principal [arn:aws:iam::111122223333:user/nadia] is not allowed to execute [workdocs:CreateUser] on the resource',
      { code: 'UnauthorizedResourceAccessException', principal: NADIA, action: 'workdocs:CreateUser' },
    ],
    [
      "'arn:aws:iam::111122223333:role/sfn' is not authorized to create managed-rule.",
      { principal: 'arn:aws:iam::111122223333:role/sfn', impliedAction: 'events:PutRule' },
    ],
    [
      'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
      { impliedAction: 'sts:AssumeRole' },
    ],
    [
      "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions",
      { impliedAction: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/task' },
    ],
    [
      "The service role or action role doesn't have the permissions required to access the Amazon S3 bucket named acme. Update the IAM role permissions, and then try again.",
      {},
    ],
    [
      '{"errorType":"Unauthorized","message":"Not Authorized to access listOrders on type Query"}',
      { code: 'Unauthorized' },
    ],
    ['The request was denied due to a VPC endpoint policy', { policyType: 'endpoint' }],
    [
      `CLIENT_ERROR: AccessDeniedException: User: ${KIM} is not authorized to perform: codeconnections:UseConnection`,
      { code: 'AccessDeniedException', principal: KIM, action: 'codeconnections:UseConnection' },
    ],
  ])('%s', check);
});

describe('denials in the console', () => {
  test.each<readonly [string, Want]>([
    [
      `Access denied to s3:ListAllMyBuckets\nYou don't have permission to s3:ListAllMyBuckets. To request access, copy the following text and send it to your AWS administrator.\nUser: ${NADIA}\nAction: s3:ListAllMyBuckets\nContext: no identity-based policy allows the action\nDiagnose with Amazon Q`,
      { principal: NADIA, action: 's3:ListAllMyBuckets', denial: 'implicit', policyType: 'identity' },
    ],
    [
      `Access denied to ec2:StopInstances\nUser: ${KIM}\nAction: ec2:StopInstances\nOn resource(s): arn:aws:ec2:eu-west-1:111122223333:instance/i-1\nContext: a service control policy explicitly denies the action`,
      {
        principal: KIM,
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
        denial: 'explicit',
        policyType: 'scp',
      },
    ],
    [
      `You need permissions\nYou do not have the permission required to perform this operation. Ask your administrator to add permissions. Learn more\nUser: ${NADIA} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action`,
      {
        principal: NADIA,
        action: 'iam:ListUsers',
        resource: 'arn:aws:iam::111122223333:user/',
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    ["You don't have permission to s3:ListAllMyBuckets.", { action: 's3:ListAllMyBuckets' }],
    ['Access denied to s3:ListAllMyBuckets', { action: 's3:ListAllMyBuckets' }],
    [
      'You do not have the permission required to perform this operation. Ask your administrator to add permissions.',
      {},
    ],
    ['Access Denied', {}],
  ])('%s', check);
});

describe('what is only mentioned is no denial', () => {
  test.each([
    'How do I debug an access denied error in AWS?',
    'See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'See https://example.com/AccessDenied.html',
    'The word Access Denied appears on the page when I click the button',
    'We treat AccessDenied as a warning',
    '{"Statement":[{"Sid":"AccessDenied","Effect":"Deny","Action":"*","Resource":"*"}]}',
  ])('%s', (text) => expect(readEvidence(text).reports).toEqual([]));
});
