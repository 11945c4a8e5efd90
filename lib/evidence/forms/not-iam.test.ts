import { describe, expect, test } from 'vitest';
import { NO_DENIAL, NOT_IAM_IDS } from '@/lib/evidence/forms/not-iam';
import { readEvidence } from '@/lib/evidence/read';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/dev/kim';

// One wording a row; every id of the list has at least one.
const ROWS: readonly (readonly [string, string])[] = [
  [
    'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    'expired-credentials',
  ],
  ['ExpiredTokenException: The security token included in the request is expired', 'expired-credentials'],
  [
    'An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.',
    'expired-credentials',
  ],
  [
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid',
    'invalid-credentials',
  ],
  ['UnrecognizedClientException: The security token included in the request is invalid.', 'invalid-credentials'],
  [
    '<Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message>',
    'invalid-credentials',
  ],
  [
    'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.',
    'signature',
  ],
  [
    '<Code>AccessDenied</Code><Message>There were headers present in the request which were not signed</Message>',
    'signature',
  ],
  ['SignatureDoesNotMatch: Signature expired: 20260301T081213Z is now earlier than 20260301T083000Z', 'clock'],
  ['RequestTimeTooSkewed: The difference between the request time and the current time is too large.', 'clock'],
  [
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials',
    'auth-failure',
  ],
  ['Unable to locate credentials. You can configure credentials by running "aws configure".', 'no-credentials'],
  ['NoCredentialProviders: no valid providers in chain. Deprecated.', 'no-credentials'],
  ['CredentialsProviderError: Could not load credentials from any providers', 'no-credentials'],
  [
    'java.nio.file.AccessDeniedException: s3a://b/k: getFileStatus on s3a://b/k: com.amazonaws.SdkClientException: NoAuthWithAWSException: No AWS Credentials',
    'no-credentials',
  ],
  ['IncompleteSignature: Authorization header requires Signature parameter.', 'unsigned-request'],
  ['MissingAuthenticationToken: Request is missing Authentication Token', 'unsigned-request'],
  [
    'OptInRequired: You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
    'not-subscribed',
  ],
  ['SubscriptionRequiredException: The AWS Access Key Id needs a subscription for the service', 'not-subscribed'],
  ['PendingVerification: Your account is currently being verified.', 'account-state'],
  ['Blocked: This account is currently blocked and not recognized as a valid account.', 'account-state'],
  ['<Code>AllAccessDisabled</Code><Message>All access to this object has been disabled</Message>', 'account-state'],
  ['RegionDisabledException: STS is not activated in this region for account', 'region-disabled'],
  [
    'InvalidIdentityToken: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    'identity-provider',
  ],
  ["InvalidIdentityToken: Couldn't retrieve verification key from your identity provider", 'identity-provider'],
  [
    'An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    'mfa-code',
  ],
  [
    'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
    'session-credentials',
  ],
  [
    'An error occurred (AccessDenied) when calling the GetFederationToken operation: Cannot call GetFederationToken with session credentials',
    'session-credentials',
  ],
  [
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    'root-assume-role',
  ],
  ['AccessDeniedException: Cross-account pass role is not allowed.', 'cross-account-pass-role'],
  [
    '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>3600</X-Amz-Expires></Error>',
    'presigned-url-expired',
  ],
  [
    '<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy Condition failed: ["eq", "$acl", "public-read"]</Message>',
    'post-policy',
  ],
  ['<Code>AccessDenied</Code><Message>Mfa Authentication must be used for this request</Message>', 'mfa-delete'],
  ['AccessControlListNotSupported: The bucket does not allow ACLs', 'acl-disabled'],
  [
    "An error occurred (InvalidObjectState) when calling the GetObject operation: The operation is not valid for the object's storage class",
    'object-archived',
  ],
  [
    'An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied because object protected by object lock.',
    'object-lock',
  ],
  ["NotFoundException: Key 'arn:aws:kms:eu-west-1:111122223333:key/1' does not exist", 'kms-key-state'],
  ['KMSInvalidStateException: arn:aws:kms:eu-west-1:111122223333:key/1 is pending deletion.', 'kms-key-state'],
  [
    'AccessDeniedException: Insufficient Lake Formation permission(s): Required Create Table on sales',
    'lake-formation',
  ],
  [
    'Insufficient permissions to execute the query. Principal does not have any privilege on specified resource',
    'lake-formation',
  ],
  [
    "An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.",
    'model-access',
  ],
  ['ForbiddenException: No access', 'identity-center'],
  ['Error when retrieving token from sso: Token has expired and refresh failed', 'sso-session'],
  ['UnauthorizedException: Session token not found or invalid', 'sso-session'],
  [
    `Error from server (Forbidden): pods is forbidden: User "${ROLE}" cannot list resource "pods" in API group "" in the namespace "default"`,
    'kubernetes-rbac',
  ],
  ['error: You must be logged in to the server (Unauthorized)', 'kubernetes-login'],
  ['error: the server has asked for the client to provide credentials', 'kubernetes-login'],
  [
    'no permissions for [indices:data/write/bulk] and User [name=arn:aws:iam::111122223333:role/x, backend_roles=[a]]',
    'opensearch',
  ],
  ['org.apache.kafka.common.errors.TopicAuthorizationException: Not authorized to access topics: [t]', 'kafka'],
  ['org.apache.kafka.common.errors.SaslAuthenticationException: [a-1]: Access denied', 'kafka'],
  ["ERROR 1045 (28000): Access denied for user 'app'@'10.0.1.2' (using password: YES)", 'database-login'],
  ['FATAL: PAM authentication failed for user "app"', 'database-login'],
  [
    '403 ERROR\nThe request could not be satisfied.\nRequest blocked.\nGenerated by cloudfront (CloudFront)',
    'cloudfront',
  ],
  [
    '<Error><Code>MissingKey</Code><Message>Missing Key-Pair-Id query parameter or cookie value</Message></Error>',
    'signed-url',
  ],
  ['{"message":"Missing Authentication Token"}', 'api-gateway'],
  ['{"message":"Forbidden"}', 'api-gateway'],
  ['{"message": "Unauthorized"}', 'api-gateway'],
  ['{"Message":"User is not authorized to access this resource with an explicit deny"}', 'api-gateway-authorizer'],
  ['NotAuthorizedException: Incorrect username or password.', 'cognito'],
  ["NotAuthorizedException: Access to Identity 'eu-west-1:1' is forbidden.", 'cognito'],
  ['Unauthenticated access is not supported for this identity pool.', 'cognito'],
  ['no basic auth credentials', 'registry-login'],
  ['denied: Your authorization token has expired. Reauthenticate and try again.', 'registry-login'],
  ['MessageRejected: Email address is not verified. The following identities failed the check', 'ses-sandbox'],
  [
    "fatal: unable to access 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/shop/': The requested URL returned error: 403",
    'git-credentials',
  ],
  ['dial tcp: lookup sts.eu-west-1.amazonaws.com: connection refused', 'network'],
  ['Could not connect to the endpoint URL: "https://sts.eu-west-1.amazonaws.com/"', 'network'],
  ["invalid character '<' looking for beginning of value", 'network'],
  [
    "(AuthorizationFailed) The client 'x' does not have authorization to perform action 'Microsoft.Compute/virtualMachines/read'",
    'azure',
  ],
  ['Error 403: Required "storage.objects.get" permission(s) for "projects/_/buckets/b"', 'google-cloud'],
  ['status: PERMISSION_DENIED', 'google-cloud'],
  ['https://obs.eu-west-1.myhuaweicloud.com: User: x is not authorized to perform: obs:object:GetObject', 'look-alike'],
  [
    'http://localhost:4566: User: arn:aws:iam::000000000000:root is not authorized to perform: s3:GetObject',
    'look-alike',
  ],
  ['git@github.com: Permission denied (publickey).', 'ssh'],
  ["PermissionError: [Errno 13] Permission denied: '/etc/x'", 'file-system'],
  ['java.nio.file.AccessDeniedException: /var/log/x', 'file-system'],
  [
    "current credentials could not be used to assume 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1', but are for the right account. Proceeding anyway.",
    'cdk-warning',
  ],
  ['AccessDeniedException: Unable to determine service/operation name to be authorized', 'endpoint-unknown'],
  ['An error occurred (ThrottlingException) when calling the DescribeStacks operation: Rate exceeded', 'quota'],
  ['VcpuLimitExceeded: You have requested more vCPU capacity than your current vCPU limit', 'quota'],
];

describe('failures that no policy decides', () => {
  test.each(ROWS)('%s', (text, notIam) => {
    const { kind, reports } = readEvidence(text);
    expect(kind).toBe('message');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ isAccessDenied: false, notIam });
    expect(reports[0]?.notIamText).toMatch(/^[A-Z].*\.$/s);
  });

  test('every failure of the list is tried', () => {
    expect([...new Set(ROWS.map(([, id]) => id))].sort()).toEqual([...NOT_IAM_IDS].sort());
    expect(NOT_IAM_IDS).not.toContain(NO_DENIAL.id);
  });
});

test('beside a denial such a remark does not count', () => {
  const denial = `User: ${ROLE} is not authorized to perform: sns:Publish`;
  for (const remark of ['ThrottlingException: Rate exceeded', 'The provided token has expired']) {
    expect(readEvidence(`${remark}\n${denial}`).reports).toMatchObject([
      { isAccessDenied: true, action: 'sns:Publish' },
    ]);
  }
});
