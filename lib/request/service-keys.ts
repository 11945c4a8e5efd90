import type { Catalog } from '@/lib/catalog/catalog';
import { keyPrefix } from '@/lib/iam/context-key';
import { lookUp } from '@/lib/text/table';

// Keys of one service that requests to another carry (C18): service of the action → prefixes of keys.
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  dax: ['dynamodb'],
  ssmmessages: ['ssm', 'ec2'],
  ec2messages: ['ssm', 'ec2'],
  ssm: ['ec2'],
  'ec2-instance-connect': ['ec2'],
  sts: ['iam', 'saml'],
  s3express: ['s3'],
  's3-object-lambda': ['s3'],
  's3-outposts': ['s3'],
  sso: ['identitycenter'],
  q: ['identitystore'],
  qbusiness: ['identitystore'],
  'cognito-identity': ['cognito-identity-auth', 'cognito-identity-unauth'],
  xray: ['logs'],
  iotjobsdata: ['iot'],
  'aws-marketplace': ['catalog'],
  cases: ['connect'],
  'arc-zonal-shift': ['elasticloadbalancing'],
};

/** The prefixes of the service's own keys that requests to it carry: its own, and those of its neighbours. */
export function keyPrefixesOf(service: string): readonly string[] {
  return [service, ...(lookUp(NEIGHBOURS, service) ?? [])];
}

// Keys of credentials: present in calls to any service (C193).
const CROSS_SERVICE =
  /^(?:ec2:sourceinstancearn|ec2:roledelivery|ssm:sourceinstancearn|lambda:sourcefunctionarn|codebuild:(?:buildarn|projectarn)|glue:(?:roleassumedby|credentialissuingservice)|identitystore:userid|saml:(?:namequalifier|sub|sub_type))$/;

/** Whether a key comes with the credentials, whatever service is called (C193). Takes the key's lower case. */
export function isKeyOfCredentials(id: string): boolean {
  return CROSS_SERVICE.test(id);
}

/** A service's key comes only with requests to that service (C18). */
export function isKeyOfAnotherService(id: string, service: string, catalog: Catalog): boolean {
  const prefix = keyPrefix(id);
  if (prefix === '' || prefix === 'aws' || service === '') return false;
  if (!catalog.isService(prefix) || isKeyOfCredentials(id)) return false;
  return !keyPrefixesOf(service).includes(prefix);
}
