import type { Catalog } from '@/lib/catalog/catalog';
import type {
  Comparison,
  ElementName,
  ElementTrace,
  LayerVerdict,
  StatementTrace,
  Verdict,
} from '@/lib/evaluation/verdict';
import { uncarriedKey } from '@/lib/explanation/catalog-slips';
import { whyActionFails, whyConditionFails, whyPrincipalFails, whyResourceFails } from '@/lib/explanation/difference';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Request } from '@/lib/request/request';
import type { Range } from '@/lib/text/range';

/** An Allow that lacked exactly one thing (R214). */
export interface NearMiss {
  readonly type: PolicyType;
  readonly policyIndex: number;
  readonly policyName: string;
  readonly attachedTo?: string;
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly element: ElementName;
  readonly range: Range;
  /** What the request has. */
  readonly wanted: string;
  /** What the statement has. */
  readonly given: readonly string[];
  /** The difference in a sentence. */
  readonly why: string;
}

const MOST = 3;

/** For each policy type that should have allowed: its Allow statements that failed in one element, nearest first. */
export function nearMisses(verdict: Verdict, request: Request, catalog: Catalog): readonly NearMiss[] {
  if (verdict.decision !== 'implicitDeny') return [];
  return verdict.deniedBy.flatMap((type) => {
    const layer = verdict.layers.find((candidate) => candidate.type === type);
    return layer ? ofLayer(layer, request, catalog) : [];
  });
}

function ofLayer(layer: LayerVerdict, request: Request, catalog: Catalog): readonly NearMiss[] {
  const lacking = layer.levels?.filter((level) => level.outcome === 'implicitDeny').map((level) => level.attachedTo);
  return layer.statements
    .filter((trace) => trace.statement.effect.value === 'Allow')
    .filter((trace) => lacking === undefined || lacking.includes((trace.attachedTo ?? '').trim()))
    .flatMap((trace) => rank(trace, request, catalog))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, MOST)
    .map((ranked) => ranked.miss);
}

/** What the request has of a key, or why there is nothing to show. */
function carried({ given, reason }: Comparison): string {
  if (given.length > 0) return given.join(', ');
  return reason.startsWith('absent') ? '(not in the request)' : '(value not known)';
}

/** Conditions first, then resources, then actions, then principals; a mere slip comes first in its group. */
function rank(
  trace: StatementTrace,
  request: Request,
  catalog: Catalog,
): readonly { readonly rank: number; readonly miss: NearMiss }[] {
  const failing = trace.elements.filter((element) => element.match.outcome === 'doesNotMatch');
  const [element, ...others] = failing;
  if (element === undefined || others.length > 0) return [];
  const { why, slip, range, wanted, given } = compared(element, request, catalog);
  const miss: NearMiss = {
    type: trace.type,
    policyIndex: trace.policyIndex,
    policyName: trace.policyName,
    ...(trace.attachedTo !== undefined && { attachedTo: trace.attachedTo }),
    index: trace.statement.index,
    element: element.element,
    range,
    wanted,
    given,
    why,
  };
  return [{ rank: GROUPS[element.element] * 2 + (slip ? 0 : 1), miss }];
}

const GROUPS = {
  Condition: 0,
  Resource: 1,
  NotResource: 1,
  Action: 2,
  NotAction: 2,
  Principal: 3,
  NotPrincipal: 3,
} as const satisfies Record<ElementTrace['element'], number>;

interface Compared {
  readonly why: string;
  readonly slip: boolean;
  readonly range: Range;
  readonly wanted: string;
  readonly given: readonly string[];
}

function compared(element: ElementTrace, request: Request, catalog: Catalog): Compared {
  const listed = element.comparisons.flatMap((comparison) => comparison.wanted);
  switch (element.element) {
    case 'Condition': {
      const failed = element.comparisons.find((comparison) => comparison.match.outcome === 'doesNotMatch');
      return {
        why: failed
          ? (uncarriedKey(failed, request, catalog) ?? whyConditionFails(failed))
          : 'Its condition does not hold.',
        slip: false,
        range: failed?.range ?? element.range,
        wanted: failed ? carried(failed) : '(not known)',
        given: failed?.wanted ?? [],
      };
    }
    case 'Resource':
    case 'NotResource':
      return {
        ...whyResourceFails(element, request, catalog),
        range: element.range,
        wanted: request.resource,
        given: listed,
      };
    case 'Action':
    case 'NotAction':
      return {
        ...whyActionFails(element, request, catalog),
        range: element.range,
        wanted: request.action,
        given: listed,
      };
    case 'Principal':
    case 'NotPrincipal':
      return {
        ...whyPrincipalFails(element, request),
        range: element.range,
        wanted: request.caller.arn,
        given: listed,
      };
  }
}
