import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { variable } from '@/lib/testing/small-diagnosis';

// Policies in Terraform's sources, plans and states, and in the sources of programs.

const $ = variable;

function read(text: string) {
  const evidence = readEvidence(text);
  const { kind, policies, references = [] } = toReadAnswer(evidence);
  return { kind, policies, references, problems: evidence.problems.map(({ code }) => code) };
}

const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const OPEN = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] };
const HCL = `jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow" # all of it
        Action   = "s3:*"
        Resource = "*"
      },
    ]
  })`;
const heredoc = (document: object) => `<<-EOF\n  ${JSON.stringify(document, null, 2).replaceAll('\n', '\n  ')}\n  EOF`;
const block = (type: string, attributes: string, name = 'this') =>
  `resource "${type}" "${name}" {\n  ${attributes}\n}\n`;

type Row = [string, string, readonly object[], (readonly object[])?, (readonly string[])?];

describe('resources of Terraform', () => {
  test.each<Row>([
    [
      'aws_iam_policy',
      block('aws_iam_policy', `name = "read"\n  policy = ${HCL}`),
      [{ type: 'identity', name: 'read', document: ALLOW }],
    ],
    [
      'with a heredoc',
      block('aws_iam_policy', `policy = ${heredoc(ALLOW)}`),
      [{ type: 'identity', name: 'this', document: ALLOW }],
    ],
    [
      'aws_iam_role_policy of a role beside it',
      `${block('aws_iam_role', `name = "app"\n  assume_role_policy = ${heredoc(OPEN)}`, 'app')}\n${block('aws_iam_role_policy', `name = "rw"\n  role = aws_iam_role.app.id\n  policy = ${HCL}`)}`,
      [
        { type: 'resource', document: OPEN },
        { type: 'identity', name: 'rw', attachedTo: 'role:app', document: ALLOW },
      ],
    ],
    [
      'aws_iam_role_policy of a role elsewhere',
      block('aws_iam_role_policy', `name = "rw"\n  role = var.role\n  policy = ${HCL}`),
      [{ type: 'identity', name: 'rw', document: ALLOW }],
    ],
    [
      'aws_iam_role with all that it may have',
      block(
        'aws_iam_role',
        `name = "app"\n  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]\n  permissions_boundary = "arn:aws:iam::111122223333:policy/Limit"\n  inline_policy {\n    name = "in"\n    policy = ${HCL}\n  }`,
      ),
      [{ type: 'identity', name: 'in', attachedTo: 'role:app', document: ALLOW }],
      [
        {
          type: 'identity',
          name: 'ReadOnlyAccess',
          arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
          attachedTo: 'role:app',
        },
        { type: 'boundary', name: 'Limit', arn: 'arn:aws:iam::111122223333:policy/Limit', attachedTo: 'role:app' },
      ],
    ],
    [
      'aws_iam_role_policy_attachment',
      block('aws_iam_role_policy_attachment', 'role = "app"\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"'),
      [],
      [
        {
          type: 'identity',
          name: 'ReadOnlyAccess',
          arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
          attachedTo: 'role:app',
        },
      ],
    ],
    [
      'aws_s3_bucket_policy',
      `${block('aws_s3_bucket', 'bucket = "inbox"', 'b')}${block('aws_s3_bucket_policy', `bucket = aws_s3_bucket.b.id\n  policy = ${heredoc(OPEN)}`)}`,
      [{ type: 'resource', resource: 'arn:aws:s3:::inbox', document: OPEN }],
    ],
    [
      'aws_sqs_queue_policy',
      block(
        'aws_sqs_queue_policy',
        `queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs"\n  policy = ${heredoc(OPEN)}`,
      ),
      [{ type: 'resource', resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs', document: OPEN }],
    ],
    ['aws_kms_key', block('aws_kms_key', `policy = ${heredoc(OPEN)}`), [{ type: 'resource', document: OPEN }]],
    [
      'aws_vpc_endpoint',
      block('aws_vpc_endpoint', `policy = ${heredoc(OPEN)}`),
      [{ type: 'endpoint', document: OPEN }],
    ],
    [
      'aws_organizations_policy',
      block('aws_organizations_policy', `name = "S"\n  content = ${HCL}`),
      [{ type: 'scp', name: 'S', document: ALLOW }],
    ],
    [
      'aws_organizations_policy of another type',
      block('aws_organizations_policy', `name = "R"\n  type = "RESOURCE_CONTROL_POLICY"\n  content = ${heredoc(OPEN)}`),
      [{ type: 'rcp', name: 'R', document: OPEN }],
    ],
    [
      'a document that Terraform makes',
      `data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["s3:*"]\n  }\n}\n${block('aws_iam_policy', 'policy = data.aws_iam_policy_document.d.json')}`,
      [],
      [],
      ['terraform-policy-document'],
    ],
    ['a document of a file', block('aws_iam_policy', 'policy = file("policy.json")'), [], [], ['terraform-elsewhere']],
  ])('%s', (_name, text, policies, references = [], problems = []) => {
    expect(read(text)).toEqual({ kind: 'policies', policies, references, problems });
  });

  test('references stay open, policy variables stay variables', () => {
    const text = block(
      'aws_iam_policy',
      `policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = [aws_s3_bucket.b.arn, "${$('aws_s3_bucket.b.arn')}/home/$${$('aws:username')}/*"] }] })`,
    );
    expect(read(text).policies).toMatchObject([
      {
        open: ['aws_s3_bucket.b.arn'],
        document: {
          Statement: [
            { Resource: [$('aws_s3_bucket.b.arn'), `${$('aws_s3_bucket.b.arn')}/home/${$('aws:username')}/*`] },
          ],
        },
      },
    ]);
  });

  test('a fragment without its resource', () => {
    expect(read(`  assume_role_policy = ${HCL.replace('"s3:*"', '"sts:AssumeRole"')}\n`).policies).toMatchObject([
      { type: 'resource' },
    ]);
  });
});

describe('plans of Terraform', () => {
  const plan = (lines: string) =>
    `Terraform will perform the following actions:\n\n${lines}\n\nPlan: 0 to add, 1 to change, 0 to destroy.\n`;
  test('what is new', () => {
    const text = plan(`  # aws_iam_policy.p will be created
  + resource "aws_iam_policy" "p" {
      + arn    = (known after apply)
      + id     = (known after apply)
      + name   = "read"
      + policy = jsonencode(
            {
              + Statement = [
                  + {
                      + Action   = "s3:*"
                      + Effect   = "Allow"
                      + Resource = "*"
                    },
                ]
              + Version   = "2012-10-17"
            }
        )
    }`);
    expect(read(text)).toMatchObject({ policies: [{ type: 'identity', name: 'read', document: ALLOW }], problems: [] });
  });

  const changes = (hidden: string) =>
    plan(`  # aws_iam_role_policy.p will be updated in-place
  ~ resource "aws_iam_role_policy" "p" {
        id     = "app:read"
        name   = "read"
      ~ policy = jsonencode(
          ~ {
              ~ Statement = [
                  ~ {
                      ~ Action   = "s3:GetObject" -> "s3:*"
                      + Resource = "*"${hidden}
                        Effect   = "Allow"
                    },
                  - {
                      - Action   = [
                          - "sqs:*",
                        ] -> null
                      - Effect   = "Deny" -> null
                    },
                ]
                Version   = "2012-10-17"
            }
        )
        # (1 unchanged attribute hidden)
    }`);
  test('what a change leads to', () => {
    expect(read(changes(''))).toMatchObject({
      policies: [{ type: 'identity', name: 'read', attachedTo: 'role:app', document: ALLOW }],
      problems: [],
    });
  });

  test('what it hides is said', () => {
    const text = changes('\n                        # (2 unchanged attributes hidden)');
    expect(read(text)).toMatchObject({ policies: [{ name: 'read' }], problems: ['terraform-hidden'] });
  });

  test('what is destroyed is gone', () => {
    const text = plan(`  - resource "aws_iam_policy" "p" {
      - policy = jsonencode(
            {
              - Statement = [
                  - {
                      - Action = "s3:*"
                    },
                ]
            }
        ) -> null
    }`);
    expect(read(text).policies).toEqual([]);
  });

  test('a document as lines of text', () => {
    const text = plan(`  ~ resource "aws_iam_policy" "p" {
      ~ policy = <<-EOT
            {
              "Version": "2012-10-17",
          -   "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }]
          +   "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }]
            }
        EOT
    }`);
    expect(read(text).policies).toMatchObject([{ document: ALLOW }]);
  });
});

describe('plans and states as JSON', () => {
  const resource = { mode: 'managed', type: 'aws_iam_role_policy', name: 'p' };
  const values = { name: 'read', role: 'app', policy: JSON.stringify(ALLOW) };
  const want = [{ type: 'identity', name: 'read', attachedTo: 'role:app', document: ALLOW }];
  test.each<readonly [string, object]>([
    [
      'a plan, with what was before and what changes',
      {
        format_version: '1.2',
        planned_values: { root_module: { resources: [{ ...resource, values }] } },
        prior_state: { values: { root_module: { resources: [{ ...resource, values: { ...values, policy: '{}' } }] } } },
        resource_changes: [{ ...resource, change: { before: values, after: values } }],
      },
    ],
    [
      'a plan’s module',
      { planned_values: { root_module: { child_modules: [{ resources: [{ ...resource, values }] }] } } },
    ],
    ['a state', { format_version: '1.0', values: { root_module: { resources: [{ ...resource, values }] } } }],
    ['a state’s file', { version: 4, resources: [{ ...resource, instances: [{ attributes: values }] }] }],
    ['a change alone', { ...resource, change: { actions: ['create'], before: null, after: values } }],
  ])('%s', (_name, value) => expect(read(JSON.stringify(value)).policies).toEqual(want));
});

describe('sources of programs', () => {
  test.each<readonly [string, string, readonly object[]]>([
    [
      'Python',
      `policy = {\n    'Version': '2012-10-17',\n    'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*',}],  # all\n}`,
      [{ document: ALLOW }],
    ],
    [
      'Python, in a call',
      `iam.put_role_policy(\n    RoleName='app',\n    PolicyName='read',\n    PolicyDocument=json.dumps({'Version': '2012-10-17', 'Statement': [dict(Effect='Allow', Action='s3:*', Resource='*')]}),\n)`,
      [{ type: 'identity', name: 'read', attachedTo: 'role:app', document: ALLOW }],
    ],
    [
      'JavaScript',
      `const policy = {\n  Version: '2012-10-17',\n  // everything\n  Statement: [{ Effect: 'Allow', Action: "s3:*", Resource: \`*\` }],\n};`,
      [{ document: ALLOW }],
    ],
    [
      'TypeScript, in a call',
      `await iam.send(new PutUserPolicyCommand({\n  UserName: 'kim',\n  PolicyName: 'read',\n  PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' as const, Action: 's3:*', Resource: '*' }] }),\n}));`,
      [{ type: 'identity', name: 'read', attachedTo: 'user:kim', document: ALLOW }],
    ],
    [
      'with a comma too many',
      `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"},],}`,
      [{ document: ALLOW }],
    ],
    [
      'with comments',
      `{\n  // mine\n  "Version": "2012-10-17", /* x */\n  "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]\n}`,
      [{ document: ALLOW }],
    ],
    [
      'Ruby',
      `{ "Version" => "2012-10-17", "Statement" => [{ "Effect" => "Allow", "Action" => "s3:*", "Resource" => "*" }] }`,
      [{ document: ALLOW }],
    ],
    [
      'one behind the other',
      `a = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]}\nb = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: 's3:*', Resource: '*'}]}`,
      [{ document: ALLOW }, { document: ALLOW }],
    ],
    ['the word in prose', 'Statement: we do not know what it is', []],
  ])('%s', (_name, text, policies) => expect(read(text).policies).toEqual(policies));
});

test('a policy that was cut is read as far as it goes', () => {
  const text = JSON.stringify({ ...ALLOW, Id: 'x' }, null, 2);
  const { policies } = readEvidence(text.slice(0, text.indexOf('"Resource"') + 12));
  expect(policies).toHaveLength(1);
  expect(policies[0]?.text).toContain('"Action": "s3:*"');
});
