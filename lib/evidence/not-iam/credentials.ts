import { type NotIamRow, row } from '@/lib/evidence/not-iam/row';

/** The request was refused before any policy was read: credentials, signatures, sessions, accounts. */
export const CREDENTIAL_FAILURES: readonly NotIamRow[] = [
  row(
    'presigned-url-expired',
    /<Message>Request has expired|AccessDenied[^\n]{0,60}: Request has expired/i,
    'The presigned URL is too old. Make a new one.',
  ),
  row(
    'sso-session',
    /Token has expired and refresh failed|Session token not found or invalid|SSO session associated with this profile has expired|Error loading SSO Token|UnauthorizedSSOTokenError|SSOTokenLoadError|token included in the request is (?:expired|invalid)[^\n]{0,40}sso login/i,
    'The Identity Center session has ended. Run `aws sso login`.',
  ),
  row(
    'expired-credentials',
    /ExpiredToken|RequestExpired|security token included in the request is expired|provided token has expired/i,
    'The temporary credentials have expired. Sign in again, or assume the role again.',
  ),
  row(
    'invalid-credentials',
    /InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|security token included in the request is invalid|Access Key Id you provided does not exist|provided token is malformed/i,
    'AWS does not know these credentials. Check which ones are in use with `aws configure list`, and that the session token belongs to the key.',
  ),
  row(
    'clock',
    /Signature expired: |Signature not yet current: |RequestTimeTooSkewed/i,
    'The clock of the calling machine is wrong. Set it, then try again.',
  ),
  row(
    'signature',
    /SignatureDoesNotMatch|InvalidSignatureException|request signature we calculated does not match|headers present in the request which were not signed|AuthorizationQueryParametersError/i,
    'The request’s signature is wrong: the secret key is mistyped, or something changed the request on its way.',
  ),
  row(
    'wrong-region',
    /AuthorizationHeaderMalformed|Credential should be scoped to a valid region/i,
    'The request was signed for another Region. Send it to the Region of the resource.',
  ),
  row(
    'unsigned-request',
    /IncompleteSignature|MissingAuthenticationToken\b|Request is missing Authentication Token/,
    'The request was not signed, or not completely. Send it with an AWS SDK or the AWS CLI, and check the credentials.',
  ),
  row(
    'not-shared',
    /Not authorized for images?:|not authorized to use (?:the )?(?:image|snapshot)s? /i,
    'The image or snapshot is not shared with this account. Its owner has to share it; also check its Region.',
  ),
  row(
    'auth-failure',
    /AWS was not able to validate the provided access credentials|\bAuthFailure\b/,
    'AWS could not validate the credentials. Check them, the Region (it may have to be enabled) and the machine’s clock.',
  ),
  row(
    'no-credentials',
    /Unable to locate credentials|NoCredentialProviders|NoAuthWithAWSException|Could not load credentials from any providers|Unable to load (?:AWS )?credentials from any|Partial credentials found|no valid credential sources|Missing credentials in config|no EC2 IMDS role found|config profile \([^()\n]{1,100}\) could not be found/i,
    'No credentials were found. Configure some, for example with `aws configure` or `aws sso login`.',
  ),
  row(
    'not-subscribed',
    /OptInRequired|You are not subscribed to this service|SubscriptionRequiredException|needs a subscription for the service|account is not signed up|not enabled for cost explorer access/i,
    'The account is not signed up for this service, or its Region is not enabled. Finish the sign-up or enable the Region.',
  ),
  row(
    'account-state',
    /PendingVerification|currently being verified|account is currently blocked|AccountProblem|AllAccessDisabled|account (?:has been|is) suspended/i,
    'The account itself is restricted or still being verified. Only AWS Support can help.',
  ),
  row('region-disabled', /RegionDisabledException/, 'The Region, or STS in it, is not enabled for this account.'),
  row(
    'identity-provider',
    /InvalidIdentityToken|IDPRejectedClaim|IDPCommunicationError|No OpenIDConnect provider found in your account|Couldn't retrieve verification key|request included an invalid SAML response/i,
    'AWS does not know, cannot reach or does not believe the identity provider. Check the IAM identity provider, its audience, and the token or assertion.',
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
    'session-duration',
    /requested DurationSeconds exceeds/i,
    'The session was asked for longer than the role allows; a role assumed by a role gets one hour at most. Ask for a shorter session.',
  ),
  row(
    'console-sign-in',
    /Your authentication information is incorrect|authentication information you provided is incorrect/i,
    'The console refused the sign-in, not a policy. Check the account, the name and the password.',
  ),
];
