import { bench, describe } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { evaluate } from '@/lib/evaluation/evaluate';
import { parsePolicy } from '@/lib/policy/parse';
import { buildRequest } from '@/lib/request/build-request';

// A keystroke has to be answered before the next one: policies of the sizes that AWS stores, and far beyond.

const catalog = builtInCatalog();
const built = buildRequest(
  {
    principal: 'arn:aws:sts::111122223333:assumed-role/dev/s1',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shop/2026/11/cat.png',
    context: { 'aws:UserAgent': 'a'.repeat(10_000) },
  },
  {
    unstatedContext: 'unknown',
    unstatedPolicies: 'absent',
    principalIsServiceLinkedRole: false,
    principalAccountIsManagementAccount: false,
    resourceAccountIsManagementAccount: false,
  },
  catalog,
);

function benchPolicy(name: string, statements: readonly object[]): void {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const document = parsePolicy(text).value;
  const { request } = built.value;
  if (request === undefined || document.statements.length !== statements.length) throw new Error(`${name} is not read`);
  const policy = { index: 0, type: 'identity', name: 'Own', document } as const;
  describe(name, () => {
    bench('read', () => void parsePolicy(text));
    bench('decide', () => void evaluate(request, [policy], { notApplicable: [], incomplete: [] }, catalog));
  });
}

const many = (count: number, statement: (place: number) => object) =>
  Array.from({ length: count }, (_, place) => ({ Effect: place % 5 === 0 ? 'Deny' : 'Allow', ...statement(place) }));

const usual = (place: number) => ({
  Action: ['s3:GetObject*', 's3:ListBucket', 'ec2:Describe*'],
  Resource: [`arn:aws:s3:::team-${place}/*`, `arn:aws:s3:::team-${place}`],
  Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${place}` } },
});

benchPolicy('6,144 characters, the largest managed policy', many(27, usual));
benchPolicy('100,000 characters', many(440, usual));
benchPolicy(
  '10,000 statements',
  many(10_000, (place) => ({ Action: 's3:*', Resource: `arn:aws:s3:::b${place}/*` })),
);
benchPolicy(
  '1,000 statements with six open keys each',
  many(1000, (place) => ({
    Action: '*',
    Resource: '*',
    Condition: {
      StringLikeIfExists: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, `v${place}`])),
    },
  })),
);
benchPolicy(
  'wildcards against 10,000 characters',
  many(20, () => ({
    Action: '*',
    Resource: `*${'a*'.repeat(500)}b`,
    Condition: { StringLike: { 'aws:UserAgent': [`${'*a'.repeat(1000)}b`, `*${'?'.repeat(2000)}b`] } },
  })),
);
