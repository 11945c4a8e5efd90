import type { ConditionKey, ConditionKeyType } from '@/lib/catalog/catalog';
import { keyId } from '@/lib/iam/context-key';

// Keys that any action may carry, by the type of their values. Those of other prefixes come with the credentials of the
// service that is named. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const SINGLE = {
  String:
    'aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:Ec2InstanceSourceVpc aws:FederatedProvider ' +
    'aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/* aws:PrincipalType ' +
    'aws:referer aws:RequestedRegion aws:RequestTag/* aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/* ' +
    'aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpce aws:UserAgent ' +
    'aws:userid aws:username aws:VpceAccount aws:VpceOrgID glue:CredentialIssuingService glue:RoleAssumedBy ' +
    'identitystore:UserId',
  ARN:
    'aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn aws:SourceVpcArn ec2:SourceInstanceArn ' +
    'lambda:SourceFunctionArn ssm:SourceInstanceArn',
  Bool:
    'aws:AssumedRoot aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport ' +
    'aws:ViaAWSMCPService aws:ViaAWSService',
  Numeric: 'aws:MultiFactorAuthAge ec2:RoleDelivery',
  Date: 'aws:CurrentTime aws:EpochTime aws:TokenIssueTime',
  IPAddress: 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp',
} as const satisfies Partial<Record<ConditionKeyType, string>>;

const LISTS_OF_STRINGS =
  'aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths ' +
  'aws:TagKeys aws:VpceOrgPaths';

/** Every global condition key, by its lower-case name. */
export const GLOBAL_KEYS: ReadonlyMap<string, ConditionKey> = new Map(
  [
    ...(Object.keys(SINGLE) as (keyof typeof SINGLE)[]).flatMap((type) =>
      SINGLE[type].split(' ').map((name): ConditionKey => ({ name, type, isMultivalued: false })),
    ),
    ...LISTS_OF_STRINGS.split(' ').map((name): ConditionKey => ({ name, type: 'String', isMultivalued: true })),
  ].map((key) => [keyId(key.name), key]),
);
