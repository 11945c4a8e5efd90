// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type * as Meeting from '@/lib/text/patterns-meet';
import type * as Wildcards from '@/lib/text/wildcard';

// How many characters the matching looks at, counted: what holds of hostile patterns on a fast machine holds on a slow one.

const counted = vi.hoisted(() => {
  let characters = 0;
  return {
    look: (more: number) => {
      characters += more;
    },
    reset: () => {
      characters = 0;
    },
    total: () => characters,
  };
});

vi.mock('@/lib/text/wildcard', async (load) => {
  const real = await load<typeof Wildcards>();
  const textMatcher: typeof real.textMatcher = (pattern) => {
    const matches = real.textMatcher(pattern);
    return (text) => matches(text, counted.look);
  };
  const wildcardMatcher: typeof real.wildcardMatcher = (written) => {
    const matches = real.wildcardMatcher(written);
    return (text) => matches(text, counted.look);
  };
  return {
    ...real,
    textMatcher,
    wildcardMatcher,
    matchesPattern: (pattern: Wildcards.Pattern, text: string) => textMatcher(pattern)(text),
  };
});
vi.mock('@/lib/text/patterns-meet', async (load) => {
  const real = await load<typeof Meeting>();
  return {
    ...real,
    patternsMeet: (...[left, right]: Parameters<typeof real.patternsMeet>) =>
      real.patternsMeet(left, right, counted.look),
  };
});

beforeEach(counted.reset);

const USER = 'arn:aws:iam::111122223333:user/kim';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/dev/s1';

interface Question {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly statement: object;
}

/** How many characters are looked at to decide one statement of one policy, mode `unknown`. */
function looks(question: Question): number {
  const {
    principal = USER,
    action = 's3:GetObject',
    resource = 'arn:aws:s3:::b/k',
    context = {},
    statement,
  } = question;
  counted.reset();
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } };
  const request = { principal, action, resource, context };
  const { verdict } = diagnose({
    whydenied: 1,
    request,
    notApplicable: ['rcp', 'scp', 'endpoint', 'resource', 'boundary', 'session'],
    policies: [{ type: 'identity', document }],
  });
  expect(verdict.decision).toBe('implicitDeny');
  return counted.total();
}

const STARS = 10;
/** Ten stars, of which each has as many places to begin as there are characters; the last one fits none. */
const hostile = (head: string) => `${head}${'*a'.repeat(STARS)}*b`;
const hostileMarks = (head: string) => `${head}${'*a?'.repeat(STARS)}*ab?`;
/** Fits up to its last character wherever it begins. */
const hostileStretch = (head: string) => `${head}*${'a?'.repeat(2 * STARS)}b`;

const KINDS: readonly (readonly [string, (pattern: (head: string) => string, text: string) => Question])[] = [
  [
    'Resource',
    (pattern, text) => ({ resource: `arn:aws:s3:::${text}`, statement: { Resource: pattern('arn:aws:s3:::') } }),
  ],
  ['Action', (pattern, text) => ({ action: `s3:${text}`, statement: { Action: pattern('s3:') } })],
  [
    'StringLike',
    (pattern, text) => ({
      context: { 'aws:UserAgent': text },
      statement: { Condition: { StringLike: { 'aws:UserAgent': pattern('') } } },
    }),
  ],
  [
    'a variable with a value',
    (pattern, text) => ({
      context: { 'aws:UserAgent': text, 'aws:PrincipalTag/t': 'aa' },
      statement: { Condition: { StringLike: { 'aws:UserAgent': pattern('${aws:PrincipalTag/t}') } } },
    }),
  ],
  [
    'a variable that nobody knows',
    (pattern, text) => ({
      context: { 'aws:UserAgent': text },
      statement: { Condition: { StringLike: { 'aws:UserAgent': pattern('${aws:PrincipalTag/t}a') } } },
    }),
  ],
  [
    'a resource with a variable that nobody knows',
    (pattern, text) => ({
      resource: `arn:aws:s3:::${text}`,
      statement: { Resource: pattern('arn:aws:s3:::${aws:PrincipalTag/t}') },
    }),
  ],
  [
    'ArnLike',
    (pattern, text) => ({
      context: { 'lambda:SourceFunctionArn': `arn:aws:lambda:eu-west-1:111122223333:${text}` },
      statement: { Condition: { ArnLike: { 'lambda:SourceFunctionArn': pattern('arn:aws:*:*:*:') } } },
    }),
  ],
  [
    'ArnLike within a part',
    (pattern, text) => ({
      context: { 'lambda:SourceFunctionArn': `arn:aws:${text}:eu-west-1:111122223333:x` },
      statement: { Condition: { ArnLike: { 'lambda:SourceFunctionArn': `${pattern('arn:aws:')}:*:*:*` } } },
    }),
  ],
  [
    'ArnLike with a variable that nobody knows',
    (pattern, text) => ({
      context: { 'lambda:SourceFunctionArn': `arn:aws:lambda:eu-west-1:111122223333:${text}` },
      statement: {
        Condition: { ArnLike: { 'lambda:SourceFunctionArn': pattern('arn:aws:*a:${aws:PrincipalTag/t}') } },
      },
    }),
  ],
  [
    'the ARN of a role whose path is not known',
    (pattern, text) => ({
      principal: `arn:aws:sts::111122223333:assumed-role/${text}/s1`,
      statement: { Condition: { ArnLike: { 'aws:PrincipalArn': pattern('arn:aws:iam::*:role/') } } },
    }),
  ],
  [
    'the same as a text',
    (pattern, text) => ({
      principal: `arn:aws:sts::111122223333:assumed-role/${text}/s1`,
      statement: { Condition: { StringLike: { 'aws:PrincipalArn': pattern('arn:*:role/') } } },
    }),
  ],
  [
    'the user ID of a session',
    (pattern, text) => ({
      principal: `arn:aws:sts::111122223333:assumed-role/dev/${text}`,
      statement: { Condition: { StringLike: { 'aws:userid': pattern('A*:') } } },
    }),
  ],
];

describe.each([
  ['ten stars', hostile],
  ['ten stars and question marks', hostileMarks],
  ['a star and a long stretch', hostileStretch],
])('%s look at no more characters than pattern times text', (_name, pattern) => {
  describe.each(KINDS)('%s', (_kind, ask) => {
    test.each([60, 400, 1900])('%i characters', (length) => {
      const characters = looks(ask(pattern, 'a'.repeat(length)));
      expect(characters).toBeGreaterThan(0);
      expect(characters).toBeLessThanOrEqual(8 * pattern('arn:aws:s3:::').length * (length + 40));
    });
  });
});

test('four thousand characters', () => {
  const text = 'a'.repeat(4000);
  for (const [, ask] of KINDS.slice(0, 9)) {
    for (const pattern of [hostile, hostileMarks, hostileStretch]) {
      expect(looks(ask(pattern, text))).toBeLessThanOrEqual(8 * pattern('arn:aws:s3:::').length * 4040);
    }
  }
});

describe('a policy of half a megabyte takes no more than a few looks a character', () => {
  const stars = '*a'.repeat(250_000);
  test.each<[string, string, object]>([
    [
      'a role whose path is not known, as ARN',
      SESSION,
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${stars}*b` } },
    ],
    ['a role whose path is not known, as text', SESSION, { StringLike: { 'aws:PrincipalArn': `${stars}*b` } }],
    ['a session’s user ID', SESSION, { StringLike: { 'aws:userid': `${stars}*b` } }],
    [
      'stars in every part',
      SESSION,
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:${stars}:${stars.slice(0, 9)}:*:role/b` } },
    ],
    [
      'behind a variable that nobody knows',
      SESSION,
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:${stars}\${s3:prefix}:b` } },
    ],
  ])('%s', (_name, principal, Condition) => {
    expect(looks({ principal, statement: { Condition } })).toBeLessThan(4_000_000);
  });
});
