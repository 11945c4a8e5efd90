import type { LayerVerdict, StatementTrace, Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import { grants } from '@/lib/iam/policy-type';

/**
 * The layer that lacks an Allow here as AWS says that it does: AWS's message says that no policy of its type allows the request, and
 * those given do not. Whatever else is open, that is what to mend.
 */
export function lackingAsAwsSays({ layers }: Verdict, report: DenialReport | undefined): LayerVerdict | undefined {
  const { denial, policyType } = denialOf(report);
  if (denial !== 'implicit') return undefined;
  return layers.find(({ type, outcome }) => type === policyType && outcome === 'implicitDeny');
}

/**
 * The statements of which AWS's message speaks, as far as they are here and whether they match depends on facts that are missing: where it
 * says that one denies explicitly, the Deny statements that can be it; where it says that no policy of a type allows, that type's Allow
 * statements, which then did not match. None where a Deny is certain, or AWS says something else.
 */
export function openStatements(
  { decision, layers }: Verdict,
  report: DenialReport | undefined,
): readonly StatementTrace[] {
  const { denial, policyType } = denialOf(report);
  const effect =
    denial === 'explicit' ? 'Deny' : denial === 'implicit' && policyType !== undefined ? 'Allow' : undefined;
  if (effect === undefined || decision === 'explicitDeny') return [];
  return layers
    .filter(({ type }) => policyType === undefined || type === policyType)
    .filter(({ outcome }) => effect === 'Deny' || outcome === 'unknown')
    .flatMap(({ statements }) => statements)
    .filter(({ statement, match }) => statement.effect.value === effect && match.outcome === 'dependsOn');
}

/** Whether AWS says that a statement of a type denies, and of those here none can. */
export function lacksThatDeny({ layers }: Verdict, report: DenialReport | undefined): boolean {
  const { denial, policyType } = denialOf(report);
  if (denial !== 'explicit') return false;
  const layer = layers.find(
    ({ type, outcome }) => type === policyType && (outcome === 'allows' || outcome === 'implicitDeny'),
  );
  return layer !== undefined && !layer.statements.some(isOpenDeny);
}

/**
 * The layers that lack an Allow: those that deny the request for want of one; while it is open, the one that AWS says lacks it, or, where
 * AWS names none, those that could grant it and do not, as long as none of them does.
 */
export function lackingLayers(verdict: Verdict, report: DenialReport | undefined): readonly LayerVerdict[] {
  const { decision, deniedBy, layers } = verdict;
  if (decision === 'implicitDeny') return deniedBy.flatMap((type) => layers.filter((layer) => layer.type === type));
  if (decision !== 'undetermined') return [];
  const { denial, policyType } = denialOf(report);
  if (policyType !== undefined) {
    const layer = lackingAsAwsSays(verdict, report);
    return layer ? [layer] : [];
  }
  if (denial === 'explicit') return [];
  const granting = layers.filter(({ type }) => grants(type));
  if (granting.some(({ outcome }) => outcome === 'allows')) return [];
  return granting.filter(({ outcome }) => outcome === 'implicitDeny');
}

function isOpenDeny({ statement, match }: StatementTrace): boolean {
  return statement.effect.value === 'Deny' && match.outcome === 'dependsOn';
}

/** What AWS says of a denial; nothing where it reports something else. */
function denialOf(report: DenialReport | undefined): Pick<DenialReport, 'denial' | 'policyType'> {
  return report?.isAccessDenied ? report : {};
}
