import { isRoleTrustAction } from '@/lib/iam/principal';
import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import type { ValidatedType } from '@/lib/validation/subject';

/** A policy in the wrong box: no statement of it has the shape of the chosen type. */
const TYPED_AS_OTHER_POLICY: Check = {
  id: 'TYPED_AS_OTHER_POLICY',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  // These too look at the document as a whole, for another reason.
  beside: ['MISSING_VERSION'],
  page: iamPage('access_policies'),
  *find({ policy, policyType }): Iterable<Found> {
    if (policy === undefined || policy.statements.length === 0) return;
    const looks = looksLike(policyType, policy.statements);
    if (looks === undefined) return;
    const message = `No statement of this policy has the form of ${NAMES[policyType]}. It looks like ${looks}; choose that type, or check what you pasted.`;
    yield { range: policy.node.range, message };
  },
};

const NAMES: Readonly<Record<ValidatedType, string>> = {
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  resource: 'a resource-based policy',
  trust: 'a role’s trust policy',
  scp: 'an SCP',
  rcp: 'an RCP',
  endpoint: 'a VPC endpoint policy',
};

function looksLike(type: ValidatedType, statements: readonly StatementView[]): string | undefined {
  switch (type) {
    case 'trust':
      return statements.every(hasResource) && !statements.some(hasPrincipal) ? NAMES.identity : undefined;
    case 'resource':
      return statements.some(hasPrincipal) ? undefined : `${NAMES.identity}, which names no ${code('Principal')}`;
    case 'identity':
    case 'boundary':
    case 'session':
      if (!statements.every(hasPrincipal)) return undefined;
      if (statements.every(isRoleTrust)) return NAMES.trust;
      return statements.every(hasResource) ? NAMES.resource : undefined;
    case 'scp':
    case 'rcp':
    case 'endpoint':
      return undefined;
  }
}

const hasResource = ({ node }: StatementView) => Boolean(member(node, 'Resource') ?? member(node, 'NotResource'));
const hasPrincipal = ({ node }: StatementView) => Boolean(member(node, 'Principal') ?? member(node, 'NotPrincipal'));

function isRoleTrust({ action }: StatementView): boolean {
  if (action === undefined || action.entries.length === 0) return false;
  return action.entries.every(
    ({ value }) => isRoleTrustAction(value) || value.toLowerCase().startsWith('sts:assumerole'),
  );
}

export const OTHER_TYPE_CHECKS: readonly Check[] = [TYPED_AS_OTHER_POLICY];
