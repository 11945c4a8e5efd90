import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '@/lib/evidence/notations/yaml';
import { MAX_PASTE, readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { CLI_ANSWERS, type Output, terminal } from '@/lib/testing/cli-answers';

// Answers of commands and templates, damaged in every way: nothing throws, nothing takes long, and what is read is one of the forms.

const OUTPUTS: readonly Output[] = ['json', 'yaml', 'text'];

const SOURCES: readonly string[] = [
  ...CLI_ANSWERS.filter((_, place) => place % 6 === 0).flatMap((one) => OUTPUTS.map((output) => terminal(one, output))),
  `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "\${var.x}/*" }] })\n}\n`,
  "x = {'Version': '2012-10-17', 'Statement': [dict(Effect='Allow', Action='s3:*', Resource=f'{b}/*')]}",
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: !Sub "\${A}"\n            Resource: !Join ["", [!Ref B, "/*"]]\n`,
];

const STUFF = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '\n',
  '\t',
  ' ',
  ':',
  '=',
  '${',
  '%7B',
  '- ',
  '&a',
  '*a',
  '!Sub ',
  '<<EOF',
  '\u0000',
  '\ufeff',
  'aws iam ',
];

const damaged = fc
  .tuple(
    fc.constantFrom(...SOURCES),
    fc.array(fc.tuple(fc.nat(4000), fc.nat(40), fc.constantFrom('', ...STUFF)), { maxLength: 6 }),
    fc.nat(5000),
  )
  .map(([source, edits, length]) => {
    const text = edits.reduce(
      (whole, [at, count, put]) =>
        whole.slice(0, at % (whole.length + 1)) + put + whole.slice((at % (whole.length + 1)) + count),
      source,
    );
    return length % 3 === 0 ? text.slice(0, length) : text;
  });

test('a damaged answer is read or not, and never fails', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const evidence = readEvidence(text, { yaml: readYaml });
      expect(evidence.policies.every((policy) => typeof policy.text === 'string')).toBe(true);
      JSON.stringify(toReadAnswer(evidence));
    }),
    { numRuns: 400 },
  );
});

test('what is cut off behind a policy takes nothing from it', () => {
  const [first = ''] = SOURCES;
  const whole = readEvidence(first).policies;
  for (const more of SOURCES.slice(1, 12)) {
    const [policy] = readEvidence(`${first}\n\n${more.slice(0, more.length / 2)}`).policies;
    expect(policy?.text).toBe(whole[0]?.text);
  }
});

// Generous for a busy machine: a reader with super-linear steps takes minutes on these texts.
const MOST_MILLISECONDS = 8000;

test.each([
  'aws iam get-role --role-name a\n',
  'aws iam x "',
  "{'Statement': [",
  '{Statement: ',
  'Statement = [{',
  'Statement:\n',
  'Statement:\n  - a: b\n',
  'resource "aws_iam_policy" "p" {\n',
  'resource "aws_iam_policy" "p" {}\n',
  'ATTACHEDPOLICIES\ta\tb\n',
  '{"Statement":[{"Effect":"Allow"}]}\t\n',
  '"Statement":',
  '${${',
  '\tx',
])('a text of nothing but %j takes no time', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  const start = performance.now();
  readEvidence(text, { yaml: readYaml });
  expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
});

test('more than can be read is refused with the limit', () => {
  const { kind, policies, problems } = readEvidence('x'.repeat(MAX_PASTE + 1));
  expect([kind, policies]).toEqual(['unknown', []]);
  expect(problems[0]?.message).toContain('5 million');
});

test('a byte-order mark, and a file in UTF-16 that was read as if it were not', () => {
  const [first = ''] = SOURCES;
  const want = toReadAnswer(readEvidence(first)).policies;
  expect(toReadAnswer(readEvidence(`\ufeff${first}`)).policies).toEqual(want);
  const wide = `\ufffd\ufffd${first.split('').join('\0')}\0`;
  expect(toReadAnswer(readEvidence(wide)).policies).toEqual(want);
});

describe('a slip in JSON leaves the policy as it was typed, and its document is read in spite of it', () => {
  const typed = JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }],
    },
    null,
    2,
  );
  test.each([
    ['a missing comma', typed.replace('"s3:GetObject",', '"s3:GetObject"')],
    ['closing quotes of a word processor', typed.replaceAll('"', '”')],
    ['opening and closing ones', typed.replace(/"([^"]*)"/g, '“$1”')],
  ])('%s', (_name, text) => {
    const evidence = readEvidence(text);
    expect(evidence.policies.map((policy) => policy.text)).toEqual([text]);
    expect(toReadAnswer(evidence).policies).toEqual([{ document: JSON.parse(typed) as unknown }]);
  });
});
