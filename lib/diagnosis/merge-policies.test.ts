import { describe, expect, test } from 'vitest';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import { mergePolicies } from '@/lib/diagnosis/merge-policies';
import { possibleCallers } from '@/lib/diagnosis/policies-of-request';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { Evidence } from '@/lib/evidence/evidence';
import { variable } from '@/lib/testing/small-diagnosis';

const A = '111122223333';
const KIM = `arn:aws:iam::${A}:user/kim`;
const APP = `arn:aws:iam::${A}:role/app`;
const SHARED = `arn:aws:iam::${A}:policy/Shared`;
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const SCP = 'arn:aws:organizations::444455556666:policy/o-a1/service_control_policy/p-1';
const FULL = 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess';

const given = (evidence: Partial<Evidence>): Evidence => ({
  kind: 'policies',
  reports: [],
  policies: [],
  problems: [],
  ...evidence,
});
const asked = (request: DiagnosisDocument['request'], policies?: DocumentPolicy[]): DiagnosisDocument => ({
  whydenied: 1,
  ...(request && { request }),
  ...(policies && { policies }),
});
const merge = (document: DiagnosisDocument, evidence: Partial<Evidence>) =>
  mergePolicies(document, given(evidence), 'identity');

describe('policies found', () => {
  const found = [
    { type: 'identity', name: 'A', attachedTo: 'role:R', text: '{"a":1}' },
    { type: 'identity', name: 'A', attachedTo: 'role:R', text: '{"a":2}' },
    { arn: `arn:aws:iam::${A}:policy/team/Writers`, text: '{"a":3}' },
    { type: 'resource', resource: 'arn:aws:s3:::shop', text: '{"a":4}' },
  ] as const;
  const { value: document } = mergePolicies(EMPTY_DOCUMENT, given({ policies: found }), 'scp');

  test('are added with what is known of them', () => {
    expect(document.policies).toEqual([
      { type: 'identity', attachedTo: 'role:R', name: 'A', document: '{"a":1}' },
      { type: 'identity', attachedTo: 'role:R', name: 'A 2', document: '{"a":2}' },
      { type: 'scp', name: 'Writers', arn: `arn:aws:iam::${A}:policy/team/Writers`, document: '{"a":3}' },
      { type: 'resource', name: 'shop', document: '{"a":4}' },
    ]);
  });

  test('are not added twice', () => {
    expect(mergePolicies(document, given({ policies: found }), 'scp').value).toBe(document);
  });

  test('of everyone’s are a resource’s, where nothing else tells', () => {
    const { value } = merge(EMPTY_DOCUMENT, { policies: [{ text: '{}', namesPrincipals: true }] });
    expect(value.policies).toMatchObject([{ type: 'resource' }]);
  });

  test('which a refused call wanted to set are left out', () => {
    const { value, problems } = merge(EMPTY_DOCUMENT, { policies: [{ text: '{}', isRefused: true }] });
    expect(value).toBe(EMPTY_DOCUMENT);
    expect(problems.map(({ code }) => code)).toEqual(['policies-refused']);
  });
});

describe('a policy that is only named', () => {
  const named = merge(EMPTY_DOCUMENT, {
    references: [{ type: 'identity', name: 'Shared', arn: SHARED, attachedTo: 'role:app' }],
  }).value;

  test('gets a place without text', () => {
    expect(named.policies).toEqual([
      { type: 'identity', name: 'Shared', arn: SHARED, attachedTo: 'role:app', document: '' },
    ]);
  });

  test.each([
    ['by its ARN', { type: 'identity', arn: SHARED, text: '{"a":1}' }],
    ['by its name and place', { type: 'identity', name: 'Shared', attachedTo: 'role:app', text: '{"a":1}' }],
  ] as const)('is filled %s', (_how, policy) => {
    expect(merge(named, { policies: [policy] }).value.policies).toEqual([
      { type: 'identity', name: 'Shared', arn: SHARED, attachedTo: 'role:app', document: '{"a":1}' },
    ]);
  });

  test('stays empty for another of the same name elsewhere', () => {
    const elsewhere = { type: 'identity', name: 'Shared', attachedTo: 'role:other', text: '{"a":1}' } as const;
    expect(merge(named, { policies: [elsewhere] }).value.policies).toHaveLength(2);
  });

  test('as the boundary is filled by what is known as a managed policy', () => {
    const boundary = merge(EMPTY_DOCUMENT, { references: [{ type: 'boundary', arn: SHARED }] }).value;
    expect(merge(boundary, { policies: [{ type: 'identity', arn: SHARED, text: '{}' }] }).value.policies).toEqual([
      { type: 'boundary', name: 'Shared', arn: SHARED, document: '{}' },
    ]);
  });

  test('that is there already is not named twice', () => {
    const references = [{ type: 'identity', name: 'Shared', arn: SHARED, attachedTo: 'role:app' }] as const;
    expect(merge(named, { references }).value).toBe(named);
  });

  test('is one document at every level where it is attached', () => {
    const references = [
      { type: 'scp', name: 'OnlyS3', arn: SCP, attachedTo: 'r-ab12' },
      { type: 'scp', name: 'OnlyS3', arn: SCP, attachedTo: A },
      { type: 'scp', name: 'FullAWSAccess', arn: FULL, attachedTo: 'r-ab12' },
    ] as const;
    const levels = merge(EMPTY_DOCUMENT, { references }).value;
    const filled = merge(levels, { policies: [{ type: 'scp', arn: SCP, text: '{"a":1}' }] }).value;
    expect(filled.policies?.map(({ attachedTo, name, document }) => [attachedTo, name, document])).toEqual([
      ['r-ab12', 'OnlyS3', '{"a":1}'],
      [A, 'OnlyS3', '{"a":1}'],
      ['r-ab12', 'FullAWSAccess', expect.stringContaining('"Action": "*"')],
    ]);
  });

  test('is the boundary where AWS’s message says so', () => {
    const message = `User: ${KIM} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a permissions boundary: ${SHARED}`;
    const document: DiagnosisDocument = { whydenied: 1, evidence: message };
    const policies = [{ type: 'identity', name: 'Shared', arn: SHARED, text: '{}' }] as const;
    expect(merge(document, { policies }).value.policies).toMatchObject([{ type: 'boundary', arn: SHARED }]);
  });
});

describe('of the details of an account', () => {
  const evidence: Partial<Evidence> = {
    principals: [
      { id: 'user:kim', arn: KIM, groups: ['group:ops'] },
      { id: 'group:ops', arn: `arn:aws:iam::${A}:group/ops` },
      { id: 'role:app', arn: APP, withoutBoundary: true },
    ],
    policies: [
      { type: 'identity', name: 'Own', attachedTo: 'user:kim', text: '{"n":1}' },
      { type: 'identity', name: 'OfGroup', attachedTo: 'group:ops', text: '{"n":2}' },
      { type: 'resource', resource: APP, text: '{"n":3}' },
      { type: 'identity', name: 'Shared', arn: SHARED, attachments: ['group:ops', 'role:app'], text: '{"n":4}' },
      { type: 'identity', name: 'Unused', arn: `arn:aws:iam::${A}:policy/Unused`, text: '{"n":5}' },
      {
        type: 'boundary',
        name: 'Limit',
        arn: `arn:aws:iam::${A}:policy/Limit`,
        attachedTo: 'user:kim',
        text: '{"n":6}',
      },
    ],
    references: [{ type: 'identity', name: 'ReadOnlyAccess', arn: READ_ONLY, attachedTo: 'role:app' }],
  };
  const taken = (principal: string, more: object = {}) => {
    const { value, problems } = merge(asked({ principal, ...more }), evidence);
    return {
      policies: value.policies?.map(({ name, attachedTo }) => [name, attachedTo]),
      absent: value.notApplicable,
      problems: problems.map(({ code }) => code),
    };
  };

  test('a user’s policies are taken, with those of the groups', () => {
    expect(taken(KIM)).toEqual({
      policies: [
        ['Own', 'user:kim'],
        ['OfGroup', 'group:ops'],
        ['Shared', 'group:ops'],
        ['Limit', 'user:kim'],
      ],
      absent: undefined,
      problems: [],
    });
  });

  test('a role’s are taken for its session, and that it has no boundary', () => {
    expect(taken(`arn:aws:sts::${A}:assumed-role/app/s1`)).toEqual({
      policies: [
        ['Shared', 'role:app'],
        ['ReadOnlyAccess', 'role:app'],
      ],
      absent: ['boundary'],
      problems: [],
    });
  });

  test('the trust policy is taken where that role is to be assumed', () => {
    expect(taken(KIM, { action: 'sts:AssumeRole', resource: APP }).policies).toContainEqual(['role/app', undefined]);
  });

  test.each([
    ['a caller who is not in it', 'arn:aws:iam::111122223333:user/lee', 'policies-not-of-caller'],
    ['one of the same name in another account', 'arn:aws:iam::444455556666:user/kim', 'policies-not-of-caller'],
    ['nobody as long as the caller is not known', '', 'policies-whose'],
  ])('%s gets nothing, and that is said', (_who, principal, problem) => {
    expect(taken(principal)).toEqual({ policies: undefined, absent: undefined, problems: [problem] });
  });

  test('is asked whose they are, among the users and roles that it tells of', () => {
    expect(possibleCallers(asked({ action: 's3:GetObject' }), given(evidence))).toEqual([
      { id: 'user:kim', arn: KIM },
      { id: 'role:app', arn: APP },
    ]);
  });

  test.each<readonly [string, DiagnosisDocument, Partial<Evidence>]>([
    ['the caller is known', asked({ principal: KIM }), evidence],
    ['the text tells of one alone', EMPTY_DOCUMENT, { principals: [{ id: 'user:kim', arn: KIM }] }],
    ['the text tells of nobody', EMPTY_DOCUMENT, {}],
  ])('nothing is asked where %s', (_, document, told) => {
    expect(possibleCallers(document, given(told))).toEqual([]);
  });
});

describe('groups of a user', () => {
  const named: Partial<Evidence> = { principals: [{ id: 'user:kim', arn: KIM, groups: ['group:ops', 'group:it’s'] }] };

  test.each<readonly [string, DiagnosisDocument, Partial<Evidence>, DiagnosisDocument['incomplete']]>([
    ['whose policies are not here', asked({ principal: KIM }), named, ['identity']],
    ['without any', asked({ principal: KIM }), { principals: [{ id: 'user:kim', arn: KIM, groups: [] }] }, undefined],
    ['of someone else', asked({ principal: APP }), named, undefined],
    [
      'whose details stand in the text',
      asked({ principal: KIM }),
      { principals: [...(named.principals ?? []), { id: 'group:ops' }, { id: 'group:it’s' }] },
      undefined,
    ],
    [
      'whose policies are in the document',
      asked(
        { principal: KIM },
        ['group:ops', 'group:it’s'].map((attachedTo) => ({ type: 'identity' as const, attachedTo, document: '{}' })),
      ),
      named,
      undefined,
    ],
    [
      'where the person said that they do not matter',
      { ...asked({ principal: KIM }), notApplicable: ['identity'] },
      named,
      undefined,
    ],
  ])('%s', (_, document, evidence, want) => {
    expect(merge(document, evidence).value.incomplete).toEqual(want);
  });

  test('are named, with the commands that list their policies', () => {
    const [problem, ...others] = merge(asked({ principal: KIM }), named).problems;
    expect(others).toEqual([]);
    expect(problem?.code).toBe('groups-not-here');
    expect(problem?.message).toContain('`ops` and `it’s`');
    expect(problem?.message).toContain('`aws iam list-attached-group-policies --group-name=ops`');
  });
});

describe('a resource’s policy', () => {
  const request = { principal: KIM, action: 's3:GetObject', resource: 'arn:aws:s3:::shop/a' };
  test.each([
    ['of the request’s resource is taken', 'arn:aws:s3:::shop', []],
    ['of another one is left out', 'arn:aws:s3:::other', ['policy-of-other-resource']],
    ['of a role is left out where no role is assumed', APP, ['policy-of-role']],
  ])('%s', (_rule, resource, want) => {
    const { value, problems } = merge(asked(request), { policies: [{ type: 'resource', resource, text: '{}' }] });
    expect(problems.map(({ code }) => code)).toEqual(want);
    expect(value.policies === undefined).toBe(want.length > 0);
  });

  test('that AWS says is not there', () => {
    expect(merge(asked(request), { none: [{ type: 'resource' }] }).value.notApplicable).toEqual(['resource']);
  });

  test('that AWS says is not there, while one is', () => {
    const document = asked(request, [{ type: 'resource', name: 'x', document: '{}' }]);
    expect(merge(document, { none: [{ type: 'resource' }] }).value).toBe(document);
  });

  test('that another resource lacks', () => {
    const document = asked(request);
    expect(merge(document, { none: [{ type: 'resource', resource: 'arn:aws:s3:::other' }] }).value).toBe(document);
  });
});

describe('a trust policy that does not tell whose it is', () => {
  const text = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: ['sts:AssumeRole'] }],
  });
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::shop/a', 0, ['policy-of-role']],
    ['sts:AssumeRole', APP, 1, []],
    ['', '', 1, []],
  ])('for a call of %o', (action, resource, count, want) => {
    const document = asked({ principal: KIM, ...(action && { action, resource }) });
    const { value, problems } = merge(document, { policies: [{ type: 'resource', text }] });
    expect(value.policies ?? []).toHaveLength(count);
    expect(problems.map(({ code }) => code)).toEqual(want);
  });
});

describe('what a template leaves open', () => {
  const text = `arn:${variable('AWS::Partition')}:sqs:${variable('AWS::Region')}:${variable('AWS::AccountId')}:${variable('Queue')}`;
  const evidence = {
    policies: [{ type: 'identity', text, open: ['AWS::Partition', 'AWS::Region', 'AWS::AccountId', 'Queue'] }],
    references: [{ type: 'identity', name: 'X', arn: `arn:${variable('AWS::Partition')}:iam::aws:policy/X` }],
  } as const;

  test('is filled in as far as the request tells it', () => {
    const request = { principal: KIM, resource: 'arn:aws:sqs:eu-west-1:444455556666:jobs' };
    const { value, problems } = merge(asked(request), evidence);
    expect(value.policies).toMatchObject([
      { document: `arn:aws:sqs:eu-west-1:${A}:${variable('Queue')}` },
      { arn: 'arn:aws:iam::aws:policy/X' },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['references-open']);
    expect(problems[0]?.message).toContain(variable('Queue'));
  });

  test('stays open without a request', () => {
    const { value, problems } = merge(EMPTY_DOCUMENT, evidence);
    expect(value.policies).toMatchObject([{ document: text }, { name: 'X' }]);
    expect(value.policies?.[1]).not.toHaveProperty('arn');
    expect(problems).toHaveLength(1);
  });
});
