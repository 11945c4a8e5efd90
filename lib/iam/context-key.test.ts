import { expect, test } from 'vitest';
import { keyId, keyPrefix, lacksTagKey } from '@/lib/iam/context-key';

test.each([
  ['aws:RequestTag/TEAM', 'aws:requesttag/team', 'aws', false],
  ['kms:EncryptionContext:Project', 'kms:encryptioncontext:project', 'kms', false],
  ['aws:RequestTag', 'aws:requesttag', 'aws', true],
  ['aws:ResourceTag/', 'aws:resourcetag/', 'aws', true],
  ['plain', 'plain', '', false],
])('%s: compared as %s (C12), prefix %j, lacks its tag %s (C16)', (key, id, prefix, lacks) => {
  expect([keyId(key), keyPrefix(key), lacksTagKey(key)]).toEqual([id, prefix, lacks]);
});
