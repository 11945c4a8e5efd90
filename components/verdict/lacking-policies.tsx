import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import type { LayerVerdict, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import { POLICY_TYPE_SHORT_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import { code } from '@/lib/text/wording';
import { policyPlace } from './names';
import { PlaceButton } from './place-button';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface LackingPoliciesProps {
  readonly verdict: Verdict;
  /** Types of which a near miss is shown already. */
  readonly explained: readonly PolicyType[];
  readonly actions: VerdictActions;
}

/** The policies that should have allowed and in which not even one statement comes near. */
export function LackingPolicies({ verdict, explained, actions }: LackingPoliciesProps) {
  const layers = verdict.deniedBy
    .filter((type) => !explained.includes(type))
    .flatMap((type) => verdict.layers.filter((layer) => layer.type === type));
  if (layers.length === 0) return null;
  return (
    <VerdictSection title="Where an Allow is missing">
      <FoldedList
        items={layers.flatMap(missingIn)}
        keyOf={(_, place) => `${place}`}
        draw={(missing) =>
          'none' in missing ? (
            <p className="py-1 text-text-muted">
              <CodeText>{missing.none}</CodeText>
            </p>
          ) : (
            <PlaceButton
              outcome="doesNotAllow"
              place={policyPlace(missing.type, missing.attachedTo)}
              onClick={() => actions.jump(missing.policyIndex)}
            >
              <CodeText>{`No statement of ${code(missing.policyName)} comes near.`}</CodeText>
            </PlaceButton>
          )
        }
      />
    </VerdictSection>
  );
}

/** The policies of a layer that lack an Allow, or a sentence where it has none. */
function missingIn(layer: LayerVerdict): readonly (StatementTrace | { readonly none: string })[] {
  const policies = lackingIn(layer);
  if (policies.length > 0) return policies;
  return [{ none: `${POLICY_TYPE_SHORT_NAMES[layer.type]}: ${layer.because ?? 'none was given.'}` }];
}

/** One statement of each policy of the layer, or of its level that lacks an Allow. */
function lackingIn({ levels, statements }: LayerVerdict): readonly StatementTrace[] {
  const lacking = levels?.filter((level) => level.outcome === 'implicitDeny').map((level) => level.attachedTo);
  const here = statements.filter((trace) => lacking === undefined || lacking.includes((trace.attachedTo ?? '').trim()));
  return here.filter((trace, place) => here.findIndex((other) => other.policyIndex === trace.policyIndex) === place);
}
