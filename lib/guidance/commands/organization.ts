import type { CommandFacts } from '@/lib/guidance/commands/facts';
import { command, type Template } from '@/lib/guidance/commands/template';
import { parseArn } from '@/lib/iam/arn';

/** SCPs or RCPs: of the account, of everything above it, and the one that AWS names. */
export function organizationCommands(
  filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
  { policyArn }: CommandFacts,
  account: string,
): readonly Template[] {
  const isNamed = policyArn !== undefined && parseArn(policyArn)?.service === 'organizations';
  const document = printPolicy(
    isNamed ? 'The policy that AWS names' : 'One policy; repeat it for each',
    isNamed ? policyArn.slice(policyArn.lastIndexOf('/') + 1) : 'POLICY_ID',
  );
  const list = [
    command(
      'The policies attached to the account; it needs the management account or a delegated administrator',
      'organizations',
      'list-policies-for-target',
      ['--target-id', account],
      ['--filter', filter],
    ),
    command('The OU above, whose policies count as well; repeat both up to the root', 'organizations', 'list-parents', [
      '--child-id',
      account,
    ]),
  ];
  return isNamed ? [document, ...list] : [...list, document];
}

function printPolicy(purpose: string, id: string): Template {
  return command(
    purpose,
    'organizations',
    'describe-policy',
    ['--policy-id', id],
    '--query Policy.Content --output text',
  );
}
