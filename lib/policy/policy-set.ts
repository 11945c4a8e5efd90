import { POLICY_TYPE_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import { cautions } from '@/lib/policy/cautions';
import type { PolicyDocument, Statement } from '@/lib/policy/document';
import { oncePer } from '@/lib/text/once-per';
import type { Parsed, Problem } from '@/lib/text/problem';
import { append } from '@/lib/text/table';

/** A policy as a diagnosis gives it, read. */
export interface GivenPolicy {
  /** Place in the diagnosis document, from 0. */
  readonly index: number;
  readonly type: PolicyType;
  readonly name: string;
  readonly arn?: string;
  readonly attachedTo?: string;
  readonly document: PolicyDocument;
}

/** A policy whose statements fit its type: what takes part in the decision. */
export interface UsablePolicy extends GivenPolicy {
  readonly statements: readonly Statement[];
  /** Statements that were left out because AWS would have refused them (R147, R152). */
  readonly leftOut: number;
  /** A Deny, or a statement of unknown effect, is among those left out. */
  readonly mayHaveDenied: boolean;
}

/**
 * Fits a policy's statements to its type (R151, R152): what AWS would have refused there is left out, with the reason and a
 * hint where the policy probably belongs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function fitToType(policy: GivenPolicy, use: { readonly roleTrust: boolean }): Parsed<UsablePolicy> {
  const known = fittedOf(policy.document);
  const as = isRcpFullAccess(policy)
    ? 'rcpFullAccess'
    : use.roleTrust && policy.type === 'resource'
      ? 'trust'
      : policy.type;
  const fitted = known.get(as) ?? fitDocument(policy.document, policy.type, as);
  known.set(as, fitted);
  // Spreading both takes a third of the time of a whole verdict.
  return { value: Object.assign({}, policy, fitted.value), problems: fitted.problems };
}

/** What a policy is used as: its type, or one of the two that have rules of their own. */
type Use = PolicyType | 'trust' | 'rcpFullAccess';
type Fitted = Pick<UsablePolicy, 'statements' | 'leftOut' | 'mayHaveDenied'>;

/** How a document fits each use that was asked for: the same for every request. */
const fittedOf = oncePer((_document: PolicyDocument) => new Map<Use, Parsed<Fitted>>());

function fitDocument(document: PolicyDocument, type: PolicyType, as: Use): Parsed<Fitted> {
  const problems: Problem[] = [];
  const statements: Statement[] = [];
  const refused: Statement[] = [];
  for (const statement of document.statements) {
    const reason = refusal(statement, type, as === 'trust');
    if (reason) {
      refused.push(statement);
      problems.push({ severity: 'error', range: statement.range, ...reason });
      continue;
    }
    if (as !== 'rcpFullAccess') append(problems, cautions(statement, type));
    if (as === 'trust' && statement.resource) {
      problems.push({
        code: 'trust-resource',
        severity: 'warning',
        message:
          'A role trust policy has no `Resource`: it stands for the role itself. AWS refuses it; here it was ignored.',
        range: statement.resource.range,
      });
      const { resource: _ignored, ...rest } = statement;
      statements.push(rest);
    } else statements.push(statement);
  }
  const leftOut = refused.length + document.broken.length;
  const mayHaveDenied =
    refused.some((statement) => statement.effect.value === 'Deny') ||
    document.broken.some((statement) => statement.effect !== 'Allow');
  return { value: { statements, leftOut, mayHaveDenied }, problems };
}

/** AWS's own RCP, attached everywhere, is the one RCP that holds an Allow (R40). */
function isRcpFullAccess({ type, name, arn }: GivenPolicy): boolean {
  return type === 'rcp' && (name === 'RCPFullAWSAccess' || arn?.endsWith('/p-RCPFullAWSAccess') === true);
}

const TAKES_PRINCIPAL: readonly PolicyType[] = ['resource', 'rcp', 'endpoint'];

function refusal(
  statement: Statement,
  type: PolicyType,
  roleTrust: boolean,
): Pick<Problem, 'code' | 'message'> | undefined {
  const name = POLICY_TYPE_NAMES[type];
  const { principal } = statement;
  if (!TAKES_PRINCIPAL.includes(type)) {
    if (principal) return { code: 'misplaced-principal', message: misplacedPrincipal(name, principal.name) };
  } else if (principal === undefined) {
    return { code: 'missing-principal', message: missingPrincipal(name) };
  }
  if (principal?.name === 'NotPrincipal' && (roleTrust || type === 'rcp')) {
    const where = roleTrust ? 'role trust policy' : name;
    return {
      code: 'misplaced-not-principal',
      message: `A ${where} cannot have \`NotPrincipal\`. This statement was left out.`,
    };
  }
  if (type === 'rcp') {
    const refusedByRcp = refusalByRcp(statement);
    if (refusedByRcp) return refusedByRcp;
  }
  if (statement.resource === undefined && type !== 'resource') {
    return {
      code: 'missing-resource',
      message: `A statement of this policy type (${name}) needs a \`Resource\`. This statement was left out.`,
    };
  }
  return undefined;
}

function refusalByRcp(statement: Statement): Pick<Problem, 'code' | 'message'> | undefined {
  const everyone = statement.principal?.entries.every((entry) => entry.kind === 'AWS' && entry.text.value === '*');
  if (!everyone || statement.principal?.entries.length === 0) {
    return {
      code: 'rcp-principal',
      message: 'The `Principal` of an RCP is always `"*"`; narrow it by a `Condition`. This statement was left out.',
    };
  }
  if (statement.action.name === 'NotAction') {
    return { code: 'rcp-not-action', message: 'An RCP cannot have `NotAction`. This statement was left out.' };
  }
  return undefined;
}

function misplacedPrincipal(name: string, element: string): string {
  return `A ${name} has no \`${element}\`: it applies to whom it is attached to. This looks like a resource-based policy; move it there. This statement was left out.`;
}

function missingPrincipal(name: string): string {
  return `A ${name} needs a \`Principal\`. This looks like an identity-based policy; move it there. This statement was left out.`;
}
