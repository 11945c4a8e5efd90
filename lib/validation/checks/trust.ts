import { member } from '@/lib/text/json';
import type { Located, Range } from '@/lib/text/range';
import { code, listOf } from '@/lib/text/wording';
import { type Check, type Found, inSoundStatements, inStatements } from '@/lib/validation/check';
import { changeTo, removeElement } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import type { StatementView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { entriesCovering, isAboutAction } from '@/lib/validation/terms/actions';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { namedPrincipals, principalEntries } from '@/lib/validation/terms/principals';

// A role's trust policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html

type TrustCheck = Pick<Check, 'id' | 'rank' | 'find'> & { readonly page: string };

function trustCheck({ id, rank, page, find }: TrustCheck): Check {
  return { id, severity: 'error', types: ['trust'], rank, page: analyzerPage('error', page), find };
}

const NOT_PRINCIPAL = trustCheck({
  id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  rank: 'grammar',
  page: 'role-trust-policy-syntax-error-notprincipal',
  find: inStatements(({ node }, report) => {
    const found = member(node, 'NotPrincipal');
    if (found === undefined) return;
    const message = 'A trust policy cannot have `NotPrincipal`. Name in `Principal` who may assume the role.';
    report({ range: found.key.range, message });
  }),
});

const RESOURCE = trustCheck({
  id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  rank: 'grammar',
  page: 'role-trust-policy-syntax-error-resource',
  find: inStatements(({ node }, report) => {
    for (const name of ['Resource', 'NotResource']) {
      const found = member(node, name);
      if (found === undefined) continue;
      const message = `A trust policy has no ${code(name)}: it always applies to its own role. Remove it.`;
      report({ range: found.key.range, message, fixes: [removeElement(node, found)] });
    }
  }),
});

const EVERYONE = trustCheck({
  id: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  rank: 'grammar',
  page: 'role-trust-policy-unsupported-wildcard-in-principal',
  find: inStatements(({ effect, principal }, report) => {
    if (effect?.value !== 'Allow' || principal?.name !== 'Principal' || principal.form !== '*') return;
    report({ range: principal.value, message: 'A trust policy cannot allow `"*"`. Name who may assume the role.' });
  }),
});

const FEDERATED = trustCheck({
  id: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  rank: 'format',
  page: 'invalid-federated-principal-syntax-in-role-trust-policy',
  find: inStatements(({ principal }, report) => {
    for (const { value, range } of principalEntries(principal, 'Federated')) {
      if (/[*?]|\$\{/.test(value) || providerKind(value) !== undefined) continue;
      const message = `${code(value)} is no identity provider. Give its domain name without \`https://\`, or the ARN of a SAML or OIDC provider.`;
      report({ range, message });
    }
  }),
});

type Provider = 'saml' | 'oidc';

/** What kind of provider a `Federated` principal names; `undefined` for what is none. */
function providerKind(text: string): Provider | undefined {
  if (!text.includes(':')) return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text) ? 'oidc' : undefined;
  const [arn, , service, region, account = '', resource = ''] = arnFields(text);
  if (arn !== 'arn' || service !== 'iam' || region !== '' || !/^\d{12}$/.test(account)) return undefined;
  if (/^saml-provider\/./.test(resource)) return 'saml';
  return /^oidc-provider\/./.test(resource) ? 'oidc' : undefined;
}

const ASSUME_ROLE = 'sts:AssumeRole';
const WITH_SAML = 'sts:AssumeRoleWithSAML';
const WITH_WEB_IDENTITY = 'sts:AssumeRoleWithWebIdentity';

/** The action by which each kind of principal assumes a role. */
const ACTION_OF = { account: ASSUME_ROLE, saml: WITH_SAML, oidc: WITH_WEB_IDENTITY } as const;
const KIND_NAMES = {
  account: 'An account, user, role or service',
  saml: 'A SAML provider',
  oidc: 'An OIDC provider',
} as const;

type PrincipalSort = keyof typeof ACTION_OF;

const MISMATCH = trustCheck({
  id: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  rank: 'meaning',
  page: 'mismatched-action-for-principal',
  find: inSoundStatements((statement, report) => {
    const { effect, action } = statement;
    if (effect?.value !== 'Allow' || action?.name !== 'Action') return;
    const sorts = sortsOf(statement);
    if (sorts.size === 0) return;
    const fitting: readonly string[] = [...sorts].map((sort) => ACTION_OF[sort]);
    for (const wrong of [ASSUME_ROLE, WITH_SAML, WITH_WEB_IDENTITY]) {
      const entry = entriesCovering(action, wrong).find(({ hasWildcard }) => !hasWildcard);
      if (entry === undefined || fitting.includes(wrong)) continue;
      const [sort = 'account'] = sorts;
      const message = `${KIND_NAMES[sort]} assumes a role with ${listOf(fitting.map(code), 'or')}, not with ${code(entry.value)}.`;
      const [meant] = fitting;
      const free = fitting.length === 1 && meant !== undefined && !isAboutAction(statement, meant);
      report({ range: entry.range, message, ...(free && { fixes: [changeTo(entry.range, meant)] }) });
    }
    for (const sort of sorts) {
      if (isAboutAction(statement, ACTION_OF[sort]) || !assumes(statement)) continue;
      const place = placeOf(statement, sort);
      if (place === undefined || sorts.size < 2) continue;
      const message = `${KIND_NAMES[sort]} assumes a role with ${code(ACTION_OF[sort])}, which this statement does not allow.`;
      report({ range: place, message });
    }
  }),
});

function assumes(statement: StatementView): boolean {
  return [ASSUME_ROLE, WITH_SAML, WITH_WEB_IDENTITY].some((action) => isAboutAction(statement, action));
}

/** The kinds of principals that a statement names; those that cannot be told are left out. */
function sortsOf(statement: StatementView): ReadonlySet<PrincipalSort> {
  const sorts = new Set<PrincipalSort>();
  if (statement.principal?.name !== 'Principal') return sorts;
  for (const { kind, entries } of statement.principal.kinds) {
    for (const { value } of entries) {
      const sort = kind === 'Federated' ? providerKind(value) : 'account';
      if (sort) sorts.add(sort);
    }
  }
  return sorts;
}

function placeOf(statement: StatementView, sort: PrincipalSort): Range | undefined {
  const kinds = statement.principal?.kinds ?? [];
  return kinds
    .flatMap(({ kind, entries }) => entries.map((entry) => ({ kind, entry })))
    .find(({ kind, entry }) => (kind === 'Federated' ? providerKind(entry.value) : 'account') === sort)?.entry.range;
}

const ROLES_ANYWHERE = 'rolesanywhere.amazonaws.com';
const ROLES_ANYWHERE_ACTIONS = [ASSUME_ROLE, 'sts:SetSourceIdentity', 'sts:TagSession'];

// https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
const ANYWHERE = trustCheck({
  id: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  rank: 'meaning',
  page: 'missing-action-for-roles-anywhere-trust-policy',
  *find({ policy }: Subject): Iterable<Found> {
    const places: Located<string>[] = [];
    const allowing: StatementView[] = [];
    for (const statement of policy?.statements ?? []) {
      if (!statement.sound || statement.effect?.value !== 'Allow') continue;
      const entry = namedPrincipals(statement, 'Service').find(({ value }) => value === ROLES_ANYWHERE);
      if (entry === undefined) continue;
      places.push(entry);
      allowing.push(statement);
    }
    const [first] = places;
    const missing = ROLES_ANYWHERE_ACTIONS.filter((action) => !allowing.some((one) => isAboutAction(one, action)));
    if (first === undefined || missing.length === 0) return;
    const message = `IAM Roles Anywhere also needs ${listOf(missing.map(code), 'and')}. Allow all of ${listOf(ROLES_ANYWHERE_ACTIONS.map(code), 'and')}.`;
    yield { range: first.range, message };
  },
});

const REDUNDANT_PRINCIPAL: Check = {
  id: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  severity: 'suggestion',
  types: ['trust'],
  rank: 'style',
  page: analyzerPage('suggestion', 'redundant-principal-in-role-trust-policy'),
  find: inSoundStatements((statement, report) => {
    const entries = principalEntries(statement.principal, 'AWS');
    const roles = new Set(entries.flatMap(({ value }) => roleOf(value, 'iam') ?? []));
    for (const { value, range } of entries) {
      const role = roleOf(value, 'sts');
      if (role === undefined || !roles.has(role)) continue;
      report({ range, message: `${code(value)} adds nothing: its role stands in the list already.` });
    }
  }),
};

/** Account and name of the role that an ARN names, or that a session's ARN is of. */
function roleOf(text: string, service: 'iam' | 'sts'): string | undefined {
  const [, partition, named, , account, resource = ''] = arnFields(text);
  if (named !== service) return undefined;
  const [type, ...rest] = resource.split('/');
  // A session names its role without the path.
  const name = service === 'iam' && type === 'role' ? rest.at(-1) : undefined;
  const session = service === 'sts' && type === 'assumed-role' && rest.length === 2 ? rest[0] : undefined;
  const role = name ?? session;
  return role === undefined || role === '' ? undefined : `${partition} ${account} ${role}`;
}

export const TRUST_CHECKS: readonly Check[] = [
  NOT_PRINCIPAL,
  EVERYONE,
  RESOURCE,
  FEDERATED,
  MISMATCH,
  ANYWHERE,
  REDUNDANT_PRINCIPAL,
];
