import { describe, expect, test } from 'vitest';
import { arranged, type GroupOrder } from '@/lib/cloudtrail/arrange';
import { isTrailFile } from '@/lib/cloudtrail/file-names';
import type { DenialGroup } from '@/lib/cloudtrail/group';
import { groupTable } from '@/lib/cloudtrail/group-table';

const GROUPS: readonly DenialGroup[] = [
  {
    count: 9,
    denial: 'implicit',
    policyType: 'identity',
    action: 's3:GetObject',
    principal: 'arn:aws:iam::111122223333:role/dev',
    resource: 'arn:aws:s3:::shop/*',
    code: 'AccessDenied',
    first: Date.UTC(2026, 2, 1),
    last: Date.UTC(2026, 2, 2),
    sample: '{}',
  },
  {
    count: 4,
    denial: 'explicit',
    policyType: 'scp',
    action: 'ec2:RunInstances',
    principal: '=cmd|calc',
    last: Date.UTC(2026, 2, 3),
    sample: '{}',
  },
  { count: 4, denial: 'unknown', action: '-1+1', resource: 'a,"b"', sample: '{}' },
];

test('a table for spreadsheets, in which nothing runs', () => {
  expect(groupTable(GROUPS).split('\r\n')).toEqual([
    'denials,first,last,principal,action,resource,reason,policy type,policy ARN,error code',
    '9,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,arn:aws:iam::111122223333:role/dev,s3:GetObject,arn:aws:s3:::shop/*,No identity-based policy allows it,identity,,AccessDenied',
    `4,,2026-03-03T00:00:00Z,"'=cmd|calc",ec2:RunInstances,,Denied by an SCP,scp,,`,
    `4,,,,"'-1+1","a,""b""",AWS does not say why,,,`,
    '',
  ]);
});

describe('filter and order', () => {
  const byCount: GroupOrder = { by: 'count', isDescending: true };
  test.each<readonly [string, string, GroupOrder, readonly number[]]>([
    ['everything', '', byCount, [0, 1, 2]],
    ['a word', 'SHOP', byCount, [0]],
    ['several words, in any field', ' scp  runinstances ', byCount, [1]],
    ['a word of the reason', 'say why', byCount, [2]],
    ['nothing', 'nobody', byCount, []],
    ['fewest first, equal ones in their order', '', { by: 'count', isDescending: false }, [1, 2, 0]],
    ['by action', '', { by: 'action', isDescending: false }, [2, 1, 0]],
    ['by caller, backwards', '', { by: 'principal', isDescending: true }, [0, 1, 2]],
    ['by reason', '', { by: 'reason', isDescending: false }, [2, 1, 0]],
    ['the latest first', '', { by: 'last', isDescending: true }, [1, 0, 2]],
  ])('%s', (_name, filter, order, want) => {
    expect(arranged(GROUPS, filter, order).map((group) => GROUPS.indexOf(group))).toEqual(want);
  });
});

test.each([
  ['AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/01/a.json.gz', true],
  ['AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/01/a.json.gz', false],
  ['result.csv', true],
  ['.DS_Store', false],
])('%s: %s', (path, want) => expect(isTrailFile(path)).toBe(want));
