import type { CallerKind } from '@/lib/testing/model/caller';
import { literal, type Pattern } from '@/lib/testing/model/pattern';
import { catalog, isAction, type Request } from '@/lib/testing/model/request';
import {
  ABSENT,
  isStatedAbsent,
  isStatedPresent,
  type KeyState,
  PRESENT,
  stated,
  statedKeys,
  value,
} from '@/lib/testing/model/stated-keys';

// What follows from the request (C180 to C193). Keys come in lower case; `undefined`: nothing follows.

const SIGNED: readonly CallerKind[] = ['user', 'session', 'role', 'federated', 'root'];
const isSigned = (request: Request) => SIGNED.includes(request.caller.kind);
const isRoleSession = (request: Request) => request.caller.kind === 'session' || request.caller.kind === 'role';
const isIdentityCenter = (request: Request) =>
  isRoleSession(request) && request.caller.role.startsWith('AWSReservedSSO_');

export function derive(request: Request, key: string): KeyState | undefined {
  return (
    principalKey(request, key) ??
    serviceKey(request, key) ??
    credentialKey(request, key) ??
    networkKey(request, key) ??
    resourceKey(request, key) ??
    tagKey(request, key) ??
    (['aws:currenttime', 'aws:epochtime', 'aws:securetransport', 'aws:useragent'].includes(key) ? PRESENT : undefined) // C182
  );
}

/** C181: who the caller is. */
function principalKey(request: Request, key: string): KeyState | undefined {
  const { kind, text, account, name } = request.caller;
  switch (key) {
    case 'aws:principalarn':
      if (kind === 'anonymous') return ABSENT;
      if (kind === 'session') return roleArn(request);
      return isSigned(request) ? value(text) : undefined;
    case 'aws:principalaccount':
      if (kind === 'anonymous') return value('anonymous');
      return isSigned(request) ? value(account) : PRESENT;
    case 'aws:principaltype':
      if (kind === 'user') return value('User');
      if (isRoleSession(request)) return value('AssumedRole');
      if (kind === 'federated') return value('FederatedUser');
      if (kind === 'root') return value('Account');
      return kind === 'anonymous' ? value('Anonymous') : PRESENT;
    case 'aws:username':
      return kind === 'user' ? value(name) : ABSENT;
    case 'aws:userid':
      if (kind === 'session') return sessionId(request);
      if (kind === 'federated') return value(`${account}:${name}`);
      if (kind === 'root') return value(account);
      return kind === 'anonymous' ? value('anonymous') : PRESENT;
    default:
      return undefined;
  }
}

/** C184, R190: the ARN of a session's role, whose path is not known. */
function roleArn(request: Request): KeyState {
  const { partition, account, role } = request.caller;
  const start = `arn:${partition}:iam::${account}:role/`;
  const after = (path: string, ...unknown: Pattern): Pattern => [...literal(path), ...unknown, ...literal(`/${role}`)];
  if (role.startsWith('AWSReservedSSO_')) {
    const path = `${start}aws-reserved/sso.amazonaws.com/`;
    if (request.contextMode === 'absent') return value(path + role);
    const regions = ['us-east-2', 'eu-north-1', 'ap-southeast-7', 'sa-east-1', 'me-central-1', 'ca-west-1'];
    const all = [path + role, ...regions.map((region) => `${path}${region}/${role}`)];
    return {
      kind: 'partial',
      all,
      some: [literal(path + role), after(path, 'nameOne', 'nameRun')],
      asVariable: 'unknown',
    };
  }
  if (request.contextMode === 'absent') return value(start + role);
  if (role.startsWith('AWSServiceRoleFor')) {
    const path = `${start}aws-service-role/`;
    const services = ['ecs.amazonaws.com', 'x9.amazonaws.com', 'rds.application-autoscaling.amazonaws.com'];
    const all = services.map((service) => `${path}${service}/${role}`);
    return { kind: 'partial', all, some: [after(path, 'nameOne', 'nameRun')], asVariable: 'unknown' };
  }
  return { kind: 'partial', all: [start + role], some: [after(start, 'gap')], asVariable: 'unknown' };
}

/** C181, R191: `ID:SESSION` with any ID, which is not empty and has no colon. */
function sessionId(request: Request): KeyState {
  const session = request.caller.name;
  const ids = ['\uE000', '\uE001\uE000', '\uE000\uE002\uE001', 'A\uE000RO', `${'\uE003'.repeat(20)}`];
  return {
    kind: 'partial',
    all: ids.map((id) => `${id}:${session}`),
    some: [['idOne', 'idRun', ...literal(`:${session}`)]],
    asVariable: request.contextMode === 'unknown' ? 'unknown' : 'none',
  };
}

const SOURCE_KEYS = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/** C190: services as callers, and calls that services make for someone. */
function serviceKey(request: Request, key: string): KeyState | undefined {
  const { kind, text } = request.caller;
  const isService = kind === 'service';
  if (key === 'aws:principalisawsservice') {
    if (kind === 'anonymous') return ABSENT;
    return isService ? value('true') : isSigned(request) ? value('false') : undefined;
  }
  if (key === 'aws:principalservicename') return isService ? value(text) : ABSENT;
  if (key === 'aws:principalservicenameslist') {
    const others = request.contextMode === 'absent' ? 'F' : 'U'; // C172
    return isService ? { kind: 'containing', values: [text], others } : ABSENT;
  }
  if (SOURCE_KEYS.includes(key)) return isService ? undefined : ABSENT;
  const calledVia = (name: string) => /^aws:calledvia/.test(name);
  if (calledVia(key)) return isSigned(request) ? undefined : ABSENT;
  if (key === 'aws:viaawsservice') {
    if (statedKeys(request).some((name) => calledVia(name.toLowerCase()))) return value('true'); // C186
    return isService || kind === 'anonymous' ? value('false') : PRESENT;
  }
  return undefined;
}

/** C186, C190: what the credentials bring. */
function credentialKey(request: Request, key: string): KeyState | undefined {
  const { kind, text } = request.caller;
  const openFor = (...kinds: readonly CallerKind[]) => (kinds.includes(kind) ? undefined : ABSENT);
  switch (key) {
    case 'aws:principalorgid':
    case 'aws:principalorgpaths':
      return kind === 'service' || kind === 'anonymous' ? ABSENT : undefined;
    case 'aws:multifactorauthage':
      return hasNoMfa(request) ? ABSENT : undefined;
    case 'aws:multifactorauthpresent':
      if (isStatedPresent(request, 'aws:MultiFactorAuthAge')) return value('true');
      return hasNoMfa(request) ? ABSENT : undefined;
    case 'aws:tokenissuetime':
      if (isRoleSession(request) || kind === 'federated') return PRESENT;
      return openFor('user', 'root');
    case 'aws:sourceidentity':
      return openFor('session', 'role', 'root');
    case 'aws:federatedprovider':
      if (kind === 'provider' && isAction(request, 'sts:AssumeRoleWithWebIdentity')) return value(text);
      return openFor('session', 'role', 'provider');
    case 'aws:assumedroot':
      return openFor('root');
    case 'identitystore:userid':
      return openFor('session', 'role');
    case 'aws:ec2instancesourcevpc':
    case 'aws:ec2instancesourceprivateipv4':
    case 'ec2:sourceinstancearn':
    case 'ec2:roledelivery':
      return isRoleSession(request) && !isIdentityCenter(request) ? undefined : ABSENT;
    default:
      if (key.startsWith('saml:')) return openFor('session', 'role', 'provider');
      if (key.startsWith('aws:principaltag/')) return openFor('user', 'session', 'role', 'federated');
      return isTokenClaim(key) ? tokenClaim(key, openFor) : undefined;
  }
}

const BUILT_IN_PROVIDERS = [
  ...['accounts.google.com', 'www.amazon.com', 'graph.facebook.com', 'cognito-identity.amazonaws.com'],
];

/** C18, C190: a key whose prefix is an issuer, which has a dot. */
function isTokenClaim(key: string): boolean {
  return key.includes(':') && key.slice(0, key.lastIndexOf(':')).includes('.');
}

/** C190, C193: claims come with the call itself; those of built-in providers stay in the session. */
function tokenClaim(key: string, openFor: (...kinds: readonly CallerKind[]) => KeyState | undefined) {
  const stays = BUILT_IN_PROVIDERS.some((provider) => key.startsWith(`${provider}:`));
  return stays ? openFor('session', 'role', 'provider') : openFor('provider');
}

/** C186, C190: the credentials carry no MFA facts. */
function hasNoMfa(request: Request): boolean {
  if (!['user', 'session', 'role', 'root'].includes(request.caller.kind) || isIdentityCenter(request)) return true;
  // Without a token time the credentials are long-term ones; with MFA absent there is no age either.
  return isStatedAbsent(request, 'aws:MultiFactorAuthPresent') || isStatedAbsent(request, 'aws:TokenIssueTime');
}

const ENDPOINT_KEYS = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip'];

/** C185: the keys that only calls through a VPC endpoint carry. */
export function isEndpointKey(key: string): boolean {
  return ENDPOINT_KEYS.includes(key.toLowerCase()) || key.toLowerCase().startsWith('aws:vpce');
}

/** C185: a call has a source address or came through an endpoint, never both. */
function networkKey(request: Request, key: string): KeyState | undefined {
  if (key === 'aws:sourceip') return statedKeys(request).some(isEndpointKey) ? ABSENT : undefined;
  if (isEndpointKey(key)) return isStatedPresent(request, 'aws:SourceIp') ? ABSENT : undefined;
  return undefined;
}

const GLOBAL_SERVICES = ['iam', 'organizations', 'route53', 'cloudfront', 'account', 'billing', 'support', 'waf'];
const WITHOUT_RESOURCE_ACCOUNT = [
  ...['AcceptTransitGatewayPeeringAttachment', 'AcceptVpcEndpointConnections', 'AcceptVpcPeeringConnection'],
  ...['CreateTransitGatewayPeeringAttachment', 'CreateVpcEndpoint', 'CreateVpcPeeringConnection'],
].map((name) => `ec2:${name}`);

/** C187, C188, C189: owner and Region. */
function resourceKey(request: Request, key: string): KeyState | undefined {
  if (key === 'aws:requestedregion') return region(request);
  if (!['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'].includes(key)) return undefined;
  if (request.service === 'ebs' || isAction(request, ...WITHOUT_RESOURCE_ACCOUNT)) return ABSENT; // C189
  if (key !== 'aws:resourceaccount') return undefined;
  if (request.ownerIsAssumed && request.contextMode === 'unknown') return PRESENT; // R193
  return request.owner === '' ? PRESENT : value(request.owner);
}

/** C188, R194. */
function region(request: Request): KeyState {
  if (request.region !== '') return value(request.region);
  if (request.service === 'iam' && request.partition === 'aws-cn') return value('cn-north-1');
  if (request.service === 'iam' && request.partition === 'aws-us-gov') return value('us-gov-west-1');
  if (GLOBAL_SERVICES.includes(request.service)) return value('us-east-1');
  if (['globalaccelerator', 'networkmanager'].includes(request.service)) return value('us-west-2');
  return PRESENT;
}

/** C192: the tags of a call and the list of their keys. */
function tagKey(request: Request, key: string): KeyState | undefined {
  const prefix = 'aws:requesttag/';
  if (key === 'aws:tagkeys') {
    const tags = statedKeys(request).filter(
      (name) => name.toLowerCase().startsWith(prefix) && name.length > prefix.length,
    );
    return tags.length === 0 ? undefined : value(...tags.map((name) => name.slice(prefix.length)));
  }
  if (!key.startsWith(prefix)) return undefined;
  const list = stated(request, 'aws:TagKeys');
  if (list === undefined || list === 'present') return undefined;
  if (list.kind === 'absent') return ABSENT;
  if (list.kind !== 'values' || list.spellings.length > 1) return undefined;
  return list.spellings.flat().some((tag) => prefix + tag.toLowerCase() === key) ? PRESENT : ABSENT;
}

// C18: services whose requests also carry keys of another service.
const SHARED: Readonly<Record<string, readonly string[]>> = {
  dax: ['dynamodb'],
  ssmmessages: ['ssm', 'ec2'],
  ec2messages: ['ssm', 'ec2'],
  ssm: ['ec2'],
  'ec2-instance-connect': ['ec2'],
  sts: ['iam', 'saml'],
  s3express: ['s3'],
  's3-object-lambda': ['s3'],
  's3-outposts': ['s3'],
  sso: ['identitycenter'],
  q: ['identitystore'],
  qbusiness: ['identitystore'],
  'cognito-identity': ['cognito-identity-auth', 'cognito-identity-unauth'],
  xray: ['logs'],
  iotjobsdata: ['iot'],
  'aws-marketplace': ['catalog'],
  cases: ['connect'],
  'arc-zonal-shift': ['elasticloadbalancing'],
};

// C193: keys of one service that calls to any service carry.
const CROSS_SERVICE = [
  'ec2:sourceinstancearn',
  'ec2:roledelivery',
  'ssm:sourceinstancearn',
  'lambda:sourcefunctionarn',
  'codebuild:buildarn',
  'codebuild:projectarn',
  'glue:roleassumedby',
  'glue:credentialissuingservice',
  'identitystore:userid',
];

/** C18: a key of another service is absent. */
export function foreignServiceKey(request: Request, key: string): KeyState | undefined {
  const prefix = key.split(':')[0] ?? '';
  if (CROSS_SERVICE.includes(key) || !catalog.isService(prefix) || prefix === request.service) return undefined;
  return (SHARED[request.service] ?? []).includes(prefix) ? undefined : ABSENT;
}
