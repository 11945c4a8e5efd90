import { describe, expect, it } from 'vitest';
import { sortPaste } from './sort-paste';

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const MESSAGE =
  'User: arn:aws:iam::111122223333:user/JohnDoe is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acme/1';

describe('a pasted text', () => {
  it.each<readonly [rule: string, text: string, step: Parameters<typeof sortPaste>[1], kind: string, type?: string]>([
    ['a message', MESSAGE, undefined, 'recognised'],
    ['a message in a step for policies', MESSAGE, 'organization', 'recognised'],
    ['a policy on the start page', POLICY, undefined, 'recognised'],
    ['a policy without a type goes to the step that is open', POLICY, 'organization', 'policies', 'scp'],
    ['also to the boundary', POLICY, 'boundary', 'policies', 'boundary'],
    ['steps without policies leave it to the workspace', POLICY, 'message', 'recognised'],
    ['typographic quotes', POLICY.replaceAll('"', '”'), undefined, 'policies', 'identity'],
    ['a lone statement', '{"Effect":"Deny","Action":"*","Resource":"*"}', 'session', 'policies', 'session'],
    ['a link', 'see https://example.org/diagnose/#w=AQAB', undefined, 'recognised'],
    ['some other text', 'hello there', undefined, 'unrecognised'],
    ['other JSON', '{"name":"left-pad"}', undefined, 'unrecognised'],
    ['100,000 levels', '['.repeat(100_000), undefined, 'unrecognised'],
    ['5 MB', 'x'.repeat(5_000_000), undefined, 'refused'],
    ['binary', 'PK\u0003\u0004\0\0', undefined, 'refused'],
  ])('%s', (_rule, text, step, kind, type) => {
    expect(sortPaste(text, step)).toMatchObject({ kind, ...(type && { type }) });
  });
});
