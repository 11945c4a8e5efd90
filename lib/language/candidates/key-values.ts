import { keyId } from '@/lib/iam/context-key';
import { SERVICE_PRINCIPALS } from '@/lib/iam/service-principals';
import { type Candidate, shapeCandidate, textCandidate } from '@/lib/language/candidates/candidate';
import { familyOf, type OperatorFamily } from '@/lib/language/candidates/operators';
import type { LanguageContext } from '@/lib/language/context';
import { REGIONS } from '@/lib/language/words/regions';
import { lookUp } from '@/lib/text/table';

export interface KeyValuePlace {
  readonly operator: string;
  readonly key: string;
  readonly taken: ReadonlySet<string>;
}

/** Values that are known for a key: the one of the request, then those that AWS lists, else a shape to type over. */
export function keyValues({ operator, key, taken }: KeyValuePlace, context: LanguageContext): readonly Candidate[] {
  const family = familyOf(operator);
  const list = family === 'Null' || family === 'Bool' ? booleans(family) : valuesOf(key, family, context);
  return list.filter(({ label }) => !taken.has(label));
}

function booleans(family: 'Null' | 'Bool'): readonly Candidate[] {
  const words = family === 'Null' ? ['The request lacks the key.', 'The request carries the key.'] : ['', ''];
  return ['true', 'false'].map((value, index) => textCandidate('value', value, words[index] ?? ''));
}

function valuesOf(key: string, family: OperatorFamily | undefined, context: LanguageContext): readonly Candidate[] {
  const id = keyId(key);
  const carried = context.request?.context.lookup(key);
  const own = carried?.state === 'present' ? carried.values.map((one) => textCandidate('value', one, CARRIED)) : [];
  const known = id === 'aws:calledvia' || SERVICES.includes(id) ? services() : (lookUp(VALUES, id)?.() ?? []);
  return [...own, ...known, ...(family ? shapesOf(family) : [])];
}

const CARRIED = 'what this request carries';

const SERVICES: readonly string[] = [
  'aws:calledviaawsmcp',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'iam:passedtoservice',
  'iam:awsservicename',
];

function services(): readonly Candidate[] {
  return SERVICE_PRINCIPALS.map(([principal, service]) => textCandidate('value', principal, service));
}

function regions(): readonly Candidate[] {
  return REGIONS.map(([region, place]) => textCandidate('value', region, place));
}

const listed =
  (...values: readonly string[]) =>
  () =>
    values.map((value) => textCandidate('value', value));

const example = (text: string, detail: string) => () => [shapeCandidate('value', text, text, detail)];
const account = example('111122223333', 'an account ID');
const organization = example('o-a1b2c3d4e5', 'the ID of an organization');
const units = example('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*', 'an OU and what is below it');
const vpc = example('vpc-0123456789abcdef0', 'the ID of a VPC');

/** Keys with few values, or with values of one form, by their lower case. */
const VALUES: Readonly<Record<string, () => readonly Candidate[]>> = {
  'aws:requestedregion': regions,
  'ec2:region': regions,
  'aws:principalaccount': account,
  'aws:resourceaccount': account,
  'aws:sourceaccount': account,
  'aws:vpceaccount': account,
  'kms:calleraccount': account,
  's3:resourceaccount': account,
  'aws:principalorgid': organization,
  'aws:resourceorgid': organization,
  'aws:sourceorgid': organization,
  'aws:vpceorgid': organization,
  'aws:principalorgpaths': units,
  'aws:resourceorgpaths': units,
  'aws:sourceorgpaths': units,
  'aws:vpceorgpaths': units,
  'aws:sourcevpc': vpc,
  'aws:ec2instancesourcevpc': vpc,
  'aws:sourcevpce': example('vpce-0123456789abcdef0', 'the ID of a VPC endpoint'),
  'aws:principaltype': listed('Account', 'User', 'AssumedRole', 'FederatedUser', 'Anonymous'),
  's3:x-amz-acl': listed(
    'private',
    'bucket-owner-full-control',
    'bucket-owner-read',
    'authenticated-read',
    'aws-exec-read',
    'log-delivery-write',
    'public-read',
    'public-read-write',
  ),
  's3:x-amz-server-side-encryption': listed('aws:kms', 'aws:kms:dsse', 'AES256'),
  's3:x-amz-storage-class': listed(
    'STANDARD',
    'STANDARD_IA',
    'INTELLIGENT_TIERING',
    'ONEZONE_IA',
    'GLACIER_IR',
    'GLACIER',
    'DEEP_ARCHIVE',
  ),
  's3:object-ownership': listed('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'),
  's3:tlsversion': listed('1.2', '1.3'),
  's3:authtype': listed('REST-HEADER', 'REST-QUERY-STRING', 'POST'),
  's3:signatureversion': listed('AWS4-HMAC-SHA256', 'AWS'),
  'ec2:tenancy': listed('default', 'dedicated', 'host'),
  'ec2:metadatahttptokens': listed('required', 'optional'),
  'ec2:roledelivery': listed('2.0', '1.0'),
  'aws:multifactorauthage': listed('3600'),
  'token.actions.githubusercontent.com:aud': listed('sts.amazonaws.com'),
};

/** What has a form by its type is shown as an example of that form. */
function shapesOf(family: OperatorFamily): readonly Candidate[] {
  const shape = (text: string, detail: string) => [shapeCandidate('value', text, text, detail)];
  switch (family) {
    case 'Numeric':
      return shape('10', 'a number');
    case 'Date':
      return shape('2030-01-01T00:00:00Z', 'a point in time');
    case 'Ip':
      return shape('203.0.113.0/24', 'a range of addresses');
    case 'Arn':
      return shape('arn:aws:iam::111122223333:role/NAME', 'an ARN');
    case 'Binary':
      return shape('QmluYXJ5', 'bytes in Base64');
    case 'String':
    case 'Bool':
    case 'Null':
      return [];
  }
}
