import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { verdictAnswer } from '@/lib/report/answer';
import { allow, deny, type SmallDiagnosis, smallDocument } from '@/lib/testing/small-diagnosis';

function answer(sketch: SmallDiagnosis, policyPlaces?: readonly number[]) {
  const document = smallDocument(sketch);
  return verdictAnswer(diagnose(document), document, {
    fetchCommand: ({ type }) => `fetch ${type}`,
    ...(policyPlaces && { policyPlaces }),
  });
}

test('a verdict has the fields of the format, and none without meaning', () => {
  const said = answer({ identity: { name: 'Own', document: { Statement: { ...deny(), Sid: 'No' } } } });
  expect(Object.keys(said)).toEqual([
    ...['decision', 'headline', 'summary', 'owner', 'documentation', 'deniedBy', 'statements', 'layers', 'dependsOn'],
    ...['nearMisses', 'agreement', 'assumptions', 'remedies', 'problems'],
  ]);
  expect(said).toMatchObject({
    decision: 'explicitDeny',
    deniedBy: ['identity'],
    statements: [{ type: 'identity', policy: 'Own', policyIndex: 0, index: 0, sid: 'No', effect: 'Deny' }],
    dependsOn: [],
    agreement: { status: 'noEvidence' },
    remedies: [],
  });
  expect(said.layers.map((layer) => layer.type)).toEqual([
    ...['rcp', 'scp', 'endpoint', 'resource', 'identity', 'boundary', 'session'],
  ]);
  // Plain JSON: nothing is lost on the way through a file.
  expect(JSON.parse(JSON.stringify(said))).toEqual(said);
});

describe('places count lines and columns from 1, in the text as typed', () => {
  const statement = '{ "Effect": "Deny", "Action": "*", "Resource": "*" }';
  test.each<[string, string, object]>([
    ['one line', `{ "Statement": ${statement} }`, { start: { line: 1, column: 16 }, end: { line: 1, column: 68 } }],
    [
      'lines of Unix',
      `{\n "Statement":\n${statement} }`,
      { start: { line: 3, column: 1 }, end: { line: 3, column: 53 } },
    ],
    [
      'lines of Windows',
      `{\r\n "Statement":\r\n${statement} }`,
      { start: { line: 3, column: 1 }, end: { line: 3, column: 53 } },
    ],
    [
      'lines of old Macs',
      `{\r "Statement":\r${statement} }`,
      { start: { line: 3, column: 1 }, end: { line: 3, column: 53 } },
    ],
    [
      'behind a character of two units',
      `{ "Id": "🦉", "Statement": ${statement} }`,
      { start: { line: 1, column: 28 }, end: { line: 1, column: 80 } },
    ],
  ])('%s', (_name, text, range) => {
    expect(answer({ identity: text }).statements[0]?.range).toEqual(range);
  });

  test('a policy given as an object counts as printed with two blanks', () => {
    const [statement] = answer({ identity: deny() }).statements;
    expect(statement?.range).toEqual({ start: { line: 4, column: 5 }, end: { line: 8, column: 6 } });
  });
});

test('every element says what was compared with what', () => {
  const { layers } = answer({ identity: allow({ Action: ['s3:Put*', 's3:Get*'] }) });
  const [statement] = layers.find((layer) => layer.type === 'identity')?.statements ?? [];
  expect(statement).toMatchObject({
    outcome: 'matches',
    elements: [
      {
        element: 'Action',
        outcome: 'matches',
        comparisons: [
          { wanted: ['s3:Put*'], given: ['s3:GetObject'], outcome: 'doesNotMatch', reason: 'noValueEqual' },
          { wanted: ['s3:Get*'], given: ['s3:GetObject'], outcome: 'matches', reason: 'equal' },
        ],
      },
      { element: 'Resource', outcome: 'matches' },
    ],
  });
});

test('what cannot be read has its place as line and column too, wherever it is named', () => {
  const said = answer(
    { identity: '{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*",\n"Condition": [] } }' },
    [4],
  );
  const place = { policyIndex: 4, range: { start: { line: 2, column: 1 }, end: { line: 2, column: 16 } } };
  expect(said.dependsOn).toMatchObject([{ kind: 'unreadable', type: 'identity', ...place }]);
  const [statement] = said.layers.find((layer) => layer.type === 'identity')?.statements ?? [];
  expect(statement).toMatchObject({ outcome: 'dependsOn', dependsOn: [{ kind: 'unreadable', ...place }] });
});

test('policies are named by their place in the document as it came in', () => {
  const said = answer({ identity: [allow({ Resource: 'x' }), '{ "Statement": [3] }'] }, [0, 7]);
  expect(said.nearMisses.map((miss) => miss.policyIndex)).toEqual([0]);
  expect(said.problems.map((problem) => problem.policyIndex)).toEqual([7]);
});

test('levels of SCPs stand in their layer', () => {
  const scp = ['Root', 'OU'].map((attachedTo) => ({
    attachedTo,
    document: { Statement: allow({ Action: attachedTo === 'OU' ? 'ec2:*' : '*' }) },
  }));
  expect(answer({ identity: allow(), scp }).layers.find((layer) => layer.type === 'scp')).toMatchObject({
    outcome: 'implicitDeny',
    policies: 2,
    levels: [
      { attachedTo: 'Root', outcome: 'allows' },
      { attachedTo: 'OU', outcome: 'implicitDeny' },
    ],
  });
});

test('an open condition key says which answer leads where', () => {
  const said = answer({
    identity: allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
    more: { unstated: { context: 'unknown', policies: 'absent' } },
  });
  expect(said.dependsOn).toMatchObject([
    {
      kind: 'contextKey',
      key: 'aws:SourceIp',
      outcomes: [
        { when: 'in `203.0.113.0/24`', decision: 'allowed' },
        { when: 'any other value or not in the request', decision: 'implicitDeny', deniedBy: ['identity'] },
      ],
    },
  ]);
});

test('what AWS blames and is not here comes with the command that prints it', () => {
  const evidence =
    'User: arn:aws:iam::111122223333:user/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/cat.png" with an explicit deny in a service control policy';
  const { agreement } = answer({ identity: allow(), more: { evidence } });
  expect(agreement).toMatchObject({ status: 'contradicts', fetch: { type: 'scp', command: 'fetch scp' } });
});
