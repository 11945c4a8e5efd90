import { parseArn, splitArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { PrincipalEntry, Statement } from '@/lib/policy/document';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';
import { code } from '@/lib/text/wording';

/** Parts of a statement that are used as they stand but do not do what their author probably meant. */
export function cautions(statement: Statement, type: PolicyType): readonly Problem[] {
  return [
    ...aboutPrincipal(statement),
    ...aboutAction(statement),
    ...aboutResource(statement, type),
    ...aboutEffect(statement, type),
    ...aboutEveryone(statement, type),
  ];
}

function error(code: string, message: string, range: Range): Problem {
  return { code, severity: 'error', message, range };
}

/** R23, R28. */
function aboutPrincipal({ principal, effect }: Statement): readonly Problem[] {
  if (principal === undefined) return [];
  const problems = principal.entries.flatMap(aboutEntry);
  if (principal.name === 'NotPrincipal' && effect.value === 'Allow') {
    const message =
      '`NotPrincipal` with `Allow` lets in everyone who is not listed, anonymous callers included. AWS no longer accepts it.';
    problems.push(error('not-principal-allow', message, principal.range));
  }
  return problems;
}

function aboutEntry({ kind, text }: PrincipalEntry): Problem[] {
  const entry = text.value;
  if (entry !== '*' && /[*?]/.test(entry)) {
    const message = `${code(entry)} names nobody: \`*\` and \`?\` are no wildcards inside a principal. Use \`"*"\` with a \`Condition\` on \`aws:PrincipalArn\`.`;
    return [error('principal-wildcard', message, text.range)];
  }
  const arn = kind === 'AWS' ? parseArn(entry) : undefined;
  if (arn?.service === 'iam' && /^(?:group|policy|instance-profile)\//.test(arn.resource)) {
    const message = `${code(entry)} names nobody: groups, policies and instance profiles cannot be principals.`;
    return [error('principal-kind', message, text.range)];
  }
  return [];
}

/** R118, R143. */
function aboutAction({ action }: Statement): readonly Problem[] {
  const noService = action.patterns
    .filter(({ value }) => !value.includes(':') && !/^\*+$/.test(value))
    .map(({ value, range }) => {
      const message = `${code(value)} matches nothing: an action is written with its service, such as \`s3:GetObject\`.`;
      return error('action-without-service', message, range);
    });
  if (action.patterns.length > 0) return noService;
  return [
    action.name === 'NotAction'
      ? error(
          'empty-not-action',
          'An empty `NotAction` excludes nothing, so this statement covers every action.',
          action.range,
        )
      : error('empty-action', 'An empty `Action` list matches nothing, so this statement does nothing.', action.range),
  ];
}

/** R124, R143. */
function aboutResource({ resource }: Statement, type: PolicyType): readonly Problem[] {
  if (resource === undefined) return [];
  if (resource.patterns.length === 0) {
    const message =
      resource.name === 'NotResource'
        ? 'An empty `NotResource` excludes nothing, so this statement covers every resource.'
        : 'An empty `Resource` list matches nothing, so this statement does nothing.';
    return [error('empty-resource', message, resource.range)];
  }
  const fillsUp = type === 'identity' || type === 'boundary' || type === 'session' || type === 'scp';
  if (fillsUp) return [];
  return resource.patterns
    .filter(({ value }) => value.startsWith('arn:') && splitArn(value.replaceAll(/\$\{[^}]*\}/g, '')).length < 6)
    .map(({ value, range }) => {
      const message = `${code(value)} has fewer than six parts and matches nothing in a policy of this type. Write all parts: \`arn:partition:service:region:account:resource\`.`;
      return error('short-arn', message, range);
    });
}

/** A custom RCP only denies (R40, R152). */
function aboutEffect({ effect }: Statement, type: PolicyType): readonly Problem[] {
  if (type !== 'rcp' || effect.value === 'Deny') return [];
  const message =
    'An RCP cannot allow anything; only AWS’s own `RCPFullAWSAccess` has an Allow. This statement has no effect.';
  return [error('rcp-allow', message, effect.range)];
}

/** The code of the finding that a policy lets everyone in. */
const OPEN_TO_EVERYONE = 'open-to-everyone';

/** An Allow for everybody without any condition: said wherever it stands, whether or not it plays a part in the verdict. */
function aboutEveryone({ principal, effect, conditions, action }: Statement, type: PolicyType): readonly Problem[] {
  const everyone = principal?.name === 'Principal' && principal.entries.some(({ text }) => text.value === '*');
  if (type !== 'resource' || effect.value === 'Deny' || conditions.length > 0 || !everyone) return [];
  const what =
    action.name === 'Action' && action.patterns.length === 1 ? ` for ${code(action.patterns[0]?.value ?? '')}` : '';
  const message = `This statement is over-permissive: \`"*"\` lets in everyone${what}, every AWS account and anonymous callers, and no condition narrows it. Name whom you mean, or add a condition.`;
  return [{ code: OPEN_TO_EVERYONE, severity: 'warning', message, range: principal.range }];
}
