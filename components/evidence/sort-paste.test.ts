import { describe, expect, it } from 'vitest';
import type { StepId } from '@/lib/guidance/step';
import { sortPaste } from './sort-paste';

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const MESSAGE =
  'User: arn:aws:iam::111122223333:user/JohnDoe is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acme/1';

interface Row {
  readonly rule: string;
  readonly text: string;
  readonly step?: StepId;
  readonly kind: ReturnType<typeof sortPaste>['kind'];
  readonly type?: string;
}

const ROWS: readonly Row[] = [
  { rule: 'a message', text: MESSAGE, kind: 'recognised' },
  { rule: 'a message in a step for policies', text: MESSAGE, step: 'organization', kind: 'recognised' },
  { rule: 'a policy on the start page', text: POLICY, kind: 'recognised' },
  {
    rule: 'a policy without a type goes to the step that is open',
    text: POLICY,
    step: 'organization',
    kind: 'policies',
    type: 'scp',
  },
  { rule: 'also to the boundary', text: POLICY, step: 'boundary', kind: 'policies', type: 'boundary' },
  { rule: 'steps without policies leave it to the workspace', text: POLICY, step: 'message', kind: 'recognised' },
  { rule: 'typographic quotes', text: POLICY.replaceAll('"', '”'), kind: 'policies', type: 'identity' },
  {
    rule: 'a lone statement',
    text: '{"Effect":"Deny","Action":"*","Resource":"*"}',
    step: 'session',
    kind: 'policies',
    type: 'session',
  },
  { rule: 'a link', text: 'see https://example.org/diagnose/#w=AQAB', kind: 'recognised' },
  { rule: 'some other text', text: 'hello there', kind: 'unrecognised' },
  { rule: 'other JSON', text: '{"name":"left-pad"}', kind: 'unrecognised' },
  { rule: '100,000 levels', text: '['.repeat(100_000), kind: 'unrecognised' },
  { rule: '5 MB', text: 'x'.repeat(5_000_000), kind: 'refused' },
  { rule: 'binary', text: 'PK\u0003\u0004\0\0', kind: 'refused' },
];

describe('a pasted text', () => {
  it.each(ROWS)('$rule', ({ text, step, kind, type }) => {
    expect(sortPaste(text, ...(step ? [step] : []))).toMatchObject({ kind, ...(type && { type }) });
  });
});
