import type { Check, Found } from '@/lib/validation/check';
import type { PolicyView, StatementView } from '@/lib/validation/policy-view';
import { isAboutAction } from '@/lib/validation/terms/actions';
import { everyone, namedPrincipals } from '@/lib/validation/terms/principals';
import { hasEveryResource } from '@/lib/validation/terms/resources';

const KMS_POLICY_LOCKOUT: Check = {
  id: 'KMS_POLICY_LOCKOUT',
  severity: 'warning',
  types: ['resource'],
  rank: 'meaning',
  beside: ['MISSING_VERSION'],
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  *find({ policy }): Iterable<Found> {
    if (policy === undefined || !isKeyPolicy(policy) || policy.statements.some(mayChangePolicy)) return;
    const message =
      'No statement lets anyone change this key policy: `kms:PutKeyPolicy` is allowed for neither the account nor a role, and then AWS Support has to help. Add a statement that allows `kms:*` for `arn:aws:iam::ACCOUNT:root`.';
    yield { range: policy.node.range, message };
  },
};

/** The policy of a key: actions of KMS on `*`, which means this key. */
function isKeyPolicy({ statements }: PolicyView): boolean {
  return (
    statements.length > 0 && statements.every((statement) => isOfKms(statement) && hasEveryResource(statement.resource))
  );
}

function isOfKms({ action }: StatementView): boolean {
  return action !== undefined && action.entries.length > 0 && action.entries.every(({ prefix }) => prefix === 'kms');
}

function mayChangePolicy(statement: StatementView): boolean {
  if (statement.effect?.value === 'Deny') return false;
  if (!statement.sound) return true;
  if (!isAboutAction(statement, 'kms:PutKeyPolicy')) return false;
  return everyone(statement) !== undefined || namedPrincipals(statement, 'AWS').length > 0;
}

export const KEY_POLICY_CHECKS: readonly Check[] = [KMS_POLICY_LOCKOUT];
