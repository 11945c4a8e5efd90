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
  ])('%s', (_name, text, kinds) => check(text, kinds));
});

describe('what a diagnosis needs stays', () => {
  test.each([
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3',
    'AKIAIOSFODNN7EXAMPLE',
    `Encoded authorization failure message: ${'4kYhAbC-_'.repeat(40)}`,
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    '{"Statement":[{"Action":"secretsmanager:GetSecretValue"}]}',
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
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = cutSecrets(pieces.join('')).text;
      expect(cutSecrets(once).text).toBe(once);
    }),
  );
});
