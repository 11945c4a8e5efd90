import { callerAccount, callerPartition } from '@/lib/iam/principal';
import { SERVICE_PRINCIPALS } from '@/lib/iam/service-principals';
import { type Candidate, shapeCandidate, template, textCandidate } from '@/lib/language/candidates/candidate';
import type { LanguageContext } from '@/lib/language/context';
import { trustActions } from '@/lib/language/statement';
import { principalKindWords } from '@/lib/language/words/elements';
import type { PrincipalKind } from '@/lib/policy/document';
import type { Request } from '@/lib/request/request';
import type { LooseObject } from '@/lib/text/loose-json';
import type { ValidatedType } from '@/lib/validation/subject';

const EVERYONE = 'Everyone, anonymous callers included; narrow it by a condition.';

/** The kinds of principals that a statement can name; in a trust policy those that its actions are for. */
export function kindsFor(type: ValidatedType, statement: LooseObject | undefined): readonly PrincipalKind[] {
  if (type === 'resource') return ['AWS', 'Service', 'CanonicalUser'];
  if (type !== 'trust') return ['AWS', 'Service'];
  const { ofProviders, ofOthers } = trustActions(statement);
  return [
    ...(ofOthers || !ofProviders ? (['AWS', 'Service'] as const) : []),
    ...(ofProviders || !ofOthers ? (['Federated'] as const) : []),
  ];
}

/** The whole value of a `Principal`. */
export function principalShapes({ type }: LanguageContext, statement: LooseObject | undefined): readonly Candidate[] {
  const everyone = textCandidate('principal', '*', EVERYONE);
  if (type === 'rcp') return [everyone];
  const map = (kind: PrincipalKind, detail: string): Candidate => {
    const value = template(`{ "${kind}": "‸" }`);
    return { kind: 'principal', label: kind, detail, insertion: { kind: 'json', value } };
  };
  const maps = kindsFor(type, statement).map((kind) => map(kind, principalKindWords(kind) ?? ''));
  // In a role's trust policy everyone is written as a map.
  return type === 'trust' ? maps : [...maps, everyone];
}

/** One entry of a `Principal`. */
export function principals(
  kind: PrincipalKind,
  statement: LooseObject | undefined,
  { request, type }: LanguageContext,
  taken: ReadonlySet<string>,
): readonly Candidate[] {
  // IAM Roles Anywhere assumes roles with three actions at once.
  const lacksActions = type === 'trust' && !trustActions(statement).ofRolesAnywhere;
  return ofKind(kind, request).filter(
    ({ label }) => !taken.has(label) && !(lacksActions && label === 'rolesanywhere.amazonaws.com'),
  );
}

function ofKind(kind: PrincipalKind, request: Request | undefined): readonly Candidate[] {
  switch (kind) {
    case 'AWS':
      return [...callers(request), ...shapes(request), textCandidate('principal', '*', EVERYONE)];
    case 'Service':
      return SERVICE_PRINCIPALS.map(([principal, service]) => textCandidate('principal', principal, service));
    case 'Federated':
      return providers(request);
    case 'CanonicalUser':
      return [shapeCandidate('principal', CANONICAL, CANONICAL, 'a canonical user ID')];
  }
}

// From AWS's documentation.
const CANONICAL = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
/** AWS's documentation writes it for an account of nobody. */
const SOME_ACCOUNT = '111122223333';

/** Whoever made the request, as a policy can name them. */
function callers(request: Request | undefined): readonly Candidate[] {
  const caller = request?.caller;
  if (request === undefined || caller === undefined || !('account' in caller)) return [];
  const list = [textCandidate('principal', caller.arn, 'the caller of this request')];
  const arn = caller.kind === 'session' ? request.context.lookup('aws:PrincipalArn') : undefined;
  const role = arn?.state === 'present' ? arn.values[0] : arn?.state === 'partial' ? arn.value.likely : undefined;
  if (role !== undefined) list.unshift(textCandidate('principal', role, 'the role of this request’s caller'));
  const root = `arn:${caller.partition}:iam::${caller.account}:root`;
  if (caller.kind !== 'root') list.push(textCandidate('principal', root, 'the account of this request’s caller'));
  return list;
}

function shapes(request: Request | undefined): readonly Candidate[] {
  const { start, account } = home(request);
  const anyAccount = shapeCandidate('principal', `${start}${SOME_ACCOUNT}:root`, SOME_ACCOUNT, 'an account');
  return [
    anyAccount,
    shapeCandidate('principal', `${start}${account}:role/NAME`, 'NAME', 'a role'),
    shapeCandidate('principal', `${start}${account}:user/NAME`, 'NAME', 'a user'),
  ];
}

function providers(request: Request | undefined): readonly Candidate[] {
  const { start, account } = home(request);
  const github = 'token.actions.githubusercontent.com';
  return [
    shapeCandidate('principal', `${start}${account}:oidc-provider/${github}`, github, 'an OIDC provider'),
    shapeCandidate('principal', `${start}${account}:saml-provider/NAME`, 'NAME', 'a SAML provider'),
    textCandidate('principal', 'cognito-identity.amazonaws.com', 'Amazon Cognito'),
    textCandidate('principal', 'accounts.google.com', 'Google'),
    textCandidate('principal', 'www.amazon.com', 'Login with Amazon'),
    textCandidate('principal', 'graph.facebook.com', 'Facebook'),
  ];
}

function home(request: Request | undefined): { readonly start: string; readonly account: string } {
  const partition = (request && callerPartition(request.caller)) ?? 'aws';
  const account = (request && callerAccount(request.caller)) ?? SOME_ACCOUNT;
  return { start: `arn:${partition}:iam::`, account };
}
