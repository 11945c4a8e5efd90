import { describe, expect, it } from 'vitest';
import type { PolicyType } from '@/lib/iam/policy-type';
import { sortPaste } from './sort-paste';

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const WITH_PRINCIPAL =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}';
const MESSAGE =
  'User: arn:aws:iam::111122223333:user/JohnDoe is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acme/1';

interface Row {
  readonly rule: string;
  readonly text: string;
  readonly expected?: readonly PolicyType[];
  readonly kind: ReturnType<typeof sortPaste>['kind'];
  /** Of the policies, where the text is taken as policies. */
  readonly types?: readonly PolicyType[];
}

const ROWS: readonly Row[] = [
  { rule: 'a message', text: MESSAGE, kind: 'recognised' },
  { rule: 'a message where policies are expected', text: MESSAGE, expected: ['scp', 'rcp'], kind: 'recognised' },
  { rule: 'a policy where nothing is expected', text: POLICY, kind: 'recognised' },
  { rule: 'a policy goes to the step', text: POLICY, expected: ['scp', 'rcp'], kind: 'policies', types: ['scp'] },
  { rule: 'also to the boundary', text: POLICY, expected: ['boundary'], kind: 'policies', types: ['boundary'] },
  { rule: 'two policies', text: `${POLICY}\n${POLICY}`, expected: ['scp'], kind: 'policies', types: ['scp', 'scp'] },
  { rule: 'an RCP has a principal', text: WITH_PRINCIPAL, expected: ['scp', 'rcp'], kind: 'policies', types: ['rcp'] },
  {
    rule: 'an endpoint policy too',
    text: WITH_PRINCIPAL,
    expected: ['session', 'endpoint'],
    kind: 'policies',
    types: ['endpoint'],
  },
  { rule: 'an identity-based policy has none', text: WITH_PRINCIPAL, expected: ['identity'], kind: 'recognised' },
  { rule: 'typographic quotes', text: POLICY.replaceAll('"', '”'), kind: 'recognised' },
  {
    rule: 'a lone statement',
    text: '{"Effect":"Deny","Action":"*","Resource":"*"}',
    expected: ['session'],
    kind: 'policies',
    types: ['session'],
  },
  { rule: 'a link', text: 'see https://example.org/diagnose/#w=AQAB', kind: 'recognised' },
  { rule: 'some other text', text: 'hello there', kind: 'unrecognised' },
  { rule: 'other JSON', text: '{"name":"left-pad"}', kind: 'unrecognised' },
  { rule: '100,000 levels', text: '['.repeat(100_000), kind: 'unrecognised' },
  { rule: '5 MB', text: 'x'.repeat(5_000_000), kind: 'refused' },
  { rule: '50 MB', text: 'x'.repeat(50_000_000), kind: 'refused' },
  { rule: 'names of policies', text: '{"PolicyNames":["Read"]}', expected: ['scp'], kind: 'recognised' },
  { rule: 'binary', text: 'PK\u0003\u0004\0\0', kind: 'refused' },
];

describe('a pasted text', () => {
  it.each(ROWS)('$rule', ({ text, expected, kind, types }) => {
    const sorted = sortPaste(text, expected);
    expect(sorted.kind).toBe(kind);
    if (sorted.kind === 'policies') expect(sorted.policies.map(({ type }) => type)).toEqual(types);
  });
});
