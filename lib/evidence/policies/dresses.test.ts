import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { variable } from '@/lib/testing/small-diagnosis';

// What people paste that is neither JSON nor a command's answer as it stands.

const READ = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' }],
};
const ENCODED = encodeURIComponent(JSON.stringify(READ));
const OF_ROLE = { type: 'identity', name: 'Reports', attachedTo: 'role:app' };

/** Each policy without its text, and what the text says. */
function read(text: string): readonly unknown[] {
  return readEvidence(text).policies.map(({ text: own, open: _open, ...told }) => [told, JSON.parse(own) as unknown]);
}

const problems = (text: string) => readEvidence(text).problems.map(({ code }) => code);

describe('IAM’s encoded documents', () => {
  test.each<[string, string, object]>([
    ['Java', `GetRolePolicyResponse(RoleName=app, PolicyName=Reports, PolicyDocument=${ENCODED})`, OF_ROLE],
    ['Java, its first SDK', `{RoleName: app,PolicyName: Reports,PolicyDocument: ${ENCODED}}`, OF_ROLE],
    [
      'Rust',
      `GetRolePolicyOutput { role_name: "app", policy_name: "Reports", policy_document: "${ENCODED}", _request_id: None }`,
      OF_ROLE,
    ],
    ['Go', `{PolicyDocument: "${ENCODED}"}`, {}],
    [
      'PowerShell',
      `PS C:\\> Get-IAMRolePolicy -RoleName app\n\nPolicyDocument : ${ENCODED}\nPolicyName     : Reports\nRoleName       : app\n`,
      OF_ROLE,
    ],
    [
      'XML',
      `<GetRolePolicyResult><RoleName>app</RoleName><PolicyName>Reports</PolicyName><PolicyDocument>${ENCODED}</PolicyDocument></GetRolePolicyResult>`,
      OF_ROLE,
    ],
    ['an assignment', `policy = "${ENCODED}"`, {}],
  ])('as %s prints them', (_name, text, told) => expect(read(text)).toEqual([[told, READ]]));

  test('the names of one answer are not those of the next', () => {
    const answer = (role: string) =>
      `GetRolePolicyResponse(RoleName=${role}, PolicyName=Reports, PolicyDocument=${ENCODED})`;
    expect(read(`${answer('app')}\n${answer('web')}`)).toEqual([
      [OF_ROLE, READ],
      [{ ...OF_ROLE, attachedTo: 'role:web' }, READ],
    ]);
  });
});

describe('what programs print', () => {
  const statement = "[{'Effect': 'Allow', 'Action': ['s3:Get*', 's3:List*'], 'Resource': '*'}]";
  test.each<[string, string, object]>([
    [
      'names behind the document',
      `{'PolicyDocument': {'Version': '2012-10-17', 'Statement': ${statement}},\n 'PolicyName': 'Reports', 'RoleName': 'app'}`,
      OF_ROLE,
    ],
    [
      'a call beside it',
      `{'RoleName': 'app', 'CreateDate': datetime.datetime(2026, 1, 2, tzinfo=tzutc()), 'PolicyName': 'Reports',\n 'PolicyDocument': {'Version': '2012-10-17', 'Statement': ${statement}}}`,
      OF_ROLE,
    ],
    [
      'a text in pieces',
      `{'PolicyName': 'Reports', 'RoleName': 'app',\n 'PolicyDocument': '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", '\n   '"Action": ["s3:Get*", "s3:List*"], "Resource": "*"}]}'}`,
      OF_ROLE,
    ],
  ])('%s', (_name, text, told) => expect(read(text)).toEqual([[told, READ]]));

  test('of several versions the one in force, each where it is attached', () => {
    const version = (id: string, isDefault: string, action: string) =>
      `{'VersionId': '${id}', 'IsDefaultVersion': ${isDefault}, 'Document': {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': '${action}', 'Resource': '*'}]}}`;
    const text = `{'UserDetailList': [{'UserName': 'kim', 'AttachedManagedPolicies': [{'PolicyName': 'All', 'PolicyArn': 'arn:aws:iam::111122223333:policy/All'}]}],
 'Policies': [{'PolicyName': 'All', 'Arn': 'arn:aws:iam::111122223333:policy/All',
   'PolicyVersionList': [${version('v2', 'True', 's3:*')}, ${version('v1', 'False', '*')}]}]}`;
    const all = { type: 'identity', name: 'All', arn: 'arn:aws:iam::111122223333:policy/All', attachedTo: 'user:kim' };
    expect(read(text)).toEqual([
      [all, { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }],
    ]);
  });

  test.each([
    ['JavaScript', `const p = '{"Version":"2012-10-17",' +\n  '"Statement":${JSON.stringify(READ.Statement)}}'`],
    [
      'Java',
      `String p = "{\\"Version\\":\\"2012-10-17\\"," +\n  "\\"Statement\\":${JSON.stringify(READ.Statement).replaceAll('"', '\\"')}}";`,
    ],
    [
      'YAML in one line',
      '{Version: "2012-10-17", Statement: [{Effect: Allow, Action: ["s3:Get*", "s3:List*"], Resource: "*"}]}',
    ],
    ['a comparison', JSON.stringify(READ, null, 1).replace(/^/gm, '+').replace('+ "S', '- "Id": "old",\n+ "S')],
    [
      'line numbers',
      JSON.stringify(READ, null, 1)
        .split('\n')
        .map((line, at) => `${at + 1} ${line}`)
        .join('\n'),
    ],
  ])('%s', (_name, text) => expect(read(text)).toEqual([[{}, READ]]));
});

describe('what is commented out is not in force', () => {
  const policy = (name: string, action: string) =>
    `resource "aws_iam_policy" "${name}" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })\n}`;
  const live = policy('live', 's3:*');
  const want = [
    [
      { type: 'identity', name: 'live' },
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
    ],
  ];
  test.each([
    ['between signs', `/*\n${policy('old', '*')}\n*/\n${live}`],
    ['line by line', `${policy('old', '*').replace(/^/gm, '# ')}\n${live}`],
    ['a document', `/* ${JSON.stringify(READ)} */\n${live}`],
    ['within a program', `// const old = ${JSON.stringify(READ)};\n${live}`],
  ])('%s', (_name, text) => expect(read(text)).toEqual(want));

  test('where all of it is, the marks are a quotation’s', () => {
    expect(read(`# ${JSON.stringify(READ)}`)).toEqual([[{}, READ]]);
    expect(
      read(`# aws iam create-policy --policy-document '${JSON.stringify(READ)}' --policy-name x\n{"Statement": []}`),
    ).toHaveLength(2);
  });
});

describe('a permissions boundary that the text names as one', () => {
  const ceiling = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const template = (role: object) =>
    JSON.stringify({
      Resources: {
        App: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'app', ...role } },
        Ceiling: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: ceiling } },
      },
    });
  const terraform = (role: string) =>
    `resource "aws_iam_role" "app" {\n  name = "app"\n${role}}\nresource "aws_iam_policy" "ceiling" {\n  name = "Ceiling"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })\n}\n`;
  const boundary = { type: 'boundary', name: 'Ceiling', attachedTo: 'role:app' };
  const identity = { ...boundary, type: 'identity' };
  test.each<[string, string, readonly object[]]>([
    ['a template', template({ PermissionsBoundary: { Ref: 'Ceiling' } }), [boundary]],
    [
      'a template, by its attribute',
      template({ PermissionsBoundary: { 'Fn::GetAtt': ['Ceiling', 'PolicyArn'] } }),
      [boundary],
    ],
    ['attached by a template', template({ ManagedPolicyArns: [{ Ref: 'Ceiling' }] }), [identity]],
    [
      'both in a template',
      template({ ManagedPolicyArns: [{ Ref: 'Ceiling' }], PermissionsBoundary: { Ref: 'Ceiling' } }),
      [identity, boundary],
    ],
    ['Terraform', terraform('  permissions_boundary = aws_iam_policy.ceiling.arn\n'), [boundary]],
    [
      'attached by Terraform',
      `${terraform('')}resource "aws_iam_role_policy_attachment" "a" {\n  role = aws_iam_role.app.name\n  policy_arn = aws_iam_policy.ceiling.arn\n}\n`,
      [identity],
    ],
  ])('%s', (_name, text, told) => expect(read(text)).toEqual(told.map((one) => [one, ceiling])));

  test('the command asked for it alone', () => {
    const arn = 'arn:aws:iam::111122223333:policy/Ceiling';
    const text = `$ aws iam get-role --role-name app --query Role.PermissionsBoundary\n{"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "${arn}"}\n$ /usr/local/bin/aws iam get-policy-version --policy-arn ${arn} --version-id v1 --query PolicyVersion.Document\n${JSON.stringify(ceiling)}`;
    expect(read(text)).toEqual([[{ ...boundary, arn }, ceiling]]);
  });
});

describe('statements that are not there yet are said to be missing', () => {
  const managed = (statement: unknown) =>
    JSON.stringify({
      Resources: {
        P: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: { Version: '2012-10-17', Statement: statement } },
        },
      },
    });
  const terraform = (statements: string) =>
    `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17"\n Statement = ${statements}\n})\n}`;
  test.each<[string, string, string]>([
    [
      'a condition',
      managed([{ 'Fn::If': ['Prod', READ.Statement[0], { Ref: 'AWS::NoValue' }] }]),
      'template-condition',
    ],
    ['a call', terraform('concat([{ Effect = "Allow" }], var.more)'), 'policy-computed'],
    [
      'a loop',
      terraform(`[for b in var.buckets : { Effect = "Allow", Resource = "${variable('b')}/*" }]`),
      'policy-computed',
    ],
  ])('%s', (_name, text, id) => {
    expect(read(text)).toEqual([]);
    expect(problems(text)).toEqual([id]);
  });
});

test('what Terraform escapes is what AWS gets', () => {
  const text = `resource "aws_iam_policy" "p" {\n  policy = <<EOF\n{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "a/$${variable('aws:username')}/%%{x}" }] }\nEOF\n}`;
  expect(read(text)).toEqual([
    [
      { type: 'identity', name: 'p' },
      { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `a/${variable('aws:username')}/%{x}` }] },
    ],
  ]);
});

test('a statement alone is a policy as it was typed', () => {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  expect(read(JSON.stringify(statement))).toEqual([[{}, statement]]);
});

test('the policy of a CloudFormation stack is none of IAM’s', () => {
  const statement = { Effect: 'Deny', Action: 'Update:*', Principal: '*', Resource: 'LogicalResourceId/Database' };
  expect(read(JSON.stringify({ Statement: [statement] }))).toEqual([]);
});

test('a diagnosis holds its policies', () => {
  const policies = [
    { type: 'identity', name: 'A', attachedTo: 'group:dev', document: JSON.stringify(READ) },
    { type: 'scp', document: READ },
  ];
  expect(read(JSON.stringify({ whydenied: 1, policies }))).toEqual([
    [{ type: 'identity', name: 'A', attachedTo: 'group:dev' }, READ],
    [{ type: 'scp' }, READ],
  ]);
});
