import { expect, test } from 'vitest';
import { nextThing } from '@/components/verdict/next-thing';
import type { VerdictActions } from '@/components/verdict/verdict-actions';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { EXAMPLE_DOCUMENTS } from '@/lib/diagnosis/example-documents';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import { missingOf } from '@/lib/guidance/missing';

const DENIED =
  'User: arn:aws:iam::111122223333:user/Kim is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders';

const TWO_SLIPS: DocumentPolicy = {
  type: 'identity',
  document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::shop/*' } },
};

const ONE_QUEUE: DocumentPolicy = {
  type: 'identity',
  document: {
    Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:eu-west-1:111122223333:invoices' },
  },
};

const DENY_WITHOUT_MFA: DocumentPolicy = {
  type: 'boundary',
  document: {
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
    ],
  },
};

function document(evidence: string, ...policies: readonly DocumentPolicy[]): DiagnosisDocument {
  const request = {
    principal: 'arn:aws:iam::111122223333:user/Kim',
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  };
  return { whydenied: 1, evidence, request, policies: [...policies] };
}

/** Where the button leads: the words on it, and what it does. */
function next(diagnosed: DiagnosisDocument, readOnly = false): string {
  const did: string[] = [];
  const actions: VerdictActions = {
    jump: (policyIndex, range) => did.push(`policy ${policyIndex}${range ? ' at its place' : ''}`),
    openType: (type) => did.push(type),
    openMessage: () => did.push('message'),
    answer: (unknown) => did.push(unknown.kind),
    readOnly,
  };
  const diagnosis = diagnose(diagnosed);
  const thing = nextThing(diagnosis, missingOf(diagnosed, diagnosis), actions);
  thing?.run();
  return thing ? `${thing.label} → ${did.join()}` : 'nothing';
}

test.each([
  [
    'a message that names the SCP',
    document(`${DENIED} with an explicit deny in a service control policy`),
    'Paste the SCP → scp',
  ],
  ['a message that names nothing', document(DENIED), 'Paste the identity-based policy → identity'],
  [
    'a message that names what the policy here lacks',
    document(`${DENIED} because no identity-based policy allows the sqs:SendMessage action`, TWO_SLIPS),
    'Show the policy → policy 0',
  ],
  [
    'a message that names what the policy here lacks by little',
    document(
      `${DENIED} because no identity-based policy allows the sqs:SendMessage action`,
      ONE_QUEUE,
      DENY_WITHOUT_MFA,
    ),
    'Show the statement → policy 0 at its place',
  ],
  [
    'a message that names a Deny which one statement here can be',
    document(`${DENIED} with an explicit deny in a permissions boundary`, DENY_WITHOUT_MFA),
    'Show the statement → policy 0 at its place',
  ],
  [
    'a message that names a Deny which no policy here can be',
    document(`${DENIED} with an explicit deny in an identity-based policy`, ONE_QUEUE),
    'Paste the identity-based policy → identity',
  ],
  [
    'an encoded message',
    document(`${DENIED} Encoded authorization failure message: ${'aB-_9'.repeat(60)}`),
    'Decode the message → message',
  ],
  ['nothing at all', { whydenied: 1 } as const, 'Answer the open question → request'],
  ['a Deny', EXAMPLE_DOCUMENTS['region-guard'], 'Show the statement → policy 1 at its place'],
  ['a near miss', EXAMPLE_DOCUMENTS['list-bucket'], 'Show the statement → policy 0 at its place'],
  ['an open key', EXAMPLE_DOCUMENTS['mfa-unknown'], 'Answer the open question → contextKey'],
  ['an Allow', EXAMPLE_DOCUMENTS['public-bucket'], 'Show the statement → policy 0 at its place'],
])('the next thing to do with %s', (_, diagnosed, expected) => {
  expect(next(diagnosed)).toBe(expected);
});

test('in somebody else’s diagnosis nothing is asked for', () => {
  expect(next(document(DENIED), true)).toBe('Show what is missing → identity');
  expect(next(EXAMPLE_DOCUMENTS['region-guard'], true)).toBe('Show the statement → policy 1 at its place');
});
