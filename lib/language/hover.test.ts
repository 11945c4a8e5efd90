import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hover } from '@/lib/language/hover';
import type { StatedRequest } from '@/lib/request/stated-request';
import { languageContext, READS_OBJECT } from '@/lib/testing/language-contexts';
import type { ValidatedType } from '@/lib/validation/subject';

interface Options {
  readonly type?: ValidatedType;
  readonly request?: StatedRequest;
}

/** The explanation of what is under `‸`: what it is about, then its sections as `heading: lines`. */
function at(marked: string, { type = 'identity', request }: Options = {}): readonly string[] {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const found = hover(text, offset, languageContext(type, request));
  if (found === undefined) return [];
  const sections = found.sections.map(({ heading, lines }) =>
    heading ? `${heading}: ${lines.join(' ')}` : lines.join(' '),
  );
  return [text.slice(found.range.start, found.range.end), ...sections];
}

const statement = (inner: string, version = '2012-10-17') => `{ "Version": "${version}", "Statement": [{ ${inner} }] }`;
const S3 = '"Action": ["s3:GetObject", "s3:PutObject"]';
const dollar = '$' + '{';

describe('words of the policy language', () => {
  test.each([
    ['an element of the policy', '{ "Ver‸sion": "2012-10-17" }', '"Version"', /edition of the policy language/],
    ['its value', '{ "Version": "2012‸-10-17" }', '"2012-10-17"', /current edition/],
    ['an element of a statement', statement('"NotAc‸tion": "*"'), '"NotAction"', /every action but/],
    ['an effect', statement('"Effect": "De‸ny"'), '"Deny"', /whatever else allows/],
    ['a kind of principal', statement('"Principal": { "Ser‸vice": "x" }'), '"Service"', /AWS services that act/],
    ['an operator', statement('"Condition": { "StringEq‸uals": {} }'), '"StringEquals"', /this text exactly/],
    [
      'an operator with prefix and suffix',
      statement('"Condition": { "ForAnyValue:StringLikeIfExi‸sts": {} }'),
      '"ForAnyValue:StringLikeIfExists"',
      /IfExists.*ForAnyValue/,
    ],
    ['at its first quote', statement('"Effect": ‸"Deny"'), '"Deny"', /Stops/],
    ['behind its last quote', statement('"Effect": "Deny"‸'), '"Deny"', /Stops/],
    ['half typed', '{ "Statement": [ { "Effect": "Allow‸', '"Allow', /Lets/],
  ])('%s', (_name, marked, word, want) => {
    const [found, ...rest] = at(marked);
    expect(found).toBe(word);
    expect(rest.join(' ')).toMatch(want);
  });
  test.each([
    ['between words', '{ ‸ }'],
    ['in an empty text', '‸'],
    ['in a value that has no meaning', statement('"Sid": "O‸ne"')],
    ['in an element nobody knows', statement('"Fo‸o": "bar"')],
    ['in an operator nobody knows', statement('"Condition": { "Fo‸o": {} }')],
    ['in a plain value of a condition', statement('"Condition": { "Bool": { "aws:SecureTransport": "tr‸ue" } }')],
    ['in a wrong effect', statement('"Effect": "al‸low"')],
    ['in a string in place of a statement', '{ "Statement": "x‸" }'],
  ])('nothing %s', (_name, marked) => expect(at(marked)).toEqual([]));
});

describe('actions', () => {
  const action = (inner: string) => statement(`"Action": [${inner}]`);
  test.each<[string, string, readonly string[], Options?]>([
    [
      'one action',
      action('"ec2:RunInst‸ances"'),
      [
        '"ec2:RunInstances"',
        'Amazon EC2: run instances. Access level: Write.',
        'Resources: `instance` (required), `volume`',
        'Condition keys, besides the global ones: `ec2:InstanceType`, `ec2:Region`',
        'Also needs: `iam:PassRole`',
      ],
    ],
    [
      'in any letter case, one that has no resources',
      action('"S3:LISTALL‸MYBUCKETS"'),
      [
        '"S3:LISTALLMYBUCKETS"',
        'Amazon S3: list all my buckets. Access level: List.',
        'Resources: None: only `"Resource": "*"` fits.',
        'Condition keys, besides the global ones: `s3:TlsVersion`',
      ],
    ],
    [
      'a pattern, and the request',
      action('"s3:Get‸*"'),
      [
        '"s3:Get*"',
        '3 of 9 actions of Amazon S3.',
        'By access level: 3 Read',
        'Actions: `GetBucketPolicy`, `GetObject`, `GetObjectTagging`',
        'This request: Its action fits: `s3:GetObject`.',
      ],
      { request: READS_OBJECT },
    ],
    [
      'a whole service',
      action('"iam:‸*"'),
      ['"iam:*"', 'All 4 actions of AWS Identity and Access Management.', 'By access level: 1 List, 1 Read, 2 Write'],
    ],
    [
      'a pattern of nothing',
      action('"iam:Foo‸*"'),
      ['"iam:Foo*"', 'Fits no action of AWS Identity and Access Management.'],
    ],
    ['everything', action('"‸*"'), ['"*"', 'Every action of every service.']],
    [
      'an action that AWS does not have',
      action('"s3:GetObj‸ects"'),
      ['"s3:GetObjects"', 'Amazon S3 has no action `s3:GetObjects` in AWS’s list of 2026-09-26. It fits nothing.'],
    ],
    [
      'a service whose details are not loaded',
      action('"a4b:‸Foo"'),
      ['"a4b:Foo"', 'An action of `a4b`. What AWS lists for this service is not loaded.'],
    ],
    [
      'no service',
      action('"nope:Fo‸o"'),
      ['"nope:Foo"', '`nope` is no service prefix that is known here in AWS’s list of 2026-09-26.'],
    ],
    ['no action at all', action('"GetObj‸ect"'), []],
    [
      'another action than the request’s',
      action('"sqs:SendMess‸age"'),
      [
        '"sqs:SendMessage"',
        'Amazon SQS: send message. Access level: Write.',
        'Resources: `queue` (required)',
        'This request: Its action does not fit: `s3:GetObject`.',
      ],
      { request: READS_OBJECT },
    ],
  ])('%s', (_name, marked, want, options) => expect(at(marked, options)).toEqual(want));
});

describe('ARNs', () => {
  const resource = (inner: string) => statement(`"Effect": "Allow", ${S3}, "Resource": "${inner}"`);
  test.each<[string, string, readonly string[], Options?]>([
    [
      'by its parts',
      resource('arn:aws:sqs:eu-west-1:1111222‸23333:jobs'),
      [
        '"arn:aws:sqs:eu-west-1:111122223333:jobs"',
        'Partition: `aws` Service: `sqs` – Amazon SQS Region: `eu-west-1` – Ireland Account: `111122223333` Resource: `jobs`',
        'Can name: `queue`',
      ],
    ],
    [
      'of a bucket, and the request',
      resource('arn:aws:s3:::sh‸op/*'),
      [
        '"arn:aws:s3:::shop/*"',
        'Partition: `aws` Service: `s3` – Amazon S3 Region: none – buckets have none in their ARN Account: none – buckets have none in their ARN Resource: `shop/*`',
        'Can name: `object` or `bucket`',
        'This request: Its resource fits: `arn:aws:s3:::shop/cat.png`.',
      ],
      { request: READS_OBJECT },
    ],
    [
      'with open parts',
      resource('arn:aws:ec2:*:*:inst‸ance/*'),
      [
        '"arn:aws:ec2:*:*:instance/*"',
        'Partition: `aws` Service: `ec2` – Amazon EC2 Region: `*` – any region Account: `*` – any account Resource: `instance/*`',
        'Can name: `instance`',
      ],
    ],
    [
      'of AWS’s own',
      resource('arn:aws:iam::aws:pol‸icy/X'),
      [
        '"arn:aws:iam::aws:policy/X"',
        'Partition: `aws` Service: `iam` – AWS Identity and Access Management Region: none Account: `aws` – AWS’s own Resource: `policy/X`',
      ],
    ],
    [
      'too short',
      resource('arn:aws:‸s3'),
      ['"arn:aws:s3"', 'Partition: `aws` Service: `s3` – Amazon S3 It lacks region, account and resource.'],
    ],
    ['everything', resource('‸*'), ['"*"', 'Every resource.']],
    ['everything excluded', statement('"NotResource": "‸*"'), ['"*"', 'No resource is left: every one is excluded.']],
    ['no ARN', resource('my-buc‸ket'), []],
    [
      'in a condition, without the request',
      statement('"Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:a4b:::‸x"] } }'),
      ['"arn:aws:a4b:::x"', 'Partition: `aws` Service: `a4b` Region: none Account: none Resource: `x`'],
      { request: READS_OBJECT },
    ],
  ])('%s', (_name, marked, want, options) => expect(at(marked, options)).toEqual(want));
  test.each([
    [`arn:aws:s3:::shop/${dollar}aws:username}/*`, /^This request: Its resource does not fit/],
    [`arn:aws:s3:::shop/${dollar}aws:PrincipalOrgID}*`, /^This request: Whether its resource fits depends/],
  ])('with a variable: %s', (arn, want) => {
    expect(at(resource(`‸${arn}`), { request: READS_OBJECT }).at(-1)).toMatch(want);
  });
});

describe('condition keys', () => {
  const key = (operator: string, name: string, action = S3) =>
    statement(`${action}, "Resource": "*", "Condition": { "${operator}": { "${name}": "x" } }`);
  test.each<[string, string, readonly string[], Options?]>([
    [
      'a global key, and the request',
      key('IpAddress', 'aws:Sourc‸eIp'),
      [
        '"aws:SourceIp"',
        'The public address the request came from. Absent where it came through a VPC endpoint; another one where an AWS service passes the request on. One value, an IP address.',
        'This request: It carries `203.0.113.9`.',
      ],
      { request: READS_OBJECT },
    ],
    [
      'of several values, of some actions',
      key('ForAnyValue:StringEquals', 'aws:TagK‸eys', '"Action": ["iam:*", "sqs:SendMessage"]'),
      [
        '"aws:TagKeys"',
        'The names of all tags that the request sets or removes. Several values, each a text: use it with `ForAllValues` or `ForAnyValue`.',
        'Actions of this statement that send it: `iam:CreateRole`',
      ],
    ],
    [
      'of none of the actions',
      key('StringEquals', 'aws:RequestTag/te‸am'),
      [
        '"aws:RequestTag/team"',
        'A tag that the request sets. Only for actions that set tags. One value, a text.',
        'Actions of this statement that send it: None, as far as AWS lists them.',
      ],
    ],
    [
      'of all actions',
      key('NumericEquals', 's3:Tls‸Version'),
      ['"s3:TlsVersion"', 'One value, a number.', 'Actions of this statement that send it: All.'],
    ],
    [
      'of a service, actions not known',
      key('StringEquals', 'kms:ViaSer‸vice', '"NotAction": "s3:*"'),
      ['"kms:ViaService"', 'One value, a text.', 'Actions that send it: `kms:Decrypt`'],
    ],
    [
      'that nobody lists',
      key('StringEquals', 'foo:b‸ar'),
      ['"foo:bar"', '`foo:bar` is none of the global keys, and AWS lists it for no service that is known here.'],
    ],
    ['that is none', key('StringEquals', 'fo‸o'), []],
  ])('%s', (_name, marked, want, options) => expect(at(marked, options)).toEqual(want));

  test.each<[string, string, StatedRequest?]>([
    ['aws:PrincipalArn', 'It carries `arn:aws:iam::111122223333:role/dev`, if no path is missing from it.'],
    ['aws:username', 'It lacks the key.'],
    ['aws:PrincipalOrgID', 'Whether it carries the key is not known.'],
    ['aws:CurrentTime', 'It carries a value that is not known.'],
    [
      'aws:SourceIp',
      'It carries the key in 2 spellings; AWS compares one of them.',
      { context: { 'aws:SourceIp': '1.2.3.4', 'AWS:SourceIp': '1.2.3.5' } },
    ],
    ['aws:userid', 'It carries one value that is known only in part.'],
  ])('what this request carries under %s', (name, want, stated) => {
    expect(at(key('Null', `‸${name}`), { request: { ...READS_OBJECT, ...stated } }).at(-1)).toBe(
      `This request: ${want}`,
    );
  });
});

describe('principals', () => {
  const principal = (kind: string, text: string) => statement(`"Principal": { "${kind}": "‸${text}" }`);
  const account = '`111122223333`';
  test.each<[string, string, RegExp | undefined]>([
    ['AWS', '*', /^Everyone/],
    ['AWS', '111122223333', /^Account `111122223333` as a whole/],
    ['AWS', 'arn:aws:iam::111122223333:root', /^Account `111122223333` as a whole.*root user alone/],
    ['AWS', 'arn:aws:iam::111122223333:user/ops/kim', new RegExp(`^The IAM user \`kim\` in account ${account}`)],
    [
      'AWS',
      'arn:aws:iam::111122223333:role/dev',
      new RegExp(`^Every session of the IAM role \`dev\` in account ${account}`),
    ],
    ['AWS', 'arn:aws:sts::111122223333:assumed-role/dev/s1', /^One session of the role `dev` .*called `s1`/],
    ['AWS', 'arn:aws:sts::111122223333:federated-user/kiosk', /^The federated user `kiosk`/],
    ['AWS', 'arn:aws:iam::111122223333:role/*', /^Nobody/],
    ['AWS', 'AROAEXAMPLEID', /deleted/],
    ['AWS', 'arn:aws:iam::111122223333:group/x', undefined],
    ['AWS', 'nobody', undefined],
    ['Service', 'lambda.amazonaws.com', /of AWS Lambda\.$/],
    ['Service', 'foo.amazonaws.com', /of an AWS service\.$/],
    ['Service', 'lambda', undefined],
    ['Federated', 'arn:aws:iam::111122223333:saml-provider/X', /SAML provider/],
    ['Federated', 'arn:aws:iam::111122223333:oidc-provider/X', /OIDC provider/],
    ['Federated', 'accounts.google.com', /identity provider/],
    ['CanonicalUser', '79a5', /canonical user ID/],
  ])('%s %s', (kind, text, want) => {
    const [, line] = at(principal(kind, text), { type: 'trust' });
    if (want) expect(line).toMatch(want);
    else expect(line).toBeUndefined();
  });
  test('everyone without a map', () => {
    expect(at(statement('"Principal": "‸*"'))[1]).toMatch(/^Everyone/);
    expect(at(statement('"Principal": "‸x"'))).toEqual([]);
  });
  test('whether the caller of the request is meant', () => {
    const meant = (text: string) => at(principal('AWS', text), { type: 'resource', request: READS_OBJECT });
    expect(meant('arn:aws:iam::111122223333:role/dev').at(-1)).toMatch(/^This request: Its caller is meant/);
    expect(meant('arn:aws:iam::444455556666:root').at(-1)).toMatch(/^This request: Its caller is not meant/);
    expect(meant('111122223333')[1]).toMatch(/that of this request’s caller/);
  });
});

describe('policy variables', () => {
  const resource = (inner: string, version?: string) =>
    statement(`"Resource": "arn:aws:s3:::shop/${inner}/x"`, version);
  test.each<[string, string, readonly string[], Options?]>([
    [
      'what it stands for',
      resource(`${dollar}aws:user‸name}`),
      [
        `${dollar}aws:username}`,
        'The name of the IAM user that calls. Absent for roles and for the root user. Where the request lacks it, nothing fits.',
      ],
    ],
    [
      'what it becomes',
      resource(`${dollar}aws:PrincipalTag/te‸am, 'blue'}`),
      [
        `${dollar}aws:PrincipalTag/team, 'blue'}`,
        'A tag on the caller: on the user or role, or on the session. Where the request lacks it, `blue` stands in its place. For this request it is `red`.',
      ],
      { request: READS_OBJECT },
    ],
    [
      'a character',
      resource(`${dollar}‸*}`),
      [`${dollar}*}`, 'The character `*` itself, not as a wildcard or a variable.'],
    ],
    [
      'none that can be read',
      resource(`${dollar}‸}`),
      [`${dollar}}`, 'No variable that AWS can read: it never has a value, so nothing fits.'],
    ],
    [
      'in the older edition',
      resource(`${dollar}aws:user‸name}`, '2008-10-17'),
      [`${dollar}aws:username}`, 'Plain text here: policy variables count only in a policy of `Version` `2012-10-17`.'],
    ],
    [
      'in a condition',
      statement(`"Condition": { "StringLike": { "s3:prefix": "${dollar}foo:b‸ar}" } }`),
      [`${dollar}foo:bar}`, 'What the request carries under `foo:bar`. Where the request lacks it, nothing fits.'],
    ],
    ['not beside it', statement(`"Condition": { "StringLike": { "s3:prefix": "x‸x${dollar}foo:bar}" } }`), []],
    [
      'not in an action',
      statement(`"Action": "s3:${dollar}fo‸o}"`),
      [
        `"s3:${dollar}foo}"`,
        `Amazon S3 has no action \`s3:${dollar}foo}\` in AWS’s list of 2026-09-26. It fits nothing.`,
      ],
    ],
  ])('%s', (_name, marked, want, options) => expect(at(marked, options)).toEqual(want));
});

test('property: on any text, what is explained stands around the cursor, and names are in pairs of backticks', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '`',
    '\n',
    ' ',
    '"Statement":',
    '"Effect":',
    '"Action":',
    '"s3:',
    '"Condition":',
    '"Bool":',
    '"aws:',
    dollar,
    'x',
    '"Resource":',
    '"arn:aws:s3:::',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), (parts, place) => {
      const text = parts.join('');
      const offset = place % (text.length + 1);
      const found = hover(text, offset, languageContext('resource', READS_OBJECT));
      if (found === undefined) return;
      expect(found.range.start).toBeLessThanOrEqual(offset);
      expect(found.range.end).toBeGreaterThanOrEqual(offset);
      for (const line of found.sections.flatMap(({ lines }) => lines)) expect(line.split('`').length % 2).toBe(1);
    }),
    { numRuns: 500 },
  );
});
