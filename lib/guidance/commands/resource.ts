import type { CommandFacts } from '@/lib/guidance/commands/facts';
import { RESOURCE_COMMANDS, type ResourceNames } from '@/lib/guidance/commands/resource-table';
import { command, regionOption, type Template } from '@/lib/guidance/commands/template';
import { servicePrefix } from '@/lib/iam/action';
import { parseArn } from '@/lib/iam/arn';
import { isRoleTrustAction } from '@/lib/iam/principal';
import { lookUp } from '@/lib/text/table';

/** The commands that print the resource's own policy, by service; none for services whose resources have no policy. */
export function resourceCommands({ action = '', resource = '' }: CommandFacts): readonly Template[] {
  const names = namesOf(resource);
  if (isRoleTrustAction(action)) {
    const name = names.id.startsWith('role/') ? names.last : '';
    return [
      command('The role’s trust policy', 'iam', 'get-role', ['--role-name', name || 'ROLE_NAME'], {
        query: 'Role.AssumeRolePolicyDocument',
        isObject: true,
      }),
    ];
  }
  const service = parseArn(resource)?.service ?? servicePrefix(action);
  const rows = lookUp(RESOURCE_COMMANDS, service)?.(names) ?? [];
  return rows.map(([purpose, ...words]) => command(purpose, ...words, ...regionOption(names.region)));
}

/** The parts of a resource's ARN; a part with a wildcard is as good as none. */
function namesOf(resource: string): ResourceNames {
  const arn = parseArn(resource);
  const id = arn === undefined || /[*?]/.test(arn.resource.split('/')[0] ?? '') ? '' : arn.resource;
  const last = id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
  return {
    arn: id === '' || /[*?]/.test(id) ? 'RESOURCE_ARN' : resource,
    partition: arn?.partition ?? '',
    region: arn?.region ?? '',
    account: arn?.account ?? '',
    id,
    last: /[*?]/.test(last) ? '' : last,
  };
}
