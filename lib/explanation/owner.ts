import { callerNoun, resourcePolicyName } from '@/lib/explanation/wording';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Request } from '@/lib/request/request';
import { code } from '@/lib/text/wording';

/** Who can change the policies of a type, for this request: whom to ask (R30). */
export function ownerOf(type: PolicyType, request: Request): string {
  const account = request.owner.account;
  switch (type) {
    case 'rcp':
      return 'the administrators of the organization that owns the resource';
    case 'scp':
      return 'your organization’s administrators';
    case 'endpoint':
      return 'whoever runs the network: the owner of the VPC endpoint';
    case 'resource':
      return `the owner of the ${resourcePolicyName(request)}${account ? ` in account ${code(account)}` : ''}`;
    case 'identity':
      return `whoever manages the permissions of ${callerNoun(request)}`;
    case 'boundary':
      return `the administrators who set the boundary of ${callerNoun(request)}`;
    case 'session':
      return `whoever makes the session’s credentials for ${callerNoun(request)}`;
  }
}
