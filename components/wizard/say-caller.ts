import type { Caller } from '@/lib/iam/principal';
import { code } from '@/lib/text/wording';

/** What a caller's ARN was recognised as, in a sentence. */
export function sayCaller(caller: Caller | undefined): string {
  switch (caller?.kind) {
    case 'user':
      return `The IAM user ${code(caller.name)} of account ${code(caller.account)}.`;
    case 'role':
      return `The role ${code(caller.role)} of account ${code(caller.account)}. Calls are made by sessions of it, such as ${code(`arn:${caller.partition}:sts::${caller.account}:assumed-role/${caller.role}/SESSION`)}.`;
    case 'session':
      return `The session ${code(caller.session)} of the role ${code(caller.role)} in account ${code(caller.account)}. It has the role’s permissions.`;
    case 'federated':
      return `The federated user ${code(caller.name)} of account ${code(caller.account)}, made by \`GetFederationToken\`.`;
    case 'root':
      return `The root user of account ${code(caller.account)}. It needs no Allow in its own account.`;
    case 'service':
      return `The AWS service ${code(caller.arn)} itself, which belongs to no account.`;
    case 'provider':
      return `The identity provider ${code(caller.arn)}.`;
    case 'anonymous':
      return 'An anonymous caller: the request was not signed.';
    case undefined:
      return 'This is no principal that AWS knows. Give an ARN such as `arn:aws:iam::111122223333:user/JohnDoe`, a service such as `lambda.amazonaws.com`, or `*` for an anonymous caller.';
  }
}
