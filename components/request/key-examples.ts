import { keyId } from '@/lib/iam/context-key';

const EXAMPLES: Readonly<Record<string, string>> = {
  'aws:sourceip': '203.0.113.9',
  'aws:sourcevpce': 'vpce-0123456789abcdef0',
  'aws:sourcevpc': 'vpc-0123456789abcdef0',
  'aws:requestedregion': 'eu-west-1',
  'aws:principalorgid': 'o-a1b2c3d4e5',
  'aws:resourceorgid': 'o-a1b2c3d4e5',
  'aws:currenttime': '2026-11-24T09:30:00Z',
  'aws:multifactorauthage': '3600',
  'aws:sourcearn': 'arn:aws:sns:eu-west-1:111122223333:topic',
  'aws:sourceaccount': '111122223333',
  'aws:useragent': 'aws-cli/2.17.0',
  'sts:externalid': 'the ID agreed on',
};

/** How a value of a condition key looks. */
export function keyExample(key: string): string {
  return EXAMPLES[keyId(key)] ?? 'value';
}

/** Keys to offer when one is added by hand. */
export const COMMON_KEYS = [
  'aws:SourceIp',
  'aws:SourceVpce',
  'aws:SourceVpc',
  'aws:RequestedRegion',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalOrgID',
  'aws:SecureTransport',
  'aws:TagKeys',
  'aws:CurrentTime',
  'sts:ExternalId',
];
