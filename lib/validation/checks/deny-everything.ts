import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import type { ValidatedType } from '@/lib/validation/subject';
import { isEveryAction } from '@/lib/validation/terms/actions';
import { isUnconditional } from '@/lib/validation/terms/conditions';
import { openingBrace } from '@/lib/validation/terms/places';
import { everyone } from '@/lib/validation/terms/principals';
import { hasEveryResource } from '@/lib/validation/terms/resources';
import { readS3Arn } from '@/lib/validation/terms/s3-arn';

const DENY_EVERYTHING: Check = {
  id: 'DENY_EVERYTHING',
  severity: 'warning',
  types: [...IDENTITY_TYPES, 'scp', 'resource', 'rcp'],
  rank: 'meaning',
  page: iamPage('reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay'),
  find: inSoundStatements((statement, report, { policyType }) => {
    if (statement.effect?.value !== 'Deny' || !isUnconditional(statement)) return;
    if (policyType === 'resource' ? !deniesOwnResource(statement) : !deniesAll(statement)) return;
    report({ range: openingBrace(statement), message: MESSAGES[policyType] ?? LOCKED });
  }),
};

const LOCKED =
  'This statement denies everything to everyone it applies to, whatever else allows it. Add a condition, or name the actions.';

const MESSAGES: Partial<Readonly<Record<ValidatedType, string>>> = {
  resource:
    'This statement denies everyone everything on the resource, its own account included. Nobody can use or change it any more; add a condition.',
  scp: 'This SCP denies everything in the accounts below it, whatever their policies allow. Add a condition, or name the actions.',
  rcp: 'This RCP denies everyone every action on the resources below it, whatever their policies allow. Add a condition.',
};

function deniesAll({ action, resource }: StatementView): boolean {
  return (
    action?.name === 'Action' && action.entries.some(({ value }) => isEveryAction(value)) && hasEveryResource(resource)
  );
}

/** Every action of the resource's service, for everyone; in a bucket policy for the bucket and its objects. */
function deniesOwnResource(statement: StatementView): boolean {
  const { action, resource } = statement;
  if (action?.name !== 'Action' || everyone(statement) === undefined) return false;
  if (!action.entries.some(({ value, name }) => isEveryAction(value) || name === '*')) return false;
  if (resource === undefined || hasEveryResource(resource)) return true;
  if (resource.name !== 'Resource' || resource.entries.length === 0) return false;
  const places = resource.entries.flatMap(({ value }) => readS3Arn(value) ?? []);
  if (places.length === 0) return true;
  const reachesBucket = places.some(({ object }) => object === undefined);
  return reachesBucket && places.some(({ object, bucket }) => (object ?? bucket).endsWith('*'));
}

export const DENY_EVERYTHING_CHECKS: readonly Check[] = [DENY_EVERYTHING];
