import { enrichedKeys } from '@/lib/evidence/events/enriched-keys';
import { parameterKeys } from '@/lib/evidence/events/event-parameters';
import { principalOfEvent } from '@/lib/evidence/events/event-principal';
import type { DenialReport } from '@/lib/evidence/evidence';
import { objectAt, textAt } from '@/lib/evidence/members';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import { readInstant } from '@/lib/text/instant';
import type { JsonObject } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// Fields of an event that are condition keys.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

type Fact = readonly [key: string, value: string | undefined];

/** The condition keys that an event states, and those that it shows not to be in the request. */
export function contextOfEvent(
  event: JsonObject,
  owner: string | undefined,
  isWhole: boolean,
): Pick<DenialReport, 'context' | 'absent'> {
  const facts: readonly Fact[] = [
    ...identityFacts(event, isWhole),
    ...networkFacts(event),
    ...timeFacts(textAt(event, 'eventTime')),
    ['aws:RequestedRegion', textAt(event, 'awsRegion')],
    ['aws:ResourceAccount', owner],
  ];
  const stated = facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== '');
  const context = { ...Object.fromEntries(stated), ...parameterKeys(event), ...enrichedKeys(event) };
  const absent = isWhole ? absentKeys(event) : [];
  return { ...(Object.keys(context).length > 0 && { context }), ...(absent.length > 0 && { absent }) };
}

// A unique ID that policies see as `aws:userid`.
const WITH_USER_ID = ['IAMUser', 'AssumedRole', 'FederatedUser', 'Root', 'AWSAccount'];
// Services that enter themselves in the chain of `aws:CalledVia`.
const CALLING_SERVICES =
  /^(?:athena|cloud9|cloudformation|databrew|dataexchange|dynamodb|kms|servicecatalog-appregistry|sqlworkbench)\.amazonaws\.com$/;

function timeFacts(time: string | undefined): readonly Fact[] {
  const instant = time === undefined ? undefined : readInstant(time);
  return [
    ['aws:CurrentTime', time],
    ['aws:EpochTime', instant === undefined ? undefined : String(Math.floor(instant / 1000))],
  ];
}

// What CloudTrail calls the caller's kind, as policies do.
const PRINCIPAL_TYPES: Readonly<Record<string, string>> = {
  IAMUser: 'User',
  AssumedRole: 'AssumedRole',
  FederatedUser: 'FederatedUser',
  Root: 'Account',
};

function identityFacts(event: JsonObject, isWhole: boolean): readonly Fact[] {
  const identity = objectAt(event, 'userIdentity');
  const type = textAt(identity, 'type') ?? '';
  const session = objectAt(identity, 'sessionContext');
  const attributes = objectAt(session, 'attributes');
  const issuer = objectAt(session, 'sessionIssuer');
  const role = type === 'AssumedRole' ? textAt(issuer, 'arn') : undefined;
  const invokedBy = textAt(identity, 'invokedBy');
  const isService = type === 'AWSService';
  const isKnown = identity !== undefined && type !== '' && (isWhole || invokedBy !== undefined);
  const principal = principalOfEvent(event);
  const isAnonymous = principal === '*';
  const own = type === 'AssumedRole' ? role : Object.hasOwn(PRINCIPAL_TYPES, type) ? principal : undefined;
  const account = parseArn(own ?? '')?.account ?? textAt(identity, 'accountId');
  return [
    // The role, never its session; it has the path that the session's ARN lacks.
    ['aws:PrincipalArn', own && parseArn(own) ? own : undefined],
    ['aws:PrincipalAccount', account && isAccountId(account) ? account : undefined],
    ['aws:PrincipalType', isAnonymous ? 'Anonymous' : lookUp(PRINCIPAL_TYPES, type)],
    ['aws:userid', isAnonymous ? 'anonymous' : userId(identity, type, account)],
    ['aws:username', type === 'IAMUser' ? textAt(identity, 'userName') : undefined],
    ['aws:MultiFactorAuthPresent', textAt(attributes, 'mfaAuthenticated')],
    ['aws:TokenIssueTime', textAt(attributes, 'creationDate')],
    ['aws:SourceIdentity', textAt(session, 'sourceIdentity')],
    ['aws:FederatedProvider', textAt(objectAt(session, 'webIdFederationData'), 'federatedProvider')],
    ['ec2:RoleDelivery', textAt(session, 'ec2RoleDelivery')],
    ...scopeFacts(objectAt(identity, 'inScopeOf')),
    ['aws:PrincipalIsAWSService', isService ? 'true' : undefined],
    ['aws:PrincipalServiceName', isService ? invokedBy : undefined],
    ['aws:ViaAWSService', isKnown ? viaService(event, role, principal) : undefined],
    ['aws:CalledViaLast', !isService && invokedBy && CALLING_SERVICES.test(invokedBy) ? invokedBy : undefined],
    ...federationFacts(identity),
  ];
}

/** The caller as `aws:userid` has it: its unique ID, of a federated user account and name, of root the account. */
function userId(identity: JsonObject | undefined, type: string, account: string | undefined): string | undefined {
  if (!WITH_USER_ID.includes(type)) return undefined;
  const id = textAt(identity, 'principalId');
  return type === 'Root' ? account : id === '' ? undefined : id;
}

// The function or instance for which the session was made.
const SCOPES: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'lambda:SourceFunctionArn',
  'AWS::EC2::Instance': 'ec2:SourceInstanceARN',
};

function scopeFacts(scope: JsonObject | undefined): readonly Fact[] {
  const key = lookUp(SCOPES, textAt(scope, 'issuerType') ?? textAt(scope, 'credentialsIssuedTo') ?? '');
  return key ? [[key, textAt(scope, 'sourceArn')]] : [];
}

/** A service that acts with a role of its own does not act on the caller's behalf. */
function viaService(
  event: JsonObject,
  role: string | undefined,
  principal: string | undefined,
): 'true' | 'false' | undefined {
  const identity = objectAt(event, 'userIdentity');
  const isOwnRole =
    textAt(identity, 'type') === 'AWSService' ||
    /:role\/(?:aws-service-role|service-role)\//.test(role ?? '') ||
    // Services name the sessions of the roles they are given: AWSCloudFormation, AWSCodeBuild-0a1b…
    /:assumed-role\/[^/]{1,64}\/AWS[A-Z][A-Za-z]{3,40}(?:-[\w-]{1,40})?$/.test(principal ?? '');
  if (isOwnRole) return 'false';
  if (textAt(identity, 'invokedBy') !== undefined) return 'true';
  // The address of a service says that a service called, but not whether it did so for the caller.
  return /\.amazonaws\.com$/.test(textAt(event, 'sourceIPAddress') ?? '') ? undefined : 'false';
}

/** `issuer:audience:subject`, as the identity provider's token says. */
function federationFacts(identity: JsonObject | undefined): readonly Fact[] {
  const issuer = textAt(identity, 'identityProvider');
  const subject = textAt(identity, 'userName');
  const id = textAt(identity, 'principalId');
  if (textAt(identity, 'type') !== 'WebIdentityUser' || !issuer || !subject || !id) return [];
  if (!id.startsWith(`${issuer}:`) || !id.endsWith(`:${subject}`)) return [];
  const audience = id.slice(issuer.length + 1, -subject.length - 1);
  const host = issuer.split('oidc-provider/').at(-1) ?? issuer;
  return [
    [`${host}:sub`, subject],
    [`${host}:aud`, audience],
  ];
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?::\d{1,3}(?:\.\d{1,3}){3})?)$/i;

function networkFacts(event: JsonObject): readonly Fact[] {
  const address = textAt(event, 'sourceIPAddress') ?? '';
  const endpoint = textAt(event, 'vpcEndpointId');
  // Where a service calls, the address is not the caller's.
  const isOwn = ADDRESS.test(address) && textAt(objectAt(event, 'userIdentity'), 'invokedBy') === undefined;
  return [
    ['aws:SourceIp', isOwn && endpoint === undefined ? address : undefined],
    ['aws:VpcSourceIp', isOwn && endpoint !== undefined ? address : undefined],
    ['aws:SourceVpce', endpoint],
    ['aws:UserAgent', textAt(event, 'userAgent')?.replace(/^\[(.*)\]$/s, '$1')],
    ['aws:SecureTransport', objectAt(event, 'tlsDetails') ? 'true' : undefined],
    ['s3:TlsVersion', isS3(event) ? tlsVersion(event) : undefined],
  ];
}

function isS3(event: JsonObject): boolean {
  return textAt(event, 'eventSource') === 's3.amazonaws.com';
}

/** `TLSv1.3` as policies compare it: 1.3. */
function tlsVersion(event: JsonObject): string | undefined {
  return /^TLSv(\d(?:\.\d)?)$/.exec(textAt(objectAt(event, 'tlsDetails'), 'tlsVersion') ?? '')?.[1];
}

/** Long-term credentials carry no information on MFA; a call past the endpoints has no endpoint, one through them no address. */
function absentKeys(event: JsonObject): readonly string[] {
  const identity = objectAt(event, 'userIdentity');
  const type = textAt(identity, 'type') ?? '';
  const absent = lookUp(ABSENT_WITHOUT_SESSION, type);
  const hasSession = objectAt(identity, 'sessionContext') !== undefined;
  const isWhole = textAt(event, 'sourceIPAddress') !== undefined && textAt(event, 'eventVersion') !== undefined;
  const hasEndpoint = textAt(event, 'vpcEndpointId') !== undefined;
  return [
    ...(absent && !hasSession ? absent : []),
    ...(hasEndpoint ? ['aws:SourceIp'] : isWhole ? ['aws:SourceVpce', 'aws:SourceVpc', 'aws:VpcSourceIp'] : []),
  ];
}

const LONG_TERM = ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge', 'aws:TokenIssueTime'];
const ABSENT_WITHOUT_SESSION: Readonly<Record<string, readonly string[]>> = { IAMUser: LONG_TERM, Root: LONG_TERM };
