import type { Catalog } from '@/lib/catalog/catalog';
import type { Comparison, ElementName, ElementTrace, LayerVerdict, StatementTrace } from '@/lib/evaluation/verdict';
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

/** For each layer that lacks an Allow (`lackingLayers`): its Allow statements that failed in one element, nearest first. */
export function nearMisses(lacking: readonly LayerVerdict[], request: Request, catalog: Catalog): readonly NearMiss[] {
  return lacking.flatMap((layer) => ofLayer(layer, request, catalog));
}

function ofLayer(layer: LayerVerdict, request: Request, catalog: Catalog): readonly NearMiss[] {
  const lacking = layer.levels?.filter((level) => level.outcome === 'implicitDeny').map((level) => level.attachedTo);
  const groups: Failed[][] = [[], [], [], []];
  for (const trace of layer.statements) {
    if (trace.statement.effect.value !== 'Allow') continue;
    if (lacking && !lacking.includes((trace.attachedTo ?? '').trim())) continue;
    const element = onlyFailing(trace);
    if (element) groups[GROUPS[element.element]]?.push({ trace, element });
  }
  return nearest(groups, request, catalog);
}

/** An Allow with the one element in which it failed. */
interface Failed {
  readonly trace: StatementTrace;
  readonly element: ElementTrace;
}

function onlyFailing({ elements }: StatementTrace): ElementTrace | undefined {
  const failing = elements.filter((element) => element.match.outcome === 'doesNotMatch');
  return failing.length === 1 ? failing[0] : undefined;
}

/** The nearest ones of groups in their order; a mere slip comes first in its group. No more are looked at than it takes. */
function nearest(groups: readonly (readonly Failed[])[], request: Request, catalog: Catalog): readonly NearMiss[] {
  const found: NearMiss[] = [];
  for (const group of groups) {
    const left = MOST - found.length;
    const slips: NearMiss[] = [];
    const others: NearMiss[] = [];
    for (const { trace, element } of group) {
      if (slips.length >= left) break;
      const { slip, ...difference } = compared(element, request, catalog);
      const of = slip ? slips : others;
      if (of.length < left) of.push(missOf(trace, element, difference));
    }
    found.push(...[...slips, ...others].slice(0, left));
    if (found.length >= MOST) break;
  }
  return found;
}

/** What the request has of a key, or why there is nothing to show. */
function carried({ given, reason }: Comparison): string {
  if (given.length > 0) return given.join(', ');
  return reason.startsWith('absent') ? '(not in the request)' : '(value not known)';
}

function missOf(
  { type, policyIndex, policyName, attachedTo, statement }: StatementTrace,
  { element }: ElementTrace,
  difference: Omit<Compared, 'slip'>,
): NearMiss {
  return {
    type,
    policyIndex,
    policyName,
    ...(attachedTo !== undefined && { attachedTo }),
    index: statement.index,
    element,
    ...difference,
  };
}

// The order of R214: conditions first, then resources, then actions, then principals.
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
