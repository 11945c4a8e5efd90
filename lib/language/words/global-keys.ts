import type { ConditionKey } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { keyId } from '@/lib/iam/context-key';

/** What each global key holds and when a request carries it; those that policies use most come first. */
const WORDS: readonly (readonly [key: string, words: string])[] = [
  ['aws:PrincipalArn', 'The ARN of the caller; for a role session the ARN of its role.'],
  ['aws:PrincipalAccount', 'The account ID of the caller.'],
  ['aws:PrincipalOrgID', 'The organization of the caller. Absent where the account is in none.'],
  ['aws:PrincipalOrgPaths', 'Where the account of the caller stands in its organization, as a path of OUs.'],
  ['aws:PrincipalTag/*', 'A tag on the caller: on the user or role, or on the session.'],
  ['aws:PrincipalType', 'What kind of caller it is: `Account`, `User`, `AssumedRole`, `FederatedUser` or `Anonymous`.'],
  ['aws:PrincipalIsAWSService', 'Whether an AWS service calls by itself, as a service principal.'],
  ['aws:PrincipalServiceName', 'The AWS service that calls by itself. Absent for all other callers.'],
  ['aws:PrincipalServiceNamesList', 'All names of the AWS service that calls by itself.'],
  ['aws:userid', 'The unique ID of the caller; for a role session with the name of the session behind it.'],
  ['aws:username', 'The name of the IAM user that calls. Absent for roles and for the root user.'],
  [
    'aws:SourceIp',
    'The public address the request came from. Absent where it came through a VPC endpoint; another one where an AWS service passes the request on.',
  ],
  ['aws:SourceVpc', 'The VPC the request came from. Only where it came through a VPC endpoint.'],
  ['aws:SourceVpce', 'The VPC endpoint the request came through. Absent for requests over the internet.'],
  ['aws:SourceVpcArn', 'The ARN of the VPC the request came from. Only through endpoints of services that send it.'],
  ['aws:VpcSourceIp', 'The private address within the VPC. Only where the request came through a VPC endpoint.'],
  ['aws:VpceAccount', 'The account that owns the VPC endpoint. Only through endpoints of services that send it.'],
  ['aws:VpceOrgID', 'The organization that owns the VPC endpoint. Only through endpoints of services that send it.'],
  [
    'aws:VpceOrgPaths',
    'Where the owner of the VPC endpoint stands in its organization. Only through endpoints of services that send it.',
  ],
  ['aws:RequestedRegion', 'The Region that was called; for global services the one they live in, mostly `us-east-1`.'],
  ['aws:SecureTransport', 'Whether the request came over TLS.'],
  [
    'aws:MultiFactorAuthPresent',
    'Whether MFA was used for the temporary credentials. Absent for long-lived access keys.',
  ],
  ['aws:MultiFactorAuthAge', 'How many seconds ago MFA was used. Absent where it was not.'],
  ['aws:CurrentTime', 'The time of the request.'],
  ['aws:EpochTime', 'The time of the request in seconds since 1970.'],
  ['aws:TokenIssueTime', 'When the temporary credentials were issued. Absent for long-lived access keys.'],
  ['aws:ResourceAccount', 'The account that owns the resource. A few actions do not send it.'],
  ['aws:ResourceOrgID', 'The organization that owns the resource. A few actions do not send it.'],
  ['aws:ResourceOrgPaths', 'Where the owner of the resource stands in its organization.'],
  ['aws:ResourceTag/*', 'A tag that the resource has already. Only for actions that support it.'],
  ['aws:RequestTag/*', 'A tag that the request sets. Only for actions that set tags.'],
  ['aws:TagKeys', 'The names of all tags that the request sets or removes.'],
  ['aws:CalledVia', 'The AWS services that passed the request on for the caller. Few services are listed.'],
  ['aws:CalledViaFirst', 'The first AWS service that passed the request on for the caller.'],
  ['aws:CalledViaLast', 'The last AWS service that passed the request on for the caller.'],
  ['aws:ViaAWSService', 'Whether an AWS service calls with the permissions of the caller.'],
  ['aws:SourceArn', 'The resource for which an AWS service calls. Only where a service principal calls.'],
  ['aws:SourceAccount', 'The account for whose resource an AWS service calls. Only where a service principal calls.'],
  [
    'aws:SourceOrgID',
    'The organization for whose resource an AWS service calls. Only where a service principal calls.',
  ],
  [
    'aws:SourceOrgPaths',
    'Where the account of that resource stands in its organization. Only where a service principal calls.',
  ],
  ['aws:SourceOwner', 'An older name for the account for whose resource Amazon SNS calls.'],
  ['aws:SourceIdentity', 'The source identity that was set when a role was assumed; it stays through further roles.'],
  ['aws:FederatedProvider', 'The identity provider through which the role session began.'],
  ['aws:AssumedRoot', 'Whether the session is one of `sts:AssumeRoot`.'],
  ['aws:ChatbotSourceArn', 'The chat configuration that calls. Only for requests from chat applications.'],
  ['aws:Ec2InstanceSourceVpc', 'The VPC of the EC2 instance whose role credentials are used.'],
  ['aws:Ec2InstanceSourcePrivateIPv4', 'The private address of the EC2 instance whose role credentials are used.'],
  ['aws:IsMcpServiceAction', 'Whether the action belongs to an MCP server of AWS.'],
  ['aws:ViaAWSMCPService', 'Whether the request came through an MCP server of AWS.'],
  ['aws:CalledViaAWSMCP', 'The MCP server of AWS through which the request came.'],
  ['aws:UserAgent', 'What the client says of itself. Anyone can write anything there: never a protection.'],
  [
    'aws:Referer',
    'The page that linked here, as the browser says. Anyone can write anything there: never a protection.',
  ],
  ['aws:SignInSessionArn', 'The sign-in session that the credentials came from.'],
  ['ec2:SourceInstanceArn', 'The EC2 instance whose role credentials are used.'],
  ['ec2:RoleDelivery', 'The version of the instance metadata service that gave out the role credentials.'],
  ['lambda:SourceFunctionArn', 'The Lambda function whose role credentials are used.'],
  ['ssm:SourceInstanceArn', 'The managed node whose role credentials are used.'],
  ['glue:CredentialIssuingService', 'Set where AWS Glue issued the credentials.'],
  ['glue:RoleAssumedBy', 'Set where AWS Glue assumed the role for the caller.'],
  ['identitystore:UserId', 'The IAM Identity Center user on whose behalf a session calls.'],
];

/** AWS's global condition keys, those that policies use most first. */
export const GLOBAL_KEYS_BY_USE: readonly ConditionKey[] = [
  ...new Set([...WORDS.flatMap(([name]) => GLOBAL_KEYS.get(keyId(name)) ?? []), ...GLOBAL_KEYS.values()]),
];

const BY_ID = new Map(WORDS.map(([name, words]) => [keyId(name), words]));

/** A global key in any letter case; one with a tag's name under its own name with `*`. */
export function globalKey(name: string): ConditionKey | undefined {
  return GLOBAL_KEYS.get(idOf(name));
}

/** What a global key holds, in a sentence or two. */
export function globalKeyWords(name: string): string | undefined {
  return BY_ID.get(idOf(name));
}

function idOf(name: string): string {
  const id = keyId(name);
  const slash = id.indexOf('/');
  return slash < 0 ? id : `${id.slice(0, slash)}/*`;
}
