import type { ConditionKey, ConditionKeyType } from '@/lib/catalog/catalog';
import { keyId } from '@/lib/iam/context-key';

/** A condition key that is no single service's, with what it holds and when a request carries it. */
interface GlobalKey extends ConditionKey {
  readonly words: string;
}

const one = (name: string, type: ConditionKeyType, words: string): GlobalKey => ({
  name,
  type,
  isMultivalued: false,
  words,
});
const several = (name: string, type: ConditionKeyType, words: string): GlobalKey => ({
  ...one(name, type, words),
  isMultivalued: true,
});

/**
 * AWS's global condition keys, those that policies use most first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_KEYS: readonly GlobalKey[] = [
  one('aws:PrincipalArn', 'ARN', 'The ARN of the caller; for a role session the ARN of its role.'),
  one('aws:PrincipalAccount', 'String', 'The account ID of the caller.'),
  one('aws:PrincipalOrgID', 'String', 'The organization of the caller. Absent where the account is in none.'),
  several(
    'aws:PrincipalOrgPaths',
    'String',
    'Where the account of the caller stands in its organization, as a path of OUs.',
  ),
  one('aws:PrincipalTag/*', 'String', 'A tag on the caller: on the user or role, or on the session.'),
  one(
    'aws:PrincipalType',
    'String',
    'What kind of caller it is: `Account`, `User`, `AssumedRole`, `FederatedUser` or `Anonymous`.',
  ),
  one('aws:PrincipalIsAWSService', 'Bool', 'Whether an AWS service calls by itself, as a service principal.'),
  one('aws:PrincipalServiceName', 'String', 'The AWS service that calls by itself. Absent for all other callers.'),
  several('aws:PrincipalServiceNamesList', 'String', 'All names of the AWS service that calls by itself.'),
  one(
    'aws:userid',
    'String',
    'The unique ID of the caller; for a role session with the name of the session behind it.',
  ),
  one('aws:username', 'String', 'The name of the IAM user that calls. Absent for roles and for the root user.'),
  one(
    'aws:SourceIp',
    'IPAddress',
    'The public address the request came from. Absent where it came through a VPC endpoint; another one where an AWS service passes the request on.',
  ),
  one('aws:SourceVpc', 'String', 'The VPC the request came from. Only where it came through a VPC endpoint.'),
  one('aws:SourceVpce', 'String', 'The VPC endpoint the request came through. Absent for requests over the internet.'),
  one(
    'aws:SourceVpcArn',
    'ARN',
    'The ARN of the VPC the request came from. Only through endpoints of services that send it.',
  ),
  one(
    'aws:VpcSourceIp',
    'IPAddress',
    'The private address within the VPC. Only where the request came through a VPC endpoint.',
  ),
  one(
    'aws:VpceAccount',
    'String',
    'The account that owns the VPC endpoint. Only through endpoints of services that send it.',
  ),
  one(
    'aws:VpceOrgID',
    'String',
    'The organization that owns the VPC endpoint. Only through endpoints of services that send it.',
  ),
  several(
    'aws:VpceOrgPaths',
    'String',
    'Where the owner of the VPC endpoint stands in its organization. Only through endpoints of services that send it.',
  ),
  one(
    'aws:RequestedRegion',
    'String',
    'The Region that was called; for global services the one they live in, mostly `us-east-1`.',
  ),
  one('aws:SecureTransport', 'Bool', 'Whether the request came over TLS.'),
  one(
    'aws:MultiFactorAuthPresent',
    'Bool',
    'Whether MFA was used for the temporary credentials. Absent for long-lived access keys.',
  ),
  one('aws:MultiFactorAuthAge', 'Numeric', 'How many seconds ago MFA was used. Absent where it was not.'),
  one('aws:CurrentTime', 'Date', 'The time of the request.'),
  one('aws:EpochTime', 'Date', 'The time of the request in seconds since 1970.'),
  one('aws:TokenIssueTime', 'Date', 'When the temporary credentials were issued. Absent for long-lived access keys.'),
  one('aws:ResourceAccount', 'String', 'The account that owns the resource. A few actions do not send it.'),
  one('aws:ResourceOrgID', 'String', 'The organization that owns the resource. A few actions do not send it.'),
  several('aws:ResourceOrgPaths', 'String', 'Where the owner of the resource stands in its organization.'),
  one('aws:ResourceTag/*', 'String', 'A tag that the resource has already. Only for actions that support it.'),
  one('aws:RequestTag/*', 'String', 'A tag that the request sets. Only for actions that set tags.'),
  several('aws:TagKeys', 'String', 'The names of all tags that the request sets or removes.'),
  several(
    'aws:CalledVia',
    'String',
    'The AWS services that passed the request on for the caller. Few services are listed.',
  ),
  one('aws:CalledViaFirst', 'String', 'The first AWS service that passed the request on for the caller.'),
  one('aws:CalledViaLast', 'String', 'The last AWS service that passed the request on for the caller.'),
  one('aws:ViaAWSService', 'Bool', 'Whether an AWS service calls with the permissions of the caller.'),
  one('aws:SourceArn', 'ARN', 'The resource for which an AWS service calls. Only where a service principal calls.'),
  one(
    'aws:SourceAccount',
    'String',
    'The account for whose resource an AWS service calls. Only where a service principal calls.',
  ),
  one(
    'aws:SourceOrgID',
    'String',
    'The organization for whose resource an AWS service calls. Only where a service principal calls.',
  ),
  several(
    'aws:SourceOrgPaths',
    'String',
    'Where the account of that resource stands in its organization. Only where a service principal calls.',
  ),
  one('aws:SourceOwner', 'String', 'An older name for the account for whose resource Amazon SNS calls.'),
  one(
    'aws:SourceIdentity',
    'String',
    'The source identity that was set when a role was assumed; it stays through further roles.',
  ),
  one('aws:FederatedProvider', 'String', 'The identity provider through which the role session began.'),
  one('aws:AssumedRoot', 'Bool', 'Whether the session is one of `sts:AssumeRoot`.'),
  one('aws:ChatbotSourceArn', 'ARN', 'The chat configuration that calls. Only for requests from chat applications.'),
  one('aws:Ec2InstanceSourceVpc', 'String', 'The VPC of the EC2 instance whose role credentials are used.'),
  one(
    'aws:Ec2InstanceSourcePrivateIPv4',
    'IPAddress',
    'The private address of the EC2 instance whose role credentials are used.',
  ),
  one('aws:IsMcpServiceAction', 'Bool', 'Whether the action belongs to an MCP server of AWS.'),
  one('aws:ViaAWSMCPService', 'Bool', 'Whether the request came through an MCP server of AWS.'),
  one('aws:CalledViaAWSMCP', 'String', 'The MCP server of AWS through which the request came.'),
  one(
    'aws:UserAgent',
    'String',
    'What the client says of itself. Anyone can write anything there: never a protection.',
  ),
  one(
    'aws:Referer',
    'String',
    'The page that linked here, as the browser says. Anyone can write anything there: never a protection.',
  ),
];

const BY_ID = new Map(GLOBAL_KEYS.map((key) => [keyId(key.name), key]));

/** A global key in any letter case; one with a tag's name under its own name with `*`. */
export function globalKey(name: string): GlobalKey | undefined {
  const id = keyId(name);
  const slash = id.indexOf('/');
  return BY_ID.get(id) ?? (slash < 0 ? undefined : BY_ID.get(`${id.slice(0, slash)}/*`));
}
