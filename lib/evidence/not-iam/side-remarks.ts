import { type NotIamRow, row } from '@/lib/evidence/not-iam/row';

/** What often stands beside a real denial, which then counts. */
export const SIDE_REMARKS: readonly NotIamRow[] = [
  row(
    'cdk-warning',
    /current credentials could not be used to assume '[^']{1,300}', but are for the right account/i,
    'This is a warning of the CDK, not a denial: it goes on with the credentials it has. Look at the error behind it, if there is one.',
  ),
  row(
    'quota',
    /\b(?:ThrottlingException|Throttling|TooManyRequestsException|RequestLimitExceeded|LimitExceeded(?:Exception)?|VcpuLimitExceeded|InstanceLimitExceeded|ServiceQuotaExceededException|SlowDown)\b|\bRate exceeded\b/,
    'A quota was reached. Wait and try again, or ask for a higher quota.',
  ),
  row(
    'network',
    /Could not connect to the endpoint URL|lookup [\w.-]{1,100}\.amazonaws\.com[^\s]{0,10} |lookup sts\.[^\s]{1,100}: |dial tcp [\d.:]{7,30}: |invalid character '<' looking for beginning of value|certificate signed by unknown authority|CERTIFICATE_VERIFY_FAILED|connect timeout on endpoint URL/i,
    'The request did not reach AWS. Check the network, the proxy and the endpoint.',
  ),
  row(
    'web-server',
    /\b403 Forbidden\b[\s\S]{0,200}\b(?:awselb|nginx|cloudflare|Apache)\b/i,
    'A web server, load balancer or firewall refused this, not IAM. Look at its rules.',
  ),
  row(
    'file-system',
    /: Permission denied\s{0,4}$|permission denied while trying to connect to the Docker daemon|is not in the sudoers file|Access is denied\.?\s{0,4}$/im,
    'The machine itself refused this, not AWS.',
  ),
];

/** Failures by the code that AWS gives them, where nothing else tells what they are. */
export const OTHER_FAILURES: readonly NotIamRow[] = [
  row(
    'not-found',
    /^(?:NoSuch\w{1,60}|\w{0,60}NotFound(?:Exception|Fault)?|404)$|\.NotFound$/,
    'AWS did not find what the call names. Check the name, the account and the Region.',
  ),
  row(
    'conflict',
    /AlreadyExists|AlreadyOwnedByYou|Conflict|ResourceInUse|IncorrectState|ConditionalCheckFailed/,
    'What is there already, or its state, does not admit this call. No policy plays a part.',
  ),
  row(
    'invalid-request',
    /^(?:Validation|Invalid|Malformed|Missing|Unsupported|BadRequest)/,
    'AWS could not use the call as it was sent. Mend its parameters.',
  ),
];

/** Any other failure. */
export const OTHER_ERROR = {
  id: 'other-error',
  text: 'AWS reports a failure that has nothing to do with permissions.',
} as const;
