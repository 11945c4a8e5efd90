import { actionMatches } from '@/lib/iam/action';
import type { Range } from '@/lib/text/range';
import { code, listOf, plural } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import { ESCALATION_PATHS, type EscalationPath } from '@/lib/validation/escalation-paths';
import { iamPage } from '@/lib/validation/pages';
import type { PolicyView, StatementView } from '@/lib/validation/policy-view';
import { hasEveryAction, isAboutAction } from '@/lib/validation/terms/actions';
import { isUnconditional } from '@/lib/validation/terms/conditions';
import { hasEveryResource, isOpen } from '@/lib/validation/terms/resources';

/** Statements that together let the caller give itself more permissions than it has. */
const PRIVILEGE_ESCALATION: Check = {
  id: 'PRIVILEGE_ESCALATION',
  severity: 'securityWarning',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: iamPage('access_policies_boundaries'),
  *find({ policy }): Iterable<Found> {
    if (policy === undefined) return;
    const grants = policy.statements.filter(isOpenGrant);
    if (grants.length === 0 || grants.some(isFullAdmin)) return;
    const open = ESCALATION_PATHS.map((path) => ({ path, steps: stepsOf(path, grants, policy) })).filter(
      ({ steps }) => steps !== undefined,
    );
    const [first] = open;
    const range = first?.steps?.[0]?.range;
    if (range === undefined) return;
    const isHint = open.every(({ path }) => path.isCommon);
    yield { range, message: messageFor(open), ...(isHint && { severity: 'suggestion' }) };
  },
};

function isOpenGrant(statement: StatementView): boolean {
  const { sound, effect } = statement;
  return sound && effect?.value === 'Allow' && isUnconditional(statement) && isOpen(statement);
}

function isFullAdmin({ action, resource }: StatementView): boolean {
  return hasEveryAction(action) && hasEveryResource(resource);
}

/** An action of a path, and where it is granted. */
interface Step {
  readonly action: string;
  readonly range: Range;
}

function stepsOf(
  path: EscalationPath,
  grants: readonly StatementView[],
  policy: PolicyView,
): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const group of path.needs) {
    const step = group.map((action) => granted(action, grants, policy)).find((found) => found !== undefined);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return steps;
}

function granted(action: string, grants: readonly StatementView[], { statements }: PolicyView): Step | undefined {
  if (statements.some((statement) => deniesEverywhere(statement, action))) return undefined;
  for (const statement of grants) {
    if (!isAboutAction(statement, action)) continue;
    const entry = statement.action?.entries.find(({ value }) => actionMatches(value, action));
    const range = statement.action?.name === 'Action' ? entry?.range : statement.action?.key;
    if (range) return { action, range };
  }
  return undefined;
}

function deniesEverywhere(statement: StatementView, action: string): boolean {
  const { effect, resource } = statement;
  if (effect?.value !== 'Deny' || !isUnconditional(statement) || !hasEveryResource(resource)) return false;
  return isAboutAction(statement, action);
}

const SHOWN = 3;

function messageFor(
  open: readonly { readonly path: EscalationPath; readonly steps: readonly Step[] | undefined }[],
): string {
  const ways = open.slice(0, SHOWN).map(
    ({ path, steps }) =>
      `${path.how} (${listOf(
        (steps ?? []).map(({ action }) => code(action)),
        'and',
      )})`,
  );
  const rest = open.length - ways.length;
  const more = rest > 0 ? `; and ${plural(rest, 'further way', 'further ways')}` : '';
  return `With these permissions the caller can make itself administrator. It can ${ways.join('; ')}${more}. Limit the resources, or deny these actions.`;
}

export const PRIVILEGE_ESCALATION_CHECKS: readonly Check[] = [PRIVILEGE_ESCALATION];
