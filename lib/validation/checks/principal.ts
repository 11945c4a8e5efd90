import { isAccountId, splitArn } from '@/lib/iam/arn';
import type { PrincipalKind } from '@/lib/policy/document';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { nearestName } from '@/lib/text/nearest';
import type { Located } from '@/lib/text/range';
import { code, listOf } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { changeTo, removeElement } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import type { PrincipalKindView, StatementView } from '@/lib/validation/policy-view';
import { PRINCIPAL_KINDS } from '@/lib/validation/read-policy-view';
import type { ValidatedType } from '@/lib/validation/subject';

// Who a resource-based policy names.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html

const WITH_PRINCIPAL: readonly ValidatedType[] = ['resource', 'trust', 'rcp', 'endpoint'];
const WITHOUT_RCP: readonly ValidatedType[] = ['resource', 'trust', 'endpoint'];

const INVALID_PRINCIPAL_FORMAT: Check = {
  id: 'INVALID_PRINCIPAL_FORMAT',
  severity: 'error',
  types: WITH_PRINCIPAL,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-principal-format'),
  find: inStatements(({ node }, report, { policyType }) => {
    for (const name of ['Principal', 'NotPrincipal']) {
      const value = member(node, name)?.value;
      if (value === undefined) continue;
      if (value.kind === 'object') for (const found of principalValues(value, policyType)) report(found);
      else for (const found of notAnObject(value, policyType)) report(found);
    }
  }),
};

function* notAnObject(value: JsonNode, policyType: ValidatedType): Iterable<Found> {
  if (value.kind === 'string' && (value.text === '*' || value.text.includes('${'))) return;
  const text = value.kind === 'string' ? value.text : '';
  const kind = isPrincipal(text) ? 'AWS' : /\.amazonaws\.com(\.cn)?$/.test(text) ? 'Service' : undefined;
  if (policyType === 'rcp') {
    yield { range: value.range, message: 'The `Principal` of an RCP is `"*"`.' };
    return;
  }
  const message = 'A principal is `"*"` or a pair such as `{ "AWS": "arn:aws:iam::111122223333:root" }`.';
  const edits = [{ range: value.range, text: `{ "${kind}": ${JSON.stringify(text)} }` }];
  yield { range: value.range, message, ...(kind && { fixes: [{ title: `Name it below \`${kind}\``, edits }] }) };
}

function* principalValues(object: JsonObject, policyType: ValidatedType): Iterable<Found> {
  for (const { key, value } of object.members) {
    if (value === undefined || !PRINCIPAL_KINDS.some((kind) => kind === key.value)) continue;
    for (const item of value.kind === 'array' ? value.items : [value]) {
      if (item.kind !== 'string') {
        const message = `${code(key.value)} takes a text in double quotes or a list of such texts.`;
        yield { range: item.range, message };
      } else if (key.value === 'AWS') yield* accountPrincipal({ value: item.text, range: item.range }, policyType);
    }
  }
}

function* accountPrincipal({ value, range }: Located<string>, policyType: ValidatedType): Iterable<Found> {
  if (value.includes('${') || isPrincipal(value)) return;
  // Wildcards have a finding of their own, except in an RCP.
  if (policyType !== 'rcp' && hasWildcard(value)) return;
  const account = splitArn(value)[4] ?? value;
  const digits = /^\d+$/.test(account) && account.length !== 12;
  const why = digits
    ? `An account ID has 12 digits; ${code(account)} has ${account.length}.`
    : 'Write `*`, an account ID of 12 digits, or the ARN of a user, a role or an account.';
  const service = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(value);
  const hint = service ? 'A service is named below `Service`, not below `AWS`.' : why;
  yield { range, message: `${code(value)} is no principal. ${hint}` };
}

/** An account, an ARN of IAM or STS, a unique id, or everyone. */
function isPrincipal(text: string): boolean {
  if (text === '*' || isAccountId(text) || /^A(?:IDA|ROA)[A-Z0-9]+$/.test(text)) return true;
  const [arn, partition = '', service = '', region, account = '', resource = ''] = splitArn(text);
  if (arn !== 'arn' || !/^aws(?:-[a-z-]+)?$/.test(partition) || region !== '') return false;
  if (!isAccountId(account) && account !== 'cloudfront' && account !== 'aws') return false;
  if (service === 'iam') return resource === 'root' || /^[a-z-]+\/./.test(resource);
  return service === 'sts' && resource !== '';
}

function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

const INVALID_PRINCIPAL_KEY: Check = {
  id: 'INVALID_PRINCIPAL_KEY',
  severity: 'error',
  types: WITH_PRINCIPAL,
  rank: 'element',
  page: analyzerPage('error', 'invalid-principal-key'),
  find: inStatements(({ node }, report) => {
    for (const name of ['Principal', 'NotPrincipal']) {
      const value = member(node, name)?.value;
      if (value?.kind !== 'object') continue;
      for (const { key } of value.members) {
        if (PRINCIPAL_KINDS.some((kind) => kind === key.value)) continue;
        const meant =
          nearestName(key.value, PRINCIPAL_KINDS) ?? nearestName(key.value.replace(/s$/, ''), PRINCIPAL_KINDS);
        const fixes = meant && !member(value, meant) ? [changeTo(key.range, meant)] : undefined;
        const hint = meant ? `Did you mean ${code(meant)}?` : `Use ${listOf(PRINCIPAL_KINDS.map(code), 'or')}.`;
        report({
          range: key.range,
          message: `${code(key.value)} is no kind of principal. ${hint}`,
          ...(fixes && { fixes }),
        });
      }
    }
  }),
};

const UNSUPPORTED_WILDCARD_IN_PRINCIPAL: Check = {
  id: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  severity: 'error',
  types: WITHOUT_RCP,
  rank: 'grammar',
  page: analyzerPage('error', 'unsupported-wildcard-in-principal'),
  find: inStatements((statement, report) => {
    for (const { kind, entries } of kindsOf(statement)) {
      for (const { value, range } of entries) {
        if (!hasWildcard(value) || value.includes('${') || (value === '*' && kind === 'AWS')) continue;
        const message =
          kind === 'AWS'
            ? `\`*\` and \`?\` are no wildcards inside a principal, so ${code(value)} names nobody. Name it in full, or use \`"*"\` with a condition on \`aws:PrincipalArn\`.`
            : `\`*\` and \`?\` are no wildcards below ${code(kind)}. Name the principal in full.`;
        report({ range, message });
      }
    }
  }),
};

const FEDERATED_PRINCIPAL_NOT_SUPPORTED: Check = {
  id: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  severity: 'error',
  types: ['resource', 'endpoint'],
  rank: 'meaning',
  page: analyzerPage('error', 'federated-principal-not-supported'),
  find: inStatements((statement, report) => {
    for (const { kind, key } of kindsOf(statement)) {
      if (kind !== 'Federated') continue;
      const message = 'Only a role’s trust policy can name an identity provider. Name the role that its users assume.';
      report({ range: key, message });
    }
  }),
};

function kindsOf({ principal }: StatementView): readonly PrincipalKindView[] {
  return principal?.kinds ?? [];
}

const EMPTY_ARRAY_PRINCIPAL: Check = {
  id: 'EMPTY_ARRAY_PRINCIPAL',
  severity: 'suggestion',
  types: WITHOUT_RCP,
  rank: 'style',
  page: analyzerPage('suggestion', 'empty-array-principal'),
  find: inStatements((statement, report) => {
    for (const { value, entries } of kindsOf(statement)) {
      if (entries.length === 0) report({ range: value, message: 'This list is empty, so it names nobody.' });
    }
  }),
};

const EMPTY_OBJECT_PRINCIPAL: Check = {
  id: 'EMPTY_OBJECT_PRINCIPAL',
  severity: 'suggestion',
  types: WITHOUT_RCP,
  rank: 'style',
  page: analyzerPage('suggestion', 'empty-object-principal'),
  find: inStatements(({ node }, report) => {
    for (const name of ['Principal', 'NotPrincipal']) {
      const value = member(node, name)?.value;
      if (value?.kind !== 'object' || value.members.length > 0) continue;
      report({ range: value.range, message: `This ${code(name)} is empty, so it names nobody.` });
    }
  }),
};

const ALLOW_WITH_NOT_PRINCIPAL: Check = {
  id: 'ALLOW_WITH_NOT_PRINCIPAL',
  severity: 'securityWarning',
  types: ['resource', 'endpoint'],
  rank: 'meaning',
  page: analyzerPage('security-warning', 'allow-with-not-principal'),
  find: inStatements(({ effect, principal }, report) => {
    if (effect?.value !== 'Allow' || principal?.name !== 'NotPrincipal') return;
    const message =
      '`NotPrincipal` with `Allow` lets in everyone who is not listed, anonymous callers included. Name in `Principal` whom you mean.';
    report({ range: principal.key, message });
  }),
};

/** A principal by the id that IAM keeps for it; such an id is shown once what it belonged to is deleted. */
function reference(id: string, page: string, prefix: string, what: string): Check {
  return {
    id,
    severity: 'warning',
    types: ['resource', 'trust'],
    rank: 'meaning',
    page: analyzerPage('general-warning', page),
    find: inStatements((statement, report) => {
      for (const { kind, entries } of kindsOf(statement)) {
        for (const { value, range } of kind === 'AWS' ? entries : []) {
          if (!value.startsWith(prefix) || !/^[A-Z0-9]+$/.test(value)) continue;
          const message = `${code(value)} is the internal id of a ${what}, as AWS shows it when the ${what} has been deleted. Write the ${what}’s ARN.`;
          report({ range, message });
        }
      }
    }),
  };
}

const SCP_SYNTAX_ERROR_PRINCIPAL: Check = {
  id: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  severity: 'error',
  types: ['scp'],
  rank: 'grammar',
  page: analyzerPage('error', 'scp-syntax-error-principal'),
  find: inStatements(({ node }, report) => {
    for (const name of ['Principal', 'NotPrincipal']) {
      const found = member(node, name);
      if (found === undefined) continue;
      const message = `An SCP has no ${code(name)}: it applies to everyone in the accounts below. Use a condition on \`aws:PrincipalArn\` instead.`;
      const fixes = meansEveryone(found.value) ? [removeElement(node, found)] : undefined;
      report({ range: found.key.range, message, ...(name === 'Principal' && fixes && { fixes }) });
    }
  }),
};

function meansEveryone(value: JsonNode | undefined): boolean {
  if (value?.kind === 'object') {
    const [only, ...others] = value.members;
    return others.length === 0 && only?.key.value === ('AWS' satisfies PrincipalKind) && meansEveryone(only.value);
  }
  return value?.kind === 'string' && value.text === '*';
}

export const PRINCIPAL_CHECKS: readonly Check[] = [
  INVALID_PRINCIPAL_FORMAT,
  INVALID_PRINCIPAL_KEY,
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
  FEDERATED_PRINCIPAL_NOT_SUPPORTED,
  ALLOW_WITH_NOT_PRINCIPAL,
  reference('INVALID_ROLE_REFERENCE', 'invalid-role-reference', 'AROA', 'role'),
  reference('INVALID_USER_REFERENCE', 'invalid-user-reference', 'AIDA', 'user'),
  EMPTY_ARRAY_PRINCIPAL,
  EMPTY_OBJECT_PRINCIPAL,
  SCP_SYNTAX_ERROR_PRINCIPAL,
];
