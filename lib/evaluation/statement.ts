import { traceAction } from '@/lib/evaluation/action';
import { traceConditions } from '@/lib/evaluation/condition';
import { DOES_NOT_MATCH, every } from '@/lib/evaluation/match';
import { type PrincipalRules, type PrincipalTrace, type Strength, tracePrincipal } from '@/lib/evaluation/principal';
import { traceResource } from '@/lib/evaluation/resource';
import type { ElementTrace, Match, StatementTrace } from '@/lib/evaluation/verdict';
import type { Statement } from '@/lib/policy/document';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { Request } from '@/lib/request/request';

/** A statement's trace, and for resource-based policies by which kind of entry it names the caller. */
export interface TracedStatement extends StatementTrace {
  readonly strengths: Readonly<Record<Strength, Match>>;
}

/** Every element against the request, also after the first that fails (R115, R217). */
export function traceStatement(
  statement: Statement,
  policy: UsablePolicy,
  request: Request,
  rules: Omit<PrincipalRules, 'effect'>,
): TracedStatement {
  const { version } = policy.document;
  const principal =
    statement.principal && tracePrincipal(statement.principal, request, { ...rules, effect: statement.effect.value });
  const place = {
    version,
    unreadable: (range: ElementTrace['range']) =>
      ({ kind: 'unreadable', type: policy.type, policyIndex: policy.index, range }) as const,
  };
  const others: readonly ElementTrace[] = [
    traceAction(statement.action, request.action),
    ...(statement.resource ? [traceResource(statement.resource, policy.type, version, request)] : []),
    ...traceConditions(statement.conditions, place, request.context),
  ];
  const rest = every(others.map((element) => element.match));
  return {
    type: policy.type,
    policyIndex: policy.index,
    policyName: policy.name,
    ...(policy.attachedTo !== undefined && { attachedTo: policy.attachedTo }),
    statement,
    elements: [...(principal ? [principal] : []), ...others],
    match: principal ? every([principal.match, rest]) : rest,
    strengths: strengthsOf(principal, rest),
  };
}

function strengthsOf(principal: PrincipalTrace | undefined, rest: Match): Readonly<Record<Strength, Match>> {
  // Without a Principal nobody is named; such statements stand in policies that have no strengths.
  if (principal === undefined) return { direct: DOES_NOT_MATCH, role: DOES_NOT_MATCH, delegation: DOES_NOT_MATCH };
  return {
    direct: every([principal.strengths.direct, rest]),
    role: every([principal.strengths.role, rest]),
    delegation: every([principal.strengths.delegation, rest]),
  };
}
