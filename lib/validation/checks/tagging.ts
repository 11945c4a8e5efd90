import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import type { StatementView } from '@/lib/validation/policy-view';
import { entriesNaming, isAboutAction, literalEntries } from '@/lib/validation/terms/actions';
import { clausesOn, isConditionedBy } from '@/lib/validation/terms/conditions';
import { hasEveryResource } from '@/lib/validation/terms/resources';

// Tags at the creation of EC2 resources.

const PAGE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html';
const CREATE_TAGS = 'ec2:CreateTags';

const TAG_ON_CREATE_MISSING: Check = {
  id: 'TAG_ON_CREATE_MISSING',
  severity: 'warning',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report, { policy }) => {
    if (statement.effect?.value !== 'Allow' || !isConditionedBy(statement, 'aws:RequestTag/', 'aws:TagKeys')) return;
    if (policy?.statements.some(mayAllowTags)) return;
    for (const { id, value, range } of literalEntries(statement.action)) {
      if (!/^ec2:(?:runinstances|create[a-z]+)$/.test(id) || id === CREATE_TAGS.toLowerCase()) continue;
      const message = `Setting tags while creating also needs ${code(CREATE_TAGS)}, and no statement of this policy allows it: ${code(value)} with tags is then denied. Add it, limited by \`ec2:CreateAction\`.`;
      report({ range, message });
    }
  }),
};

/** Also a statement that cannot be read in full may be the one. */
function mayAllowTags(statement: StatementView): boolean {
  if (statement.effect?.value === 'Deny') return false;
  return !statement.sound || isAboutAction(statement, CREATE_TAGS);
}

const RUN_INSTANCES_TAG_ON_ALL_RESOURCES: Check = {
  id: 'RUN_INSTANCES_TAG_ON_ALL_RESOURCES',
  severity: 'suggestion',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (statement.effect?.value !== 'Allow' || !hasEveryResource(statement.resource)) return;
    const key = ['aws:RequestTag/', 'ec2:ResourceTag/'].flatMap((name) => clausesOn(statement, name))[0]?.key;
    if (key === undefined) return;
    for (const { value, range } of entriesNaming(statement.action, 'ec2:RunInstances')) {
      const message = `${code(value)} is checked for the image, the subnet and more, which carry no ${code(key.value)}: it is then denied. Ask for tags in a statement on instances and volumes alone, and allow the rest in another one.`;
      report({ range, message });
    }
  }),
};

export const TAGGING_CHECKS: readonly Check[] = [TAG_ON_CREATE_MISSING, RUN_INSTANCES_TAG_ON_ALL_RESOURCES];
