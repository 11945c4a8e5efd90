import { coversAction, traceAction } from '@/lib/evaluation/action';
import type { CompiledStatement } from '@/lib/evaluation/compile';
import { traceConditions } from '@/lib/evaluation/condition';
import { DOES_NOT_MATCH, every, MATCHES } from '@/lib/evaluation/match';
import { type PrincipalRules, type Strength, tracePrincipal } from '@/lib/evaluation/principal';
import { matchResource, traceResource } from '@/lib/evaluation/resource';
import type { ElementTrace, Match, StatementTrace } from '@/lib/evaluation/verdict';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Statement } from '@/lib/policy/document';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { Request } from '@/lib/request/request';

/** What a statement is compared with, and by which rules. */
export interface Asked {
  readonly request: Request;
  readonly policy: UsablePolicy;
  readonly rules: Omit<PrincipalRules, 'effect'>;
}

type Strengths = Readonly<Record<Strength, Match>>;

/**
 * A statement's trace, and for resource-based policies by which kind of entry it names the caller. Its elements are made
 * when somebody reads them: of thousands of statements a verdict shows a few.
 */
export class TracedStatement implements StatementTrace {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly policyName: string;
  readonly attachedTo?: string;
  readonly match: Match;
  readonly strengths: Strengths;
  readonly statement: Statement;
  // Private to the runtime too: what a trace is made from is no part of a verdict that is compared or sent.
  readonly #compiled: CompiledStatement;
  readonly #asked: Asked;
  #elements: readonly ElementTrace[] | undefined;

  constructor(statement: Statement, compiled: CompiledStatement, asked: Asked) {
    const { policy } = asked;
    this.statement = statement;
    this.#compiled = compiled;
    this.#asked = asked;
    this.type = policy.type;
    this.policyIndex = policy.index;
    this.policyName = policy.name;
    if (policy.attachedTo !== undefined) this.attachedTo = policy.attachedTo;
    const { match, strengths } = matchOf(statement, compiled, asked);
    this.match = match;
    this.strengths = strengths;
  }

  get elements(): readonly ElementTrace[] {
    this.#elements ??= traceElements(this.statement, this.#compiled, this.#asked);
    return this.#elements;
  }
}

interface Fit {
  readonly match: Match;
  readonly strengths: Strengths;
}

const NOBODY = { direct: DOES_NOT_MATCH, role: DOES_NOT_MATCH, delegation: DOES_NOT_MATCH } as const;
const DOES_NOT_FIT: Fit = { match: DOES_NOT_MATCH, strengths: NOBODY };

/** All elements have to fit, and one that certainly does not settles it; first those that most statements fail. */
function matchOf(statement: Statement, compiled: CompiledStatement, asked: Asked): Fit {
  if (!coversAction(compiled.action, asked.request)) return DOES_NOT_FIT;
  const resource = matchOfResource(statement, compiled, asked.request);
  if (resource.outcome === 'doesNotMatch') return DOES_NOT_FIT;
  const principal = principalOf(statement, asked);
  if (principal?.match.outcome === 'doesNotMatch') return DOES_NOT_FIT;
  const conditions = conditionsOf(compiled, asked);
  const rest = every([resource, ...conditions.map((condition) => condition.match)]);
  // Without a Principal nobody is named; such statements stand in policies that have no strengths.
  if (principal === undefined) return { match: rest, strengths: NOBODY };
  return {
    match: every([principal.match, rest]),
    strengths: {
      direct: every([principal.strengths.direct, rest]),
      role: every([principal.strengths.role, rest]),
      delegation: every([principal.strengths.delegation, rest]),
    },
  };
}

/** Every element against the request, also after the first that fails (R217). */
function traceElements(statement: Statement, compiled: CompiledStatement, asked: Asked): readonly ElementTrace[] {
  const principal = principalOf(statement, asked);
  const resource = statement.resource && compiled.resource;
  return [
    ...(principal ? [principal] : []),
    traceAction(compiled.action, asked.request),
    ...(resource ? [traceResource(resource, asked.request)] : []),
    ...conditionsOf(compiled, asked),
  ];
}

/** Where a statement has no Resource, or its type ignores it, it stands for every resource it can be about (R131). */
function matchOfResource(statement: Statement, compiled: CompiledStatement, request: Request): Match {
  const resource = statement.resource && compiled.resource;
  return resource ? matchResource(resource, request) : MATCHES;
}

function principalOf({ principal, effect }: Statement, { request, rules }: Asked) {
  return principal && tracePrincipal(principal, request, { ...rules, effect: effect.value });
}

function conditionsOf(compiled: CompiledStatement, { request, policy }: Asked): readonly ElementTrace[] {
  const unreadable = (range: ElementTrace['range']) =>
    ({ kind: 'unreadable', type: policy.type, policyIndex: policy.index, range }) as const;
  return traceConditions(compiled.conditions, unreadable, request.context);
}
