import { describe, expect, test } from 'vitest';
import { readYaml } from '@/lib/evidence/notations/yaml';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { variable } from '@/lib/testing/small-diagnosis';

// Policies in templates of CloudFormation, SAM, CDK and the Serverless Framework.

const $ = variable;

function read(text: string) {
  const evidence = readEvidence(text, { yaml: readYaml });
  const { kind, policies, references = [] } = toReadAnswer(evidence);
  return { kind, policies, references, problems: evidence.problems.map(({ code }) => code) };
}

/** A template with one resource, whose policy has this as its only `Resource`. */
const resourceOf = (resource: string, more = '') => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: s3:*
            Resource: ${resource}
${more}`;

function resourceRead(text: string): unknown {
  const [policy] = read(text).policies as readonly {
    readonly document: { readonly Statement: readonly { readonly Resource: unknown }[] };
  }[];
  return policy?.document.Statement[0]?.Resource;
}

describe('functions of CloudFormation', () => {
  test.each<readonly [string, string, unknown]>([
    ['Ref to a parameter', '!Ref Bucket', $('Bucket')],
    ['Ref, long', '{ Ref: Bucket }', $('Bucket')],
    ['Ref to a pseudo parameter', '!Ref AWS::StackName', $('AWS::StackName')],
    ['GetAtt', '!GetAtt Queue.Arn', $('Queue.Arn')],
    ['GetAtt, long', "{ 'Fn::GetAtt': [Queue, Arn] }", $('Queue.Arn')],
    ['GetAtt of a nested stack', '!GetAtt Net.Outputs.Arn', $('Net.Outputs.Arn')],
    [
      'Sub',
      `!Sub arn:${$('AWS::Partition')}:s3:::${$('Bucket')}/*`,
      `arn:${$('AWS::Partition')}:s3:::${$('Bucket')}/*`,
    ],
    [
      'Sub with values',
      `!Sub ['arn:aws:s3:::${$('B')}/${$('K')}', { B: acme, K: !Ref Key }]`,
      `arn:aws:s3:::acme/${$('Key')}`,
    ],
    [
      'Sub with a policy variable',
      `!Sub 'arn:aws:s3:::home/\${!aws:username}/*'`,
      `arn:aws:s3:::home/${$('aws:username')}/*`,
    ],
    ['Join', "!Join ['', ['arn:aws:s3:::', !Ref Bucket, '/*']]", `arn:aws:s3:::${$('Bucket')}/*`],
    ['Join of what is open', "!Join ['', !Ref Parts]", expect.stringMatching(/^\$\{Fn::Join:.*Parts\}$/)],
    ['Select and Split', "!Select [1, !Split [',', 'a,b']]", 'b'],
    ['Split of what is open', "!Select [1, !Split [',', !Ref List]]", expect.stringMatching(/^\$\{Fn::Select:/)],
    ['ImportValue', '!ImportValue shared-key', $('Fn::ImportValue:shared-key')],
    ['FindInMap', '!FindInMap [Names, prod, bucket]', 'arn:aws:s3:::acme-prod'],
    [
      'FindInMap of what is open',
      '!FindInMap [Names, !Ref Stage, bucket]',
      expect.stringMatching(/^\$\{Fn::FindInMap:Names/),
    ],
    ['If between texts', "!If [Prod, 'arn:aws:s3:::a', 'arn:aws:s3:::b']", $('Fn::If:Prod')],
    ['NoValue in a list', "[ 'arn:aws:s3:::a', !Ref AWS::NoValue ]", ['arn:aws:s3:::a']],
    ['an unknown function', "!Cidr [ '10.0.0.0/24', 6, 5 ]", expect.stringMatching(/^\$\{Fn::Cidr:/)],
  ])('%s', (_name, resource, want) => {
    const mappings = 'Mappings:\n  Names:\n    prod:\n      bucket: arn:aws:s3:::acme-prod\n';
    expect(resourceRead(resourceOf(resource, mappings))).toEqual(want);
  });

  test.each<readonly [string, string, string, string]>([
    ['a bucket', 'AWS::S3::Bucket', 'BucketName', `arn:${$('AWS::Partition')}:s3:::acme`],
    [
      'a queue',
      'AWS::SQS::Queue',
      'QueueName',
      `arn:${$('AWS::Partition')}:sqs:${$('AWS::Region')}:${$('AWS::AccountId')}:acme`,
    ],
    ['a role', 'AWS::IAM::Role', 'RoleName', `arn:${$('AWS::Partition')}:iam::${$('AWS::AccountId')}:role/acme`],
    [
      'a log group',
      'AWS::Logs::LogGroup',
      'LogGroupName',
      `arn:${$('AWS::Partition')}:logs:${$('AWS::Region')}:${$('AWS::AccountId')}:log-group:acme:*`,
    ],
  ])('the ARN of %s with a name of its own follows from it', (_name, type, property, want) => {
    const named = `  R:\n    Type: ${type}\n    Properties:\n      ${property}: acme\n`;
    const unnamed = `  R:\n    Type: ${type}\n`;
    expect(resourceRead(resourceOf('!GetAtt R.Arn', named))).toBe(want);
    expect(resourceRead(resourceOf(`!Sub '${$('R.Arn')}/x'`, named))).toBe(`${want}/x`);
    expect(resourceRead(resourceOf('!GetAtt R.Arn', unnamed))).toBe($('R.Arn'));
  });

  test('names that are made of each other end', () => {
    const circle = `  R:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub '${$('S')}${$('S')}'\n  S:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub '${$('R')}${$('R')}'\n`;
    expect(resourceRead(resourceOf('!Ref R', circle))).toBeTypeOf('string');
  });

  test('a statement that a condition puts in is left out, and said', () => {
    const text = `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: s3:*
            Resource: '*'
          - !If [Prod, { Effect: Deny, Action: '*', Resource: '*' }, !Ref AWS::NoValue]`;
    const { policies, problems } = read(text);
    expect(policies).toMatchObject([{ document: { Statement: [{ Effect: 'Allow' }] } }]);
    expect(problems).toEqual(['template-condition']);
  });
});

const TRUST = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const ALLOW = { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const OPEN = { Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] };

describe('resources of a template', () => {
  test.each<readonly [string, object, readonly object[], (readonly object[])?]>([
    [
      'AWS::IAM::Role',
      {
        RoleName: 'app',
        AssumeRolePolicyDocument: TRUST,
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        PermissionsBoundary: 'arn:aws:iam::111122223333:policy/Limit',
        Policies: [{ PolicyName: 'rw', PolicyDocument: ALLOW }],
      },
      [
        { type: 'resource', document: TRUST },
        { type: 'identity', name: 'rw', attachedTo: 'role:app', document: ALLOW },
      ],
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
      'AWS::IAM::Policy',
      { PolicyName: 'rw', PolicyDocument: ALLOW, Roles: ['app'] },
      [{ type: 'identity', name: 'rw', attachedTo: 'role:app', document: ALLOW }],
    ],
    [
      'AWS::IAM::Policy',
      { PolicyName: 'rw', PolicyDocument: ALLOW, Roles: [{ Ref: 'Role' }] },
      [{ type: 'identity', name: 'rw', document: ALLOW }],
    ],
    ['AWS::IAM::ManagedPolicy', { PolicyDocument: ALLOW }, [{ type: 'identity', name: 'Logical', document: ALLOW }]],
    [
      'AWS::IAM::RolePolicy',
      { PolicyName: 'rw', RoleName: 'app', PolicyDocument: ALLOW },
      [{ type: 'identity', name: 'rw', attachedTo: 'role:app', document: ALLOW }],
    ],
    ['AWS::KMS::Key', { KeyPolicy: OPEN }, [{ type: 'resource', document: OPEN }]],
    [
      'AWS::SecretsManager::ResourcePolicy',
      { SecretId: { Ref: 'S' }, ResourcePolicy: OPEN },
      [{ type: 'resource', document: OPEN }],
    ],
    ['AWS::ECR::Repository', { RepositoryPolicyText: OPEN }, [{ type: 'resource', document: OPEN }]],
    ['AWS::EC2::VPCEndpoint', { PolicyDocument: OPEN }, [{ type: 'endpoint', name: 'Logical', document: OPEN }]],
    [
      'AWS::Organizations::Policy',
      { Name: 'StayIn', Type: 'SERVICE_CONTROL_POLICY', Content: ALLOW, TargetIds: ['ou-ab12-1'] },
      [{ type: 'scp', name: 'StayIn', attachedTo: 'ou-ab12-1', document: ALLOW }],
    ],
    [
      'AWS::Serverless::Function',
      { Policies: [ALLOW, 'AWSLambdaBasicExecutionRole'] },
      [{ type: 'identity', document: ALLOW }],
      [{ type: 'identity', name: 'AWSLambdaBasicExecutionRole' }],
    ],
    [
      'AWS::SSO::PermissionSet',
      { Name: 'Dev', InlinePolicy: JSON.stringify(ALLOW) },
      [{ type: 'identity', name: 'Dev', document: ALLOW }],
    ],
  ])('%s', (Type, Properties, policies, references = []) => {
    const template = JSON.stringify({ Resources: { Logical: { Type, Properties } } }, null, 2);
    expect(read(template)).toEqual({ kind: 'policies', policies, references, problems: [] });
  });

  test('SAM’s own templates are named, not put together', () => {
    const Properties = { Policies: [{ S3ReadPolicy: { BucketName: 'acme' } }, ALLOW] };
    const { policies, problems } = read(
      JSON.stringify({ Resources: { F: { Type: 'AWS::Serverless::Function', Properties } } }),
    );
    expect(policies).toHaveLength(1);
    expect(problems).toEqual(['sam-policy-template']);
  });

  test('a document in a text, as Fn::Sub and Fn::ToJsonString make it', () => {
    const sub = { 'Fn::Sub': JSON.stringify({ ...ALLOW, Id: $('AWS::Region') }) };
    const properties = {
      AssumeRolePolicyDocument: { 'Fn::ToJsonString': TRUST },
      Policies: [{ PolicyName: 'x', PolicyDocument: sub }],
    };
    const { policies } = read(JSON.stringify({ Resources: { R: { Type: 'AWS::IAM::Role', Properties: properties } } }));
    expect(policies).toEqual([
      { type: 'resource', document: TRUST },
      { type: 'identity', name: 'x', open: ['AWS::Region'], document: { ...ALLOW, Id: $('AWS::Region') } },
    ]);
  });
});

describe('YAML', () => {
  const document = 'Version: 2012-10-17\nStatement:\n  Effect: Allow\n  Action: s3:*\n  Resource: "*"\n';
  const want = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
  const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
  test.each<readonly [string, string]>([
    ['bare', document],
    ['behind words', `Here is my policy:\n\n${document}\nWhat is wrong with it?`],
    ['in a Markdown block', `\`\`\`yaml\n${document}\`\`\``],
    ['with Windows’ line ends', document.replaceAll('\n', '\r\n')],
    ['with comments', `# mine\n${document.replace('Action', '# all\n  Action')}`],
    [
      'cut out of a template',
      `${indented(`PolicyDocument:\n${indented(document, '  ')}`, '      ')}      Roles:\n        - !Ref R\n`,
    ],
    [
      'in flow style',
      'PolicyDocument: {Version: 2012-10-17, Statement: {Effect: Allow, Action: "s3:*", Resource: "*"}}',
    ],
    ['as a block of JSON', `Policy: |\n${indented(JSON.stringify(want, null, 2), '  ')}\n`],
    ['as a folded text', `Policy: >-\n  ${JSON.stringify(want)}\n`],
    ['in a quoted text', `Policy: ${JSON.stringify(JSON.stringify(want))}\n`],
    [
      'by an alias',
      `x-base: &base\n  Effect: Allow\n  Action: s3:*\nPolicyDocument:\n  Version: 2012-10-17\n  Statement:\n    <<: *base\n    Resource: "*"\n`,
    ],
  ])('%s', (_name, text) => {
    const { policies } = read(text);
    expect(policies).toMatchObject([{ document: want }]);
  });

  test('two documents', () => expect(read(`${document}---\n${document}`).policies).toHaveLength(2));

  test('truth values and numbers are the texts that they are for AWS', () => {
    const text = `${document}  Condition:\n    Bool:\n      aws:SecureTransport: false\n    NumericLessThan:\n      s3:max-keys: 10\n`;
    expect(read(text).policies).toMatchObject([
      {
        document: {
          Statement: {
            Condition: { Bool: { 'aws:SecureTransport': 'false' }, NumericLessThan: { 's3:max-keys': '10' } },
          },
        },
      },
    ]);
  });

  test('cut in the middle: what is there is read', () => {
    const { policies } = read(
      'Version: 2012-10-17\nStatement:\n  - Effect: Allow\n    Action: s3:*\n    Resource: "*"\n  - Effect: Deny\n    Acti',
    );
    expect(policies).toMatchObject([
      { document: { Statement: [{ Effect: 'Allow', Resource: '*' }, { Effect: 'Deny' }] } },
    ]);
  });

  test('with tabs: what can be read is read, and it is said', () => {
    const { policies, problems } = read('PolicyDocument:\n\tStatement:\n\t\t- Effect: Allow\n');
    expect(policies).toHaveLength(1);
    expect(problems).toEqual(['yaml-syntax']);
  });

  test('prose with colons is no YAML', () => {
    expect(read('Policy: we do not share keys.\nRole: see below\n')).toMatchObject({ kind: 'unknown', policies: [] });
  });

  test('aliases of aliases stay within bounds', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'l0: &l0 [x, x]' : `l${level}: &l${level} [${`*l${level - 1}, `.repeat(9)}*l${level - 1}]`,
    );
    const start = performance.now();
    expect(read(`${levels.join('\n')}\nPolicyDocument:\n  Statement: *l29\n`).problems).toContain('yaml-too-large');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each(['[', '{', '- ', '? ', '- [', 'a: ['])('nesting of %j stays within bounds', (piece) => {
    expect(read(`Statement:\n  ${piece.repeat(50_000)}`).policies).toEqual([]);
  });

  test('an alias of itself ends', () => {
    expect(read('PolicyDocument: &a\n  Statement:\n    - Effect: Allow\n      Action: *a\n').kind).toBe('policies');
  });
});

test('the Serverless Framework’s variables stay open', () => {
  const text = `provider:\n  iam:\n    role:\n      statements: []\nresources:\n  Resources:\n    P:\n      Type: AWS::IAM::ManagedPolicy\n      Properties:\n        PolicyDocument:\n          Version: '2012-10-17'\n          Statement:\n            - Effect: Allow\n              Action: s3:*\n              Resource: arn:aws:s3:::${$('self:custom.bucket')}/*\n`;
  expect(read(text).policies).toMatchObject([{ open: ['self:custom.bucket'] }]);
});
