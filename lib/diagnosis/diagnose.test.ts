import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { createDiagnoser, diagnose } from '@/lib/diagnosis/diagnose';
import { openDocument } from '@/lib/diagnosis/open';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

// Generous: hostile documents share two cores with everything else that runs.
vi.setConfig({ testTimeout: 60_000 });

const USER = 'arn:aws:iam::111122223333:user/kim';

function documentWith(policy: unknown, more: Partial<DiagnosisDocument> = {}): DiagnosisDocument {
  return {
    whydenied: 1,
    request: { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::shop/cat.png' },
    unstated: { context: 'unknown', policies: 'absent' },
    policies: [{ type: 'identity', name: 'Own', document: policy as string }],
    ...more,
  };
}

describe('diagnose never throws for any document', () => {
  // The words of policies in places where they do not belong.
  const words = fc.constantFrom(
    ...['Version', '2012-10-17', 'Statement', 'Sid', 'Effect', 'Allow', 'Deny', 'Principal', 'AWS', 'Action', 's3:*'],
    ...[
      'Resource',
      '*',
      'Condition',
      'StringLike',
      'Null',
      'DateLessThan',
      'NumericEquals',
      'constructor',
      '__proto__',
    ],
    ...['aws:SourceIp', 'aws:CurrentTime', '', '${', '2026-13-45', '1e999', '\ud83e', '`', '275760-09-13', ':::::'],
  );
  const mess = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.constantFrom(null, true, 0, 1.5),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(words, tie('node'), { maxKeys: 4 }),
    ),
  })).node;

  test('words of policies in any order', () => {
    fc.assert(
      fc.property(mess, mess, mess, (policy, condition, context) => {
        const text = JSON.stringify(policy);
        const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition: condition };
        const { document } = openDocument({
          ...documentWith(text),
          request: { principal: USER, action: 's3:GetObject', resource: '*', context },
          policies: [
            { type: 'identity', document: text },
            { type: 'scp', document: JSON.stringify({ Statement: [policy, statement] }) },
            { type: 'resource', document: JSON.stringify({ Statement: statement }) },
          ],
        });
        if (document) expect(diagnose(document).verdict.layers).toHaveLength(7);
      }),
      { numRuns: 500 },
    );
  });

  test('any caller, action and resource', () => {
    const part = fc.oneof(words, fc.string(), fc.constantFrom(USER, '*', 'a:b', 'constructor:x', 'arn:aws:s3:::b'));
    fc.assert(
      fc.property(part, part, part, part, (principal, action, resource, resourceAccount) => {
        const request = { principal, action, resource, resourceAccount };
        const policy = {
          Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { Bool: { 's3:x': '1' } } },
        };
        expect(diagnose(documentWith(JSON.stringify(policy), { request })).headline).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const many = <Item>(count: number, item: (place: number) => Item) => Array.from({ length: count }, (_, n) => item(n));
  test.each<[string, object | string]>([
    ['a name that every object has, as an operator', { ...statement, Condition: { constructor: { a: 'b' } } }],
    ['as the prefix of one', { ...statement, Condition: { 'constructor:StringEquals': { a: 'b' } } }],
    ['as a key', { ...statement, Condition: { StringEquals: { constructor: 'b' } } }],
    ['400,000 statements', `{"Statement":[${'0,'.repeat(400_000)}0]}`],
    ['200,000 wildcards', { ...statement, Resource: '?*'.repeat(200_000) }],
    [
      '60,000 open keys',
      { ...statement, Condition: { Null: Object.fromEntries(many(60_000, (n) => [`k${n}`, '1'])) } },
    ],
    ['150,000 variables', { ...statement, Resource: `arn:aws:s3:::${`\${a}`.repeat(150_000)}` }],
    ['60,000 actions', { ...statement, Action: many(60_000, (n) => `s3:a${n}`) }],
    ['150,000 values', { ...statement, Condition: { StringLike: { k: many(150_000, () => '*') } } }],
    ['a date at the end of time', { ...statement, Condition: { DateLessThan: { k: '+275760-09-13T00:00:00.000Z' } } }],
  ])('%s', (_name, given) => {
    const text = typeof given === 'string' ? given : JSON.stringify({ Version: '2012-10-17', Statement: [given] });
    expect(diagnose(documentWith(text)).summary).not.toMatch(/function|\[object/);
  });

  test('150,000 tags in the request', () => {
    const context = Object.fromEntries(many(150_000, (n) => [`aws:RequestTag/t${n}`, 'x']));
    const policy = { Statement: [{ ...statement, Condition: { Null: { 'aws:TagKeys': 'false' } } }] };
    const request = { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::shop/cat.png', context };
    expect(diagnose(documentWith(JSON.stringify(policy), { request })).verdict.decision).toBe('allowed');
  });
});

describe('what is missing is asked for', () => {
  test.each([
    [{}, ['principal', 'action', 'resource'], 'What was called?'],
    [{ principal: USER }, ['action', 'resource'], 'What was called?'],
    [{ action: 's3:GetObject' }, ['principal', 'resource'], 'Who called?'],
    [{ principal: 'kim', action: 's3:GetObject', resource: '*' }, ['principal'], 'Who called?'],
    [{ principal: USER, action: 'GetObject', resource: '*' }, ['action'], 'What was called?'],
    [{ principal: USER, action: 's3:GetObject' }, ['resource'], 'Which resource was asked for?'],
  ])('%j', (request, missing, question) => {
    const { verdict, headline, marks } = diagnose(documentWith('{', { request }));
    expect(verdict.dependsOn).toEqual(missing.map((field) => ({ kind: 'request', field })));
    expect([verdict.decision, headline]).toEqual(['undetermined', question]);
    // What is wrong with a policy is shown all the same.
    expect(marks[0]?.map((mark) => mark.kind)).toContain('problem');
  });

  test('of what is no denial, what it is', () => {
    const evidence =
      'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.';
    const { headline, summary, report } = diagnose({ whydenied: 1, evidence });
    expect(headline).toBe('No denial by policies');
    expect(summary).toBe(`${report?.notIamText} To have policies decided all the same, fill in the request.`);
  });

  const ENCODED = 'You are not authorized to perform this operation. Encoded authorization failure message: ';
  test.each([
    ['no message', '', 'Paste the error message; it names them.'],
    [
      'a message without names',
      'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      'AWS’s message does not name all of it: paste the CloudTrail event of the call, or fill in the request by hand.',
    ],
    [
      'an encoded message',
      `${ENCODED}${'4qLNJjbTB-4v'.repeat(20)}`,
      'The encoded message names all of it: decode it with the command in step 6, and paste what that prints.',
    ],
  ])('where it stands: %s', (_name, evidence, advice) => {
    const { summary } = diagnose({ whydenied: 1, evidence });
    expect(summary.slice(summary.indexOf('. ', summary.indexOf('Still missing')) + 2)).toBe(advice);
  });
});

test('further requests take over what they do not state (R185)', () => {
  const allow = { Statement: { Effect: 'Allow', Action: 's3:Get*', Resource: '*' } };
  const document = documentWith(JSON.stringify(allow), {
    requests: [{ action: 's3:PutObject' }, { resource: 'arn:aws:s3:::shop/dog.png' }, {}],
  });
  const decisions = createDiagnoser(builtInCatalog())
    .diagnoseFurther(document)
    .map(({ verdict }) => verdict.decision);
  expect(decisions).toEqual(['implicitDeny', 'allowed', 'allowed']);
});

test('equal documents give equal diagnoses, and a diagnosis leaves its document as it was', () => {
  const document = documentWith('{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }');
  const before = structuredClone(document);
  expect(diagnose(document)).toEqual(diagnose(structuredClone(document)));
  expect(document).toEqual(before);
});
