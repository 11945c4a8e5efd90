// What looks like a denial but is none that policies decide: what it is, and what to do instead. One row a wording.

export interface NotIam {
  readonly id: string;
  readonly text: string;
}

interface Row extends NotIam {
  readonly pattern: RegExp;
}

const ROWS: readonly Row[] = [
  row(
    'expired-credentials',
    /ExpiredToken|RequestExpired|security token included in the request is expired|provided token has expired/i,
    'The temporary credentials have expired. Sign in again, or assume the role again.',
  ),
  row(
    'presigned-url-expired',
    /<Message>Request has expired|AccessDenied[^\n]{0,40}: Request has expired/i,
    'The presigned URL is too old. Make a new one.',
  ),
  row(
    'invalid-credentials',
    /InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|security token included in the request is invalid|Access Key Id you provided does not exist/i,
    'AWS does not know these credentials. Check which ones are in use with `aws configure list`, and that the session token belongs to the key.',
  ),
  row(
    'clock',
    /Signature expired: |RequestTimeTooSkewed/i,
    'The clock of the calling machine is wrong. Set it, then try again.',
  ),
  row(
    'signature',
    /SignatureDoesNotMatch|request signature we calculated does not match|headers present in the request which were not signed/i,
    'The request’s signature is wrong: the secret key is mistyped, or something changed the request on its way.',
  ),
  row(
    'unsigned-request',
    /IncompleteSignature|MissingAuthenticationToken\b|Request is missing Authentication Token/,
    'The request was not signed, or not completely. Send it with an AWS SDK or the AWS CLI, and check the credentials.',
  ),
  row(
    'auth-failure',
    /AWS was not able to validate the provided access credentials|\bAuthFailure\b/,
    'AWS could not validate the credentials. Check them, the Region (it may have to be enabled) and the machine’s clock.',
  ),
  row(
    'no-credentials',
    /Unable to locate credentials|NoCredentialProviders|NoAuthWithAWSException|Could not load credentials from any providers/i,
    'No credentials were found. Configure some, for example with `aws configure` or `aws sso login`.',
  ),
  row(
    'sso-session',
    /Token has expired and refresh failed|Session token not found or invalid/i,
    'The Identity Center session has ended. Run `aws sso login`.',
  ),
  row(
    'not-subscribed',
    /OptInRequired|You are not subscribed to this service|SubscriptionRequiredException|needs a subscription for the service/i,
    'The account is not signed up for this service, or its Region is not enabled. Finish the sign-up or enable the Region.',
  ),
  row(
    'account-state',
    /PendingVerification|currently being verified|account is currently blocked|AccountProblem|AllAccessDisabled/i,
    'The account itself is restricted or still being verified. Only AWS Support can help.',
  ),
  row('region-disabled', /RegionDisabledException/, 'The Region, or STS in it, is not enabled for this account.'),
  row(
    'identity-provider',
    /No OpenIDConnect provider found in your account|Couldn't retrieve verification key/i,
    'AWS does not know, or cannot reach, the identity provider. Create the IAM OIDC provider for it.',
  ),
  row(
    'mfa-code',
    /MultiFactorAuthentication failed/i,
    'The MFA code or the device’s serial number was wrong. Try again with a new code.',
  ),
  row(
    'session-credentials',
    /Cannot call (?:GetFederationToken|GetSessionToken) with session credentials/i,
    'This call does not accept temporary credentials, whatever the policies say. Use the long-term credentials of a user.',
  ),
  row(
    'root-assume-role',
    /Roles may not be assumed by root accounts/i,
    'The root user cannot assume roles, whatever the policies say. Use a user or a role.',
  ),
  row(
    'cross-account-pass-role',
    /Cross-account pass role is not allowed/i,
    'A role of another account cannot be passed. Use a role of this account.',
  ),
  row(
    'post-policy',
    /Invalid according to Policy/i,
    'The fields of the upload form do not fit the form’s own policy. Mend the form.',
  ),
  row(
    'mfa-delete',
    /Mfa Authentication must be used for this request/i,
    'The bucket has MFA Delete switched on. Only its root user can delete, with an MFA code.',
  ),
  row(
    'acl-disabled',
    /AccessControlListNotSupported/i,
    'The bucket does not take ACLs. Leave the ACL out of the request.',
  ),
  row('object-archived', /InvalidObjectState/, 'The object is archived. Restore it first.'),
  row(
    'object-lock',
    /object protected by object lock/i,
    'Object Lock protects the object. Wait for its retention to end.',
  ),
  row(
    'kms-key-state',
    /KMSInvalidStateException|DisabledException|Key 'arn:[^']{1,300}' does not exist/i,
    'The KMS key is disabled, pending deletion, or does not exist. Check its state and Region.',
  ),
  row(
    'lake-formation',
    /Insufficient Lake Formation permission|Principal does not have any privilege on specified resource/i,
    'Lake Formation refused this, not IAM. Grant the permission in Lake Formation.',
  ),
  row(
    'ses-sandbox',
    /Email address is not verified/i,
    'Amazon SES sends only from and, in its sandbox, only to verified addresses. Verify the address, or leave the sandbox.',
  ),
  row(
    'git-credentials',
    /unable to access 'https:\/\/git-codecommit\.[^\n]{1,300}error: 403/i,
    'Git sent a password that AWS no longer accepts. Clear it from the credential helper, then try again.',
  ),
  row(
    'model-access',
    /don't have access to the model with the specified model ID/i,
    'Amazon Bedrock has not granted your account access to this model. Request it in the Bedrock console.',
  ),
  row(
    'identity-center',
    /ForbiddenException: No access/i,
    'Identity Center has no assignment of this permission set for you. Ask for the assignment.',
  ),
  row(
    'kubernetes-rbac',
    /is forbidden: User "[^"]{1,500}" cannot \w{1,40} resource/i,
    'Kubernetes refused this, not IAM. It needs a Role and a RoleBinding, or an EKS access entry.',
  ),
  row(
    'kubernetes-login',
    /You must be logged in to the server|server has asked for the client to provide credentials/i,
    'The cluster does not know this identity. Add an EKS access entry, or check the profile in use.',
  ),
  row(
    'opensearch',
    /no permissions for \[[^\]]{1,200}\] and User \[/i,
    'OpenSearch’s own access control refused this. Map the role in OpenSearch Dashboards.',
  ),
  row(
    'kafka',
    /(?:Topic|Group|Cluster)AuthorizationException|SaslAuthenticationException/,
    'Kafka’s ACLs refused this. With IAM authentication look at the `kafka-cluster` actions.',
  ),
  row(
    'database-login',
    /Access denied for user '|password authentication failed|PAM authentication failed/i,
    'The database refused the login, not IAM.',
  ),
  row(
    'cloudfront',
    /The request could not be satisfied|Generated by cloudfront/i,
    'CloudFront or a web application firewall refused this. Look at the distribution and its rules.',
  ),
  row(
    'signed-url',
    /Missing Key-Pair-Id query parameter/i,
    'CloudFront expects a signed URL or cookie here. Use a signed one, or check how it was signed.',
  ),
  row(
    'api-gateway',
    /"message"\s{0,4}:\s{0,4}"(?:Missing Authentication Token|Forbidden|Unauthorized)"/,
    'API Gateway answered this itself: no such route, a missing API key, or an authorizer.',
  ),
  row(
    'api-gateway-authorizer',
    /User is not authorized to access this resource/i,
    'The API’s own authorizer refused this. Look at what the authorizer of this method returns.',
  ),
  row(
    'cognito',
    /Incorrect username or password|Access to Identity '[^']{1,200}' is forbidden|Unauthenticated access is not supported for this identity pool/i,
    'Amazon Cognito refused the sign-in.',
  ),
  row(
    'registry-login',
    /no basic auth credentials|Your authorization token has expired/i,
    'The container registry needs a new login: `aws ecr get-login-password`, piped into `docker login`.',
  ),
  row(
    'endpoint-unknown',
    /Unable to determine service\/operation name to be authorized/i,
    'AWS could not tell which operation was meant. Check the endpoint, the path and the HTTP method.',
  ),
  row(
    'azure',
    /does not have authorization to perform action 'Microsoft\./i,
    'This is Microsoft Azure’s error, not AWS’s.',
  ),
  row(
    'google-cloud',
    /IAM_PERMISSION_DENIED|\bPERMISSION_DENIED\b|Required "[^"]{1,200}" permission\(s\) for "/,
    'This is Google Cloud’s error, not AWS’s.',
  ),
  row(
    'look-alike',
    /myhuaweicloud\.com|localhost(?:\.localstack\.cloud)?:(?:4566|9000)|127\.0\.0\.1:(?:4566|9000)|x-minio-|perform:? [\w:*-]{1,120} by policy\b/i,
    'This comes from another product that uses the same wording as AWS. Look at its own policies.',
  ),
  row('ssh', /Permission denied \(publickey/i, 'SSH refused the key. No AWS policy plays a part.'),
  row(
    'file-system',
    /\[Errno 13\] Permission denied|EACCES: permission denied|java\.nio\.file\.AccessDeniedException: (?!s3)/i,
    'The file system of the machine refused this, not AWS.',
  ),
];

// What often stands beside a real denial, which then counts.
const SIDE_REMARKS: readonly Row[] = [
  row(
    'cdk-warning',
    /current credentials could not be used to assume '[^']{1,300}', but are for the right account/i,
    'This is a warning of the CDK, not a denial: it goes on with the credentials it has. Look at the error behind it, if there is one.',
  ),
  row(
    'quota',
    /\b(?:ThrottlingException|Throttling|LimitExceeded(?:Exception)?|VcpuLimitExceeded|InstanceLimitExceeded)\b/,
    'A quota was reached. Wait and try again, or ask for a higher quota.',
  ),
  row(
    'network',
    /Could not connect to the endpoint URL|lookup sts\.[^\s]{1,100}: |invalid character '<' looking for beginning of value/i,
    'The request did not reach AWS. Check the network, the proxy and the endpoint.',
  ),
];

function row(id: string, pattern: RegExp, text: string): Row {
  return { id, pattern, text };
}

/** What a text is when it is no denial by policies; `undefined` when no row fits. */
export function readNotIam(text: string): NotIam | undefined {
  return firstOf(ROWS, text);
}

/** As above, for what counts only where there is no denial beside it. */
export function readSideRemark(text: string): NotIam | undefined {
  return firstOf(SIDE_REMARKS, text);
}

function firstOf(rows: readonly Row[], text: string): NotIam | undefined {
  const found = rows.find(({ pattern }) => pattern.test(text));
  return found && { id: found.id, text: found.text };
}

/** Said of a text in which nothing was recognised as a denial. */
export const NO_DENIAL: NotIam = {
  id: 'no-denial',
  text: 'There is no denial in this text. Paste the whole error message, with what stands around it.',
};

/** Every id, for the test that tries each. */
export const NOT_IAM_IDS: readonly string[] = [...ROWS, ...SIDE_REMARKS].map(({ id }) => id);
