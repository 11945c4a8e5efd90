import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { DocumentRequest } from '@/lib/diagnosis/schema';
import { SESSION, smallDocument, USER } from '@/lib/testing/small-diagnosis';

/** The fact at a path: its value and where it came from. */
function fact(path: string, request: DocumentRequest, from: Readonly<Record<string, string>> = {}) {
  const { facts } = diagnose(smallDocument({ request, more: { from, unstated: 'unknown' } }));
  const found = facts.filter((one) => one.path === path);
  expect(found.length).toBeLessThan(2);
  return found[0] && `${found[0].value} (${found[0].source})`;
}

describe('every fact says where it came from (R197)', () => {
  test.each<[string, string, DocumentRequest, string | undefined, Readonly<Record<string, string>>?]>([
    ['typed', 'request.principal', {}, `${USER} (typed)`],
    ['from the message', 'request.action', {}, 's3:GetObject (evidence)', { 'request.action': 'evidence:0' }],
    ['filled in', 'request.action', {}, 's3:GetObject (derived)', { 'request.action': 'derived' }],
    [
      'a key typed',
      'request.context.aws:SourceIp',
      { context: { 'aws:SourceIp': '203.0.113.9' } },
      '203.0.113.9 (typed)',
    ],
    ['a list', 'request.context.aws:TagKeys', { context: { 'aws:TagKeys': ['a', 'b'] } }, 'a, b (typed)'],
    [
      'the account of the ARN',
      'request.resourceAccount',
      { resource: 'arn:aws:sqs:eu-west-1:111122223333:q' },
      '111122223333 (derived)',
    ],
    ['the account of a bucket', 'request.resourceAccount', {}, '111122223333 (assumed)'],
    ['the user’s name', 'request.context.aws:username', {}, 'kim (derived)'],
    ['no name of a session', 'request.context.aws:username', { principal: SESSION }, undefined],
    [
      'the role of a session',
      'request.context.aws:PrincipalArn',
      { principal: SESSION },
      'arn:aws:iam::111122223333:role/dev (assumed)',
    ],
    [
      'what is stated is not derived again',
      'request.context.aws:username',
      { context: { 'AWS:USERNAME': 'lee' } },
      undefined,
    ],
  ])('%s', (_name, path, request, want, from) => {
    expect(fact(path, request, from)).toBe(want);
  });
});
