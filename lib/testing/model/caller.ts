export type CallerKind = 'user' | 'session' | 'role' | 'federated' | 'root' | 'provider' | 'service' | 'anonymous';

/** Who makes the request (R1). Fields that a kind does not have are empty. */
export interface Caller {
  readonly kind: CallerKind;
  readonly text: string;
  readonly partition: string;
  /** Empty for callers that belong to no account (R3). */
  readonly account: string;
  /** Of a session and a role: the role's name without its path. */
  readonly role: string;
  /** The session's name, the federated user's name, or the last part of a user's ARN. */
  readonly name: string;
}

const PARTITION = '(aws|aws-cn|aws-us-gov|aws-iso[a-z-]*|aws-eusc)';
const FEDERATED_ACTIONS = [
  'sts:assumerolewithwebidentity',
  'sts:assumerolewithsaml',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];
const BUILT_IN = ['accounts.google.com', 'www.amazon.com', 'graph.facebook.com'];

/** R1: the kinds of callers; a text that fits none is an input problem. */
export function readCaller(text: string, action: string): Caller | undefined {
  const arn = (service: string, resource: string) => new RegExp(`^arn:${PARTITION}:${service}::(\\d{12}):${resource}$`);
  const caller = (kind: CallerKind, parts: readonly string[], role = '', name = ''): Caller => ({
    kind,
    text,
    partition: parts[1] ?? '',
    account: kind === 'provider' ? '' : (parts[2] ?? ''), // R3
    role,
    name,
  });
  if (text === '*') return caller('anonymous', []);
  if (BUILT_IN.includes(text)) return caller('provider', []);
  if (text === 'cognito-identity.amazonaws.com' && FEDERATED_ACTIONS.includes(action.toLowerCase())) {
    return caller('provider', []);
  }
  if (/^[a-z0-9.-]+\.(amazonaws\.com|amazonaws\.com\.cn|amazon\.com)$/.test(text)) return caller('service', []);
  const user = arn('iam', 'user/(?:.*/)?([^/]+)').exec(text);
  if (user !== null) return caller('user', user, '', user[3]);
  const role = arn('iam', 'role/(?:.*/)?([^/]+)').exec(text);
  if (role !== null) return caller('role', role, role[3]);
  const session = arn('sts', 'assumed-role/([^/]+)/([^/]+)').exec(text);
  if (session !== null) return caller('session', session, session[3], session[4]);
  const federated = arn('sts', 'federated-user/(.+)').exec(text);
  if (federated !== null) return caller('federated', federated, '', federated[3]);
  const root = arn('iam', 'root').exec(text);
  if (root !== null) return caller('root', root);
  const provider = arn('iam', '(?:oidc-provider|saml-provider)/.+').exec(text);
  return provider === null ? undefined : caller('provider', provider);
}
