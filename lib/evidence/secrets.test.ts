import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSecrets } from '@/lib/evidence/secrets';

// Made up, and put together here, so that no scanner takes them for real ones.
const KEY = `${'wJalrXUtnFEMI/K7MDENG'}/bPxRfiCY${'EXAMPLEKEY'}`;
const TOKEN = `IQoJb3JpZ2luX2Vj${'A'.repeat(100)}==`;
const JWT = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'c2lnbmF0dXJlc2lnbmF0dXJl'}`;

function check(text: string, kinds: readonly string[], kept: readonly string[] = []): void {
  const { text: clean, cuts } = cutSecrets(text);
  expect(cuts.map((cut) => cut.kind)).toEqual(kinds);
  for (const secret of [KEY, TOKEN, JWT]) expect(clean).not.toContain(secret);
  for (const part of kept) expect(clean).toContain(part);
}

describe('secrets are cut', () => {
  test.each([
    ['a credentials file', `aws_secret_access_key = ${KEY}`, ['secret access key']],
    [
      'an export',
      `export AWS_SECRET_ACCESS_KEY=${KEY}\nexport AWS_SESSION_TOKEN="${TOKEN}"`,
      ['secret access key', 'session token'],
    ],
    [
      'the answer of AssumeRole',
      JSON.stringify({ SecretAccessKey: KEY, SessionToken: TOKEN }),
      ['secret access key', 'session token'],
    ],
    [
      'a presigned URL',
      `https://b.s3.amazonaws.com/k?X-Amz-Security-Token=${TOKEN}&X-Amz-Signature=${'a1'.repeat(32)}`,
      ['session token', 'signature'],
    ],
    [
      'a signed header',
      `Authorization: AWS4-HMAC-SHA256 Credential=AKIA/x, Signature=${'0f'.repeat(32)}`,
      ['signature'],
    ],
    ['a bearer token', `Authorization: Bearer ${JWT}`, ['bearer token']],
    ['a bare web token', `token is ${JWT} here`, ['token']],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\n-----END RSA PRIVATE KEY-----', ['private key']],
    ['a GitHub token', `ghp_${'a'.repeat(36)}`, ['GitHub token']],
    ['a fine-grained GitHub token', `github_pat_${'a1_'.repeat(20)}`, ['GitHub token']],
    [
      'JSON in JSON',
      JSON.stringify(JSON.stringify({ SecretAccessKey: KEY, SessionToken: TOKEN })),
      ['secret access key', 'session token'],
    ],
    ['YAML', `SecretAccessKey: ${KEY}`, ['secret access key']],
    [
      'XML',
      `<SecretAccessKey>${KEY}</SecretAccessKey><SessionToken>${TOKEN}</SessionToken>`,
      ['secret access key', 'session token'],
    ],
    ['Terraform', `  secret_key = "${KEY}"`, ['secret access key']],
    ['a conversation with aws configure', `AWS Secret Access Key [None]: ${KEY}`, ['secret access key']],
    ['a downloaded list', `Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,${KEY}`, ['secret access key']],
    [
      'Python',
      `boto3.client('s3', aws_secret_access_key='${KEY}', aws_session_token='${TOKEN}')`,
      ['secret access key', 'session token'],
    ],
    ['a header with its token', `x-amz-security-token: ${TOKEN}`, ['session token']],
    ['a password in a header', 'Authorization: Basic dXNlcjpwYXNzd29yZA==', ['password']],
    [
      'an encrypted private key',
      '-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEabc\n-----END EC PRIVATE KEY-----',
      ['private key'],
    ],
    [
      'a private key in JSON',
      JSON.stringify({ key: '-----BEGIN PRIVATE KEY-----\nMIIEabc\n-----END PRIVATE KEY-----' }),
      ['private key'],
    ],
    ['a private key that is cut', '-----BEGIN PRIVATE KEY-----\nMIIEabc', ['private key']],
  ])('%s', (_name, text, kinds) => check(text, kinds));
});

describe('what a diagnosis needs stays', () => {
  test.each([
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3',
    'AKIAIOSFODNN7EXAMPLE',
    `Encoded authorization failure message: ${'4kYhAbC-_'.repeat(40)}`,
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    '{"Statement":[{"Action":"secretsmanager:GetSecretValue"}]}',
    '{"Condition":{"StringEquals":{"lambda:CodeSha256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}}}',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260301%2Feu-west-1%2Fs3%2Faws4_request',
    'arn:aws:iam::111122223333:role/secret_access_key_reader-0123456789012345678901234567890123456789',
    `User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: sts:GetSessionToken on resource: *`,
  ])('%s', (text) => check(text, [], [text]));
});

test('cutting twice changes nothing', () => {
  const piece = fc.constantFrom(
    `SecretAccessKey: ${KEY}`,
    JWT,
    `Bearer ${JWT}`,
    '\n',
    ' ',
    'x',
    '"',
    '&X-Amz-Signature=',
    'ab'.repeat(32),
    '-----BEGIN PRIVATE KEY-----\nMII',
    '-----END PRIVATE KEY-----',
    `Authorization: Basic ${TOKEN}`,
    `SessionToken=${TOKEN}`,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = cutSecrets(pieces.join('')).text;
      expect(cutSecrets(once)).toEqual({ text: once, cuts: [] });
    }),
  );
});
