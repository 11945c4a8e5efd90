import { describe, expect, test } from 'vitest';
import { policyText, restoreOriginal } from '@/lib/diagnosis/edit-policies';
import { fillReferences, type OpenReference, referencesOf } from '@/lib/diagnosis/fill-references';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import { variable } from '@/lib/testing/small-diagnosis';

const KIM = 'arn:aws-cn:iam::111122223333:user/kim';
const QUEUE = 'arn:aws:sqs:eu-west-1:444455556666:jobs';

function holding(text: string, more: Partial<DiagnosisDocument> = {}, type: DocumentPolicy['type'] = 'identity') {
  return { whydenied: 1 as const, policies: [{ type, name: 'P', document: text }], ...more };
}

const ALL = ['AWS::AccountId', 'AWS::Region', 'AWS::Partition', 'Queue.Arn'].map(variable).join(' ');
const request = { principal: KIM, resource: QUEUE };

const KNOWN: readonly (readonly [string, DiagnosisDocument, readonly OpenReference[]])[] = [
  ['nothing is open', holding(variable('aws:username')), []],
  [
    'nothing is known',
    holding(ALL),
    [{ name: 'AWS::AccountId' }, { name: 'AWS::Region' }, { name: 'AWS::Partition' }, { name: 'Queue.Arn' }],
  ],
  [
    'of the caller’s policies the caller’s account',
    holding(ALL, { request }),
    [
      { name: 'AWS::AccountId', known: '111122223333' },
      { name: 'AWS::Region', known: 'eu-west-1' },
      { name: 'AWS::Partition', known: 'aws-cn' },
      { name: 'Queue.Arn' },
    ],
  ],
  [
    'of a resource’s policy the resource’s account',
    holding(ALL, { request }, 'resource'),
    [
      { name: 'AWS::AccountId', known: '444455556666' },
      { name: 'AWS::Region', known: 'eu-west-1' },
      { name: 'AWS::Partition', known: 'aws' },
      { name: 'Queue.Arn' },
    ],
  ],
  [
    'the Region of a call on a resource without one',
    holding(variable('AWS::Region'), { request: { context: { 'aws:RequestedRegion': 'us-east-2' } } }),
    [{ name: 'AWS::Region', known: 'us-east-2' }],
  ],
];

test.each(KNOWN)('what is asked for: %s', (_, document, want) => {
  expect(referencesOf(document, 0)).toEqual(want);
});

test('a policy that is not there leaves nothing open', () => {
  expect(referencesOf(holding(ALL), 1)).toEqual([]);
});

describe('filling in', () => {
  const text = `{ "Resource": ["${variable('Bucket.Arn')}", "${variable('Bucket.Arn')}/*", "${variable('Other')}"] }`;

  test('puts the value wherever the reference stands, and leaves the others', () => {
    const filled = fillReferences(
      holding(text),
      0,
      new Map([
        ['Bucket.Arn', 'arn:aws:s3:::shop'],
        ['Other', ''],
      ]),
    );
    expect(filled.policies?.[0]?.document).toBe(
      `{ "Resource": ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*", "${variable('Other')}"] }`,
    );
    expect(restoreOriginal(filled, 0).policies?.[0]?.document).toBe(text);
  });

  test('keeps the text JSON, whatever the value', () => {
    const filled = fillReferences(holding(text), 0, new Map([['Bucket.Arn', 'a"b\\c\n$&']]));
    const [policy] = filled.policies ?? [];
    const document = JSON.parse(policy ? policyText(policy) : '') as { readonly Resource: readonly string[] };
    expect(document.Resource[0]).toBe('a"b\\c\n$&');
  });

  test('with nothing changes nothing', () => {
    const document = holding(text);
    expect(fillReferences(document, 0, new Map([['Other', '']]))).toBe(document);
    expect(fillReferences(document, 3, new Map([['Other', 'x']]))).toBe(document);
  });
});
