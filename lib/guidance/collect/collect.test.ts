import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { mergePolicies } from '@/lib/diagnosis/merge-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { readEvidence } from '@/lib/evidence/read';
import { collectionFor } from '@/lib/guidance/collect/collect';
import { FUNCTIONS } from '@/lib/guidance/collect/shell';
import type { CommandFacts } from '@/lib/guidance/commands';

const ACCOUNT = '111122223333';
const KIM: CommandFacts = {
  principal: `arn:aws:iam::${ACCOUNT}:user/desk/kim`,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::inbox/a.txt',
  resourceAccount: ACCOUNT,
  isAccountAssumed: true,
};
const SESSION: CommandFacts = {
  principal: `arn:aws:sts::${ACCOUNT}:assumed-role/dev/kim`,
  action: 'sts:AssumeRole',
  resource: `arn:aws:iam::${ACCOUNT}:role/desk/clerk`,
};

// What the AWS CLI answers, by the beginning of the command: an object is printed as it prints JSON, a text is an error.
type Answers = Readonly<Record<string, object | string>>;

const error = (name: string, operation: string, message = 'no words') =>
  `\nAn error occurred (${name}) when calling the ${operation} operation: ${message}\n`;

function allow(Action: string, more: object = {}) {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] };
}

const identity = (account: string) => ({
  UserId: 'AIDAEXAMPLE',
  Account: account,
  Arn: `arn:aws:iam::${account}:user/admin`,
});

function managed(name: string, document: object, version = 'v2'): Answers {
  const arn = `arn:aws:iam::${ACCOUNT}:policy/${name}`;
  return {
    [`iam get-policy --policy-arn=${arn}`]: {
      Policy: { PolicyName: name, Arn: arn, Path: '/', DefaultVersionId: version, AttachmentCount: 1 },
    },
    [`iam get-policy-version --policy-arn=${arn} --version-id=${version}`]: {
      PolicyVersion: { Document: document, VersionId: version, IsDefaultVersion: true },
    },
  };
}

const attachedPolicies = (...names: readonly string[]) => ({
  AttachedPolicies: names.map((name) => ({
    PolicyName: name,
    PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/${name}`,
  })),
});

const USER: Answers = {
  'iam get-user --user-name=kim': {
    User: {
      Path: '/desk/',
      UserName: 'kim',
      UserId: 'AIDAKIM',
      Arn: KIM.principal,
      CreateDate: '2026-01-01T00:00:00+00:00',
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/Edge`,
      },
      Tags: [{ Key: 'note', Value: '"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/False"' }],
    },
  },
  ...managed('Edge', allow('*')),
  'iam list-attached-user-policies --user-name=kim': attachedPolicies('Base'),
  ...managed('Base', allow('ec2:*')),
  'iam list-user-policies --user-name=kim': { PolicyNames: ['own', 'other'] },
  'iam get-user-policy --user-name=kim --policy-name=own': {
    UserName: 'kim',
    PolicyName: 'own',
    PolicyDocument: allow('sqs:*'),
  },
  'iam get-user-policy --user-name=kim --policy-name=other': {
    UserName: 'kim',
    PolicyName: 'other',
    PolicyDocument: allow('sns:*'),
  },
  'iam list-groups-for-user --user-name=kim': {
    Groups: [{ Path: '/', GroupName: 'readers', GroupId: 'AGPA', Arn: `arn:aws:iam::${ACCOUNT}:group/readers` }],
  },
  'iam list-attached-group-policies --group-name=readers': attachedPolicies('Base', 'Read'),
  ...managed('Read', allow('s3:Get*')),
  'iam list-group-policies --group-name=readers': { PolicyNames: ['grouped'] },
  'iam get-group-policy --group-name=readers --policy-name=grouped': {
    GroupName: 'readers',
    PolicyName: 'grouped',
    PolicyDocument: allow('kms:*'),
  },
};

const FULL = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
};
const ONLY_S3 = {
  Id: 'p-only',
  Arn: 'arn:aws:organizations::444455556666:policy/o-1/service_control_policy/p-only',
  Name: 'OnlyS3',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: false,
};
const RCP = {
  Id: 'p-RCPFullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
  Name: 'RCPFullAWSAccess',
  Type: 'RESOURCE_CONTROL_POLICY',
  AwsManaged: true,
};
const listed = (target: string, filter: string) =>
  `organizations list-policies-for-target --target-id=${target} --filter=${filter}_CONTROL_POLICY`;
const described = (policy: { readonly Id: string }, document: object): Answers => ({
  [`organizations describe-policy --policy-id=${policy.Id}`]: {
    Policy: { PolicySummary: policy, Content: JSON.stringify(document) },
  },
});
const TARGETS = [ACCOUNT, 'ou-ab12-work', 'r-ab12'];

const ORGANIZATION: Answers = {
  'organizations describe-organization': { Organization: { Id: 'o-1', MasterAccountId: '444455556666' } },
  ...Object.fromEntries(TARGETS.map((target) => [listed(target, 'SERVICE'), { Policies: [FULL] }])),
  ...Object.fromEntries(TARGETS.map((target) => [listed(target, 'RESOURCE'), { Policies: [RCP] }])),
  [listed('ou-ab12-work', 'SERVICE')]: { Policies: [ONLY_S3] },
  [`organizations list-parents --child-id=${ACCOUNT}`]: {
    Parents: [{ Id: 'ou-ab12-work', Type: 'ORGANIZATIONAL_UNIT' }],
  },
  'organizations list-parents --child-id=ou-ab12-work': { Parents: [{ Id: 'r-ab12', Type: 'ROOT' }] },
  ...described(FULL, allow('*')),
  ...described(ONLY_S3, allow('s3:*')),
  ...described(RCP, allow('*', { Principal: '*' })),
};

const BUCKET: Answers = {
  's3api get-bucket-policy --bucket=inbox': {
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Größe “x”',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:Put*',
          Resource: 'arn:aws:s3:::inbox/*',
        },
      ],
    }),
  },
};

const EVERYTHING: Answers = {
  'sts get-caller-identity': identity(ACCOUNT),
  ...USER,
  ...ORGANIZATION,
  ...BUCKET,
};

const RESOURCES = [
  'arn:aws:kms:eu-west-1:111122223333:key/1',
  'arn:aws:sns:eu-west-1:444455556666:alerts',
  'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k',
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!db-a1B2c3',
  'arn:aws:ecr:eu-west-1:444455556666:repository/team/shop',
  'arn:aws:events:eu-west-1:111122223333:event-bus/shop',
  'arn:aws:logs:eu-west-1:111122223333:log-group:app',
];

let folder: string;
let runs = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly output: string;
  /** The words of every call. */
  readonly calls: readonly (readonly string[])[];
}

/** Runs the script with a program `aws` that answers from a table, and with no other program. */
function run(facts: CommandFacts, answers: Answers | 'no CLI', as: 'file' | 'command' = 'file'): Run {
  const collection = collectionFor(facts);
  if (collection.kind === 'nothing') throw new Error(collection.leftOut.join(' '));
  const place = join(folder, `${runs++}`);
  const [programs, empty] = [join(place, 'bin'), join(place, 'empty')];
  mkdirSync(programs, { recursive: true });
  mkdirSync(empty);
  const log = join(place, 'log');
  writeFileSync(log, '');
  if (answers !== 'no CLI') {
    const cases = Object.entries(answers).map(([call, answer], index) => {
      const file = join(place, `${index}`);
      writeFileSync(file, typeof answer === 'string' ? answer : `${JSON.stringify(answer, null, 4)}\n`);
      const end = typeof answer === 'string' ? 'exit 254' : 'printf "a warning\\n" >&2; exit 0';
      return `  '${call.replaceAll("'", String.raw`'\''`)} '*) /bin/cat '${file}' ${typeof answer === 'string' ? '>&2' : ''}; ${end} ;;\n`;
    });
    const unknown =
      'printf "\\nAn error occurred (AccessDenied) when calling the Unknown operation: not in the table\\n" >&2\nexit 254\n';
    const words = `printf '%s\\n' "$*" >> '${log}'\n`;
    writeFileSync(join(programs, 'aws'), `#!/bin/bash\n${words}case "$* " in\n${cases.join('')}esac\n${unknown}`);
    chmodSync(join(programs, 'aws'), 0o755);
  }
  const [program, args] =
    as === 'file'
      ? ['/bin/bash', ['-c', collection.file]]
      : ['/bin/sh', ['-c', `PATH=${programs}:/bin; ${collection.command}`]];
  const output = execFileSync(program, args, {
    cwd: empty,
    env: { NODE_ENV: 'test', PATH: programs, TMPDIR: empty, HOME: empty, LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(readdirSync(empty)).toEqual([]);
  const calls = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return { output, calls };
}

function documentOf({ principal, action, resource }: CommandFacts): DiagnosisDocument {
  return {
    whydenied: 1,
    request: { ...(principal && { principal }), ...(action && { action }), ...(resource && { resource }) },
  };
}

/** The document after a paste, and what the person is told. */
function pasted(document: DiagnosisDocument, text: string) {
  const evidence = readEvidence(text);
  expect(evidence.kind).toBe('policies');
  const { value, problems } = mergePolicies(document, evidence, 'identity');
  return { document: value, problems: [...evidence.problems, ...problems], verdict: diagnose(value).verdict };
}

function given({ policies = [] }: DiagnosisDocument): readonly string[] {
  return policies.map(({ type, name, attachedTo, document }) =>
    [type, name, attachedTo && `@${attachedTo}`, document === '' && '(no document)'].filter(Boolean).join(' '),
  );
}

function answered(answers: Answers, facts: CommandFacts = KIM) {
  const { output, calls } = run(facts, answers);
  expect(() => JSON.parse(output) as unknown).not.toThrow();
  return { ...pasted(documentOf(facts), output), output, calls };
}

const without = (answers: Answers, ...calls: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([call]) => !calls.some((left) => call.startsWith(left))));

describe.runIf(process.platform !== 'win32')('one run fills the steps', () => {
  test('where everything can be read, up to the verdict', () => {
    const { document, problems, verdict } = answered(EVERYTHING);
    expect(given(document)).toEqual([
      'boundary Edge @user:kim',
      'identity Base @user:kim',
      'identity own @user:kim',
      'identity other @user:kim',
      'identity Read @group:readers',
      'identity grouped @group:readers',
      'resource inbox',
      'scp FullAWSAccess @r-ab12',
      'rcp RCPFullAWSAccess @r-ab12',
      'rcp RCPFullAWSAccess @ou-ab12-work',
      'scp OnlyS3 @ou-ab12-work',
      `scp FullAWSAccess @${ACCOUNT}`,
      `rcp RCPFullAWSAccess @${ACCOUNT}`,
    ]);
    expect(problems).toEqual([]);
    expect(document).toMatchObject(documentOf(KIM));
    expect(Object.keys(document)).toEqual(['whydenied', 'request', 'policies']);
    // Which endpoint a call went through no policy tells.
    expect(verdict.dependsOn.map((open) => ('type' in open ? open.type : open.kind))).toEqual(['endpoint']);
    expect(verdict.layers.filter(({ outcome }) => outcome === 'allows').map(({ type }) => type)).toEqual([
      ...['rcp', 'scp', 'identity', 'boundary'],
    ]);
  });

  const ONLY_EC2 = { ...EVERYTHING, ...described(ONLY_S3, allow('ec2:*')) };
  const denied = (call: string, operation: string): Answers => ({
    [call]: error('AccessDenied', operation, 'User: x is not authorized to perform: iam:x'),
  });
  const NOT_IN_ORGANIZATION = error(
    'AWSOrganizationsNotInUseException',
    'ListPoliciesForTarget',
    'Your account is not a member of an organization.',
  );

  test.each<[string, Answers, Partial<DiagnosisDocument>, readonly string[]]>([
    ['everything', EVERYTHING, {}, []],
    [
      'Organizations refuses',
      { ...without(EVERYTHING, 'organizations'), ...denied('organizations', 'ListPoliciesForTarget') },
      { incomplete: ['scp', 'rcp'] },
      ['collect-unread SCPs and RCPs'],
    ],
    [
      'one level cannot be read',
      { ...EVERYTHING, ...denied(listed('r-ab12', 'SERVICE'), 'ListPoliciesForTarget') },
      { incomplete: ['scp'] },
      ['collect-unread SCPs'],
    ],
    [
      'one SCP cannot be read',
      without(EVERYTHING, 'organizations describe-policy --policy-id=p-only'),
      { incomplete: ['scp'] },
      ['collect-unread SCPs'],
    ],
    [
      'the account is in no organization',
      { ...without(EVERYTHING, 'organizations'), organizations: NOT_IN_ORGANIZATION },
      { notApplicable: ['scp', 'rcp'] },
      [],
    ],
    [
      'RCPs are not in use',
      {
        ...EVERYTHING,
        ...Object.fromEntries(TARGETS.map((target) => [listed(target, 'RESOURCE'), { Policies: [] }])),
        'organizations list-roots': {
          Roots: [{ Id: 'r-ab12', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
        },
      },
      { notApplicable: ['rcp'] },
      [],
    ],
    [
      'the management account',
      { ...EVERYTHING, 'organizations describe-organization': { Organization: { MasterAccountId: ACCOUNT } } },
      { principalAccountIsManagementAccount: true },
      [],
    ],
    [
      'the boundary’s policy is gone',
      {
        ...EVERYTHING,
        'iam get-policy --policy-arn=arn:aws:iam::111122223333:policy/Edge': error('NoSuchEntity', 'GetPolicy'),
      },
      { incomplete: ['boundary'] },
      ['collect-unread permissions boundary'],
    ],
    [
      'no boundary',
      {
        ...EVERYTHING,
        'iam get-user --user-name=kim': { User: { UserName: 'kim', Arn: KIM.principal, Path: '/desk/' } },
      },
      { notApplicable: ['boundary'] },
      [],
    ],
    [
      'the user cannot be read',
      { ...without(EVERYTHING, 'iam get-user --'), ...denied('iam get-user --', 'GetUser') },
      { incomplete: ['boundary'] },
      ['collect-unread permissions boundary'],
    ],
    [
      'the bucket has no policy',
      {
        ...EVERYTHING,
        's3api get-bucket-policy --bucket=inbox': error(
          'NoSuchBucketPolicy',
          'GetBucketPolicy',
          'The bucket policy does not exist',
        ),
      },
      { notApplicable: ['resource'] },
      [],
    ],
    [
      'the bucket policy cannot be read',
      { ...without(EVERYTHING, 's3api'), ...denied('s3api', 'GetBucketPolicy') },
      { incomplete: ['resource'] },
      ['collect-unread resource-based policy'],
    ],
    [
      'a group cannot be read',
      without(EVERYTHING, 'iam list-group-policies'),
      { incomplete: ['identity'] },
      ['collect-unread identity-based policies'],
    ],
    [
      'credentials of another account',
      { ...EVERYTHING, 'sts get-caller-identity': identity('444455556666') },
      { incomplete: ['boundary', 'identity'] },
      ['collect-skipped permissions boundary and identity-based policies'],
    ],
    ['another document of a level', ONLY_EC2, {}, []],
  ])('%s', (_name, answers, known, told) => {
    const { document, problems, output } = answered(answers);
    const { whydenied: _format, request: _request, policies: _policies, ...rest } = document;
    expect(rest).toEqual(known);
    expect(
      problems.map(({ code, message }) => `${code} ${/^The (.*?) (?:could|were)/.exec(message)?.[1] ?? ''}`),
    ).toEqual(told);
    expect(output).not.toContain('a warning');
  });

  test('an SCP that lacks the action decides, whatever else is open', () => {
    const { verdict } = answered(ONLY_EC2);
    expect(verdict).toMatchObject({ decision: 'implicitDeny', deniedBy: ['scp'] });
  });

  test('a role without policies is denied for it', () => {
    const role = 'iam list-attached-role-policies --role-name=dev';
    const { document, verdict } = answered(
      {
        'sts get-caller-identity': identity(ACCOUNT),
        'iam get-role': { Role: { RoleName: 'dev', Arn: `arn:aws:iam::${ACCOUNT}:role/dev` } },
        [role]: { AttachedPolicies: [] },
        'iam list-role-policies --role-name=dev': { PolicyNames: [] },
        's3api get-bucket-policy --bucket=inbox': error('NoSuchBucketPolicy', 'GetBucketPolicy'),
      },
      { ...KIM, principal: SESSION.principal ?? '' },
    );
    expect(given(document)).toEqual(['identity Nothing is attached']);
    expect(verdict).toMatchObject({ decision: 'implicitDeny', deniedBy: ['identity'] });
  });

  test('for a role’s session, and the trust policy of the role that is to be assumed', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:role/team/dev`;
    const { document, problems, verdict, calls } = answered(
      {
        'sts get-caller-identity': identity(ACCOUNT),
        'iam get-role --role-name=dev': {
          Role: {
            RoleName: 'dev',
            Arn: arn,
            Path: '/team/',
            AssumeRolePolicyDocument: allow('sts:AssumeRole', { Principal: '*' }),
          },
        },
        'iam list-attached-role-policies --role-name=dev': { AttachedPolicies: [] },
        'iam list-role-policies --role-name=dev': { PolicyNames: ['become'] },
        'iam get-role-policy --role-name=dev --policy-name=become': {
          RoleName: 'dev',
          PolicyName: 'become',
          PolicyDocument: allow('sts:AssumeRole'),
        },
        'iam get-role --role-name=clerk': {
          Role: {
            RoleName: 'clerk',
            Arn: SESSION.resource,
            Path: '/desk/',
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
            },
          },
        },
        ...ORGANIZATION,
        ...described(ONLY_S3, allow('*')),
      },
      SESSION,
    );
    expect(problems).toEqual([]);
    expect(given(document).filter((policy) => !/^[sr]cp/.test(policy))).toEqual([
      'identity become @role:dev',
      'resource role/desk/clerk',
    ]);
    expect(document.notApplicable).toEqual(['boundary']);
    expect(verdict).toMatchObject({ decision: 'implicitDeny', deniedBy: ['resource'] });
    expect(calls).not.toContainEqual(expect.arrayContaining(['list-groups-for-user']));
  });

  test.each<[string, Answers | 'no CLI', RegExp]>([
    ['the CLI is missing', 'no CLI', /aws: (?:command not found|No such file or directory)/],
    [
      'the credentials are expired',
      Object.fromEntries(
        ['sts', 'iam', 'organizations', 's3api'].map((service) => [
          service,
          error('ExpiredToken', 'GetCallerIdentity', 'The security token included in the request is expired'),
        ]),
      ),
      /\(ExpiredToken\)/,
    ],
  ])('where %s, every step says so', (_name, answers, words) => {
    const { output } = run(KIM, answers);
    expect(() => JSON.parse(output) as unknown).not.toThrow();
    const { document, problems, verdict } = pasted(documentOf(KIM), output);
    expect(document.incomplete?.toSorted()).toEqual(['boundary', 'identity', 'rcp', 'resource', 'scp']);
    expect(problems[0]?.message).toMatch(words);
    expect(verdict.decision).toBe('undetermined');
  });

  test('two runs, each with credentials of one account, add up', () => {
    const role: CommandFacts = {
      ...SESSION,
      principal: KIM.principal ?? '',
      resource: 'arn:aws:iam::444455556666:role/clerk',
    };
    const trust = {
      Role: {
        RoleName: 'clerk',
        Arn: role.resource,
        AssumeRolePolicyDocument: allow('sts:AssumeRole', { Principal: { AWS: ACCOUNT } }),
      },
    };
    const own = run(role, EVERYTHING).output;
    const other = run(role, {
      'sts get-caller-identity': identity('444455556666'),
      'iam get-role --role-name=clerk': trust,
    }).output;
    const first = pasted(documentOf(role), own).document;
    expect(first.incomplete?.toSorted()).toEqual(['rcp', 'resource']);
    const both = pasted(first, other).document;
    expect(both.incomplete).toEqual(['rcp']);
    expect(given(both).filter((policy) => policy.startsWith('resource'))).toEqual(['resource role/clerk']);
    for (const text of [`${own}\n${other}`, `${other}\n${own}`]) {
      const { document, problems } = pasted(documentOf(role), text);
      expect(document.incomplete).toEqual(['rcp']);
      expect(document.policies).toHaveLength(both.policies?.length ?? 0);
      // Neither of them may read the RCPs.
      expect(problems.map(({ code }) => code)).toEqual(['collect-unread', 'collect-unread']);
    }
    // What the second run cannot ask for is there from the first.
    expect(pasted(first, other).problems.map(({ code }) => code)).toEqual(['collect-unread']);
  });

  test('names and words that would break a text do not', () => {
    const words =
      'a "quote", a \\backslash\\, a\ttab, \u001b[31mred\u001b[0m, \u0000\u0007, é漢🙂, $(touch x) `touch x` \'x\'\nsecond line\n\nx-amz-security-token:SECRET';
    const name = 'k$(touch x)`touch x`\'i"m!!';
    const facts = {
      ...KIM,
      principal: `arn:aws:iam::${ACCOUNT}:user/${name}`,
      resource: `arn:aws:s3:::inbox/${name}\u202e\n`,
    };
    const { output, calls } = run(facts, {
      'sts get-caller-identity': identity(ACCOUNT),
      'iam get-user': error('AccessDenied', 'GetUser', words.replaceAll('\0', '')),
    });
    const { request, calls: entries } = JSON.parse(output) as {
      request: object;
      calls: readonly { aws?: readonly string[]; error?: string }[];
    };
    expect(request).toMatchObject({ principal: facts.principal, resource: facts.resource });
    expect(calls).toContainEqual([
      'iam',
      'get-user',
      ...`--user-name=${name}`.split(' '),
      '--output',
      'json',
      ...CONSTANT,
    ]);
    const [entry] = entries.filter(({ aws }) => aws?.[1] === 'get-user');
    expect(entry?.aws?.[2]).toBe(`--user-name=${name}`);
    expect(entry?.error).toContain('a "quote", a \\backslash\\');
    expect(entry?.error).toContain('é漢🙂');
    expect(entry?.error).toMatch(/'x'\nsecond line$/);
    expect(output).not.toMatch(/SECRET|(?!\n)\p{Cc}/u);
    expect(readEvidence(output).collected?.[0]?.request.principal).toBe(facts.principal);
  });
});

const CONSTANT = ['--no-cli-pager', '--color', 'off', '--cli-connect-timeout', '10'];

describe.runIf(process.platform !== 'win32')('what is left of an output is read, and what is lost is said', () => {
  let output = '';
  beforeAll(() => {
    output = run(KIM, EVERYTHING).output;
  });

  test('behind a prompt, in colours, with what the script said on the way, and with what follows', () => {
    const text = `\u001b[32mkim@desk\u001b[0m:~$ bash collect.sh\nReading with the AWS CLI:\n  iam get-user\n${output}\u001b[32mkim@desk\u001b[0m:~$ \n`;
    const { document, problems } = pasted(documentOf(KIM), text.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(document.policies).toHaveLength(13);
  });

  test('broken at the terminal’s width', () => {
    const lines = output.split('\n').flatMap((line) => line.match(/.{1,80}/g) ?? ['']);
    const { document, problems } = pasted(documentOf(KIM), lines.join('\n'));
    expect(problems).toEqual([]);
    expect(document.policies).toHaveLength(13);
  });

  test('printed anew by another program', () => {
    const { document, problems } = pasted(documentOf(KIM), JSON.stringify(JSON.parse(output), null, 2));
    expect(problems).toEqual([]);
    expect(document.policies).toHaveLength(13);
  });

  test('cut anywhere, it fills no step that it does not hold', () => {
    const all = pasted(documentOf(KIM), output).document;
    const types = ['boundary', 'identity', 'scp', 'rcp', 'resource'] as const;
    const count = (document: DiagnosisDocument, type: string) =>
      (document.policies ?? []).filter((policy) => policy.type === type && policy.document !== '').length;
    const tenth = Math.floor(output.length / 10);
    for (let cut = 1; cut < 10; cut++) {
      const pieces = [
        output.slice(0, cut * tenth),
        output.slice(cut * tenth),
        output.slice(0, cut * tenth - tenth) + output.slice(cut * tenth),
      ];
      for (const text of pieces) {
        const { collected = [] } = readEvidence(text);
        expect(collected).toHaveLength(1);
        const { document, problems } = pasted(documentOf(KIM), text);
        expect(problems.map(({ code }) => code)).toContain('collect-cut');
        for (const type of types) {
          const isWhole = !document.incomplete?.includes(type);
          if (isWhole) expect([type, count(document, type)]).toEqual([type, count(all, type)]);
        }
      }
    }
  });

  test('stopped by hand, it is as if it were cut', () => {
    const { document } = pasted(documentOf(KIM), output.replace('"end":true', '"end":false'));
    expect(document.incomplete).toEqual(['resource']);
  });

  test('of a newer format what is known is read', () => {
    const { document, problems } = pasted(documentOf(KIM), output.replace('collect/1', 'collect/2'));
    expect(problems.map(({ code }) => code)).toEqual(['collect-newer']);
    expect(document.policies).toHaveLength(13);
  });
});

describe.runIf(process.platform !== 'win32')('an output goes with the request that it was made for', () => {
  let output = '';
  beforeAll(() => {
    output = run(KIM, EVERYTHING).output;
  });

  test('an account that was stated goes with it, one that was assumed does not', () => {
    const { collected = [] } = readEvidence(run({ ...KIM, isAccountAssumed: false }, {}).output + output);
    const request = documentOf(KIM).request;
    expect(collected.map((one) => one.request)).toEqual([{ ...request, resourceAccount: ACCOUNT }, request]);
  });

  test('a part of another request is not taken over', () => {
    const part: DiagnosisDocument = { whydenied: 1, request: { action: 's3:PutObject' } };
    expect(pasted(part, output).document.request).toEqual(part.request);
  });

  test('an empty diagnosis takes the request over', () => {
    const { document, verdict } = pasted({ whydenied: 1 }, output);
    expect(document.request).toEqual(documentOf(KIM).request);
    expect(verdict.layers.find(({ type }) => type === 'identity')?.outcome).toBe('allows');
  });

  test.each<[string, CommandFacts, readonly string[], readonly string[]]>([
    [
      'another user',
      { ...KIM, principal: `arn:aws:iam::${ACCOUNT}:user/lee` },
      ['collected-for-other-caller'],
      ['resource', 'rcp', 'scp'],
    ],
    [
      'a user of another account',
      { ...KIM, principal: 'arn:aws:iam::444455556666:user/kim' },
      ['collected-for-other-caller'],
      ['resource', 'rcp'],
    ],
    [
      'another bucket',
      { ...KIM, resource: 'arn:aws:s3:::outbox/a.txt' },
      ['collected-for-other-resource'],
      ['boundary', 'identity', 'scp'],
    ],
    [
      'another object of the bucket',
      { ...KIM, resource: 'arn:aws:s3:::inbox/b.txt' },
      [],
      ['boundary', 'identity', 'resource', 'rcp', 'scp'],
    ],
  ])('%s', (_name, facts, told, types) => {
    const { document, problems } = pasted(documentOf(facts), output);
    expect(problems.map(({ code }) => code)).toEqual(told);
    expect([...new Set(document.policies?.map(({ type }) => type))].toSorted()).toEqual(types.toSorted());
    expect(document.request).toEqual(documentOf(facts).request);
  });

  test('of an output that is cut, what is lost is said of the types that are the request’s', () => {
    const lee = { ...KIM, principal: `arn:aws:iam::${ACCOUNT}:user/lee` };
    const { document, problems } = pasted(documentOf(lee), output.slice(0, output.indexOf('"get-user-policy"')));
    expect(document.incomplete).toEqual(['scp', 'rcp', 'resource']);
    expect(problems.map(({ code }) => code)).toEqual(['collected-for-other-caller', 'collect-cut']);
  });

  test('a later run with more rights makes the step whole', () => {
    const part = pasted(documentOf(KIM), run(KIM, without(EVERYTHING, 'iam get-user-policy')).output).document;
    expect(part.incomplete).toEqual(['identity']);
    expect(pasted(part, output).document.incomplete).toBeUndefined();
  });

  test('what is there and what was read may both be a part', () => {
    const one = pasted(documentOf(KIM), output).document.policies?.filter(({ name }) => name === 'own') ?? [];
    const part = run(KIM, without(EVERYTHING, 'iam get-user-policy --user-name=kim --policy-name=other')).output;
    expect(pasted({ ...documentOf(KIM), policies: one }, part).document.incomplete).toEqual(['identity']);
  });

  test('a later run with fewer rights takes nothing back', () => {
    const all = pasted(documentOf(KIM), output).document;
    expect(pasted(all, run(KIM, without(EVERYTHING, 'organizations', 'iam')).output).document).toEqual(all);
  });
});

describe('the script only reads, and says what it does', () => {
  const FACTS: readonly CommandFacts[] = [
    KIM,
    SESSION,
    {
      principal: 'arn:aws:iam::111122223333:root',
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:eu-west-1:444455556666:orders',
    },
    ...RESOURCES.map((resource) => ({ ...KIM, action: '', resource })),
  ];

  test.each(FACTS)('$principal $action $resource', (facts) => {
    const collection = collectionFor(facts);
    if (collection.kind === 'nothing') throw new Error('no script');
    const { file, command, calls } = collection;
    // The CLI is called at one place, with the words that `ask` is given.
    expect(file.match(/\baws "\$@"/g)).toHaveLength(1);
    const asked = [...file.matchAll(/\bask (?:"[^"]+"|\S+) ([a-z0-9-]+) "?([a-z$1-]+)/g)].map(
      ([, service, operation]) => `${service} ${operation}`,
    );
    expect(asked.length).toBeGreaterThan(9);
    for (const call of asked) expect(call).toMatch(/^[a-z0-9-]+ (?:get|list|describe)-/);
    for (const call of calls) expect(call.command).toMatch(/^aws [a-z0-9-]+ (?:get|list|describe)-/);
    // Nothing that a shell writes with, and nothing that a prompt acts on.
    expect(new Set(file.match(/\d?[<>]+&?\S*/g))).toEqual(new Set(['<', '>&2', '</dev/null', '2>&3)', '3>&1)']));
    expect(FUNCTIONS).not.toMatch(/[\t'!]/);
    expect(command).not.toMatch(/[\t!]/);
    expect(file).not.toMatch(/declare -A|mapfile|readarray|&>|,,\}|\^\^\}/);
  });

  test.runIf(process.platform !== 'win32').each(FACTS)('bash reads it: $principal $action $resource', (facts) => {
    const collection = collectionFor(facts);
    if (collection.kind === 'nothing') throw new Error('no script');
    for (const text of [collection.file, collection.command]) execFileSync('/bin/bash', ['-n', '-c', text]);
  });

  test.runIf(process.platform !== 'win32')('as a file and as a command it prints the same', () => {
    const facts = { ...KIM, resource: "arn:aws:s3:::inbox/it's!$x" };
    const [file, command] = [run(facts, EVERYTHING), run(facts, EVERYTHING, 'command')];
    expect(command.output).toBe(file.output);
    // What the list names is what is called.
    const collection = collectionFor(facts);
    const listedCalls = collection.kind === 'script' ? collection.calls.map((call) => call.command) : [];
    const made = new Set(file.calls.map(([service, operation]) => `aws ${service} ${operation}`));
    expect([...made].filter((call) => !listedCalls.includes(call))).toEqual([]);
    expect(listedCalls.filter((call) => !made.has(call))).toEqual(['aws organizations list-roots']);
  });

  test.each<[string, CommandFacts, readonly string[], readonly string[]]>([
    ['a user', KIM, ['iam:GetUser', 'organizations:ListParents', 's3:GetBucketPolicy'], []],
    [
      'the root user',
      { ...KIM, principal: `arn:aws:iam::${ACCOUNT}:root` },
      ['organizations:ListParents'],
      ['the root user has none'],
    ],
    [
      'a federated user',
      { ...KIM, principal: `arn:aws:sts::${ACCOUNT}:federated-user/kim` },
      ['s3:GetBucketPolicy'],
      ['who asked for the credentials'],
    ],
    [
      'a service',
      { ...KIM, principal: 'lambda.amazonaws.com' },
      ['organizations:ListParents', 's3:GetBucketPolicy'],
      ['an AWS service'],
    ],
    [
      'an anonymous caller',
      { ...KIM, principal: '*', resourceAccount: '' },
      ['s3:GetBucketPolicy'],
      ['an anonymous caller', 'neither the account'],
    ],
    [
      'nobody yet',
      { resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
      ['sqs:GetQueueAttributes'],
      ['not known yet who called'],
    ],
    [
      'a name that no shell may see',
      { ...KIM, principal: `arn:aws:iam::${ACCOUNT}:user/a\nb` },
      ['s3:GetBucketPolicy'],
      ['characters that must not'],
    ],
    [
      'a file in place of a name',
      { ...KIM, action: 'execute-api:Invoke', resource: 'arn:aws:lambda:eu-west-1:111122223333:function:fn' },
      ['lambda:GetPolicy'],
      [],
    ],
    [
      'a resource without a policy',
      { ...KIM, resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1' },
      ['iam:GetUser'],
      ['no command is known'],
    ],
    [
      'many resources',
      { ...KIM, resource: 'arn:aws:sqs:eu-west-1:111122223333:*' },
      ['iam:GetUser'],
      ['does not name the one resource'],
    ],
    [
      'an access point',
      { ...KIM, resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k' },
      ['s3:GetAccessPointPolicy'],
      ['behind the access point'],
    ],
    [
      'an API',
      { ...KIM, resource: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2/prod/GET/x' },
      ['apigateway:GET'],
      [],
    ],
  ])('for %s', (_name, facts, permissions, leftOut) => {
    const collection = collectionFor(facts);
    expect(collection.kind === 'script' && collection.calls.map(({ permission }) => permission)).toEqual(
      expect.arrayContaining([...permissions]),
    );
    expect(collection.leftOut).toHaveLength(leftOut.length);
    leftOut.forEach((words, place) => expect(collection.leftOut[place]).toContain(words));
  });

  test('where nothing is known there is nothing to collect', () => {
    expect(collectionFor({})).toMatchObject({ kind: 'nothing' });
    expect(collectionFor({ principal: 'lambda.amazonaws.com' }).kind).toBe('nothing');
  });
});
