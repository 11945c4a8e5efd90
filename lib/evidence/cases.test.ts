import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { NO_DENIAL, NOT_IAM_IDS } from '@/lib/evidence/forms/not-iam';
import { readYaml } from '@/lib/evidence/notations/yaml';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { broken, DEFORMATIONS, MESSAGE_DEFORMATIONS, WRAPPINGS } from '@/lib/testing/deformations';
import { type MessageCase, type MessageWant, messageCases, textOf, wantOf, wrapped } from '@/lib/testing/message-cases';

// The messages kept as data in `cases/`, in every dress.

const SENTENCES = messageCases('sentences.jsonc');
const WRAPPERS = messageCases('wrappers.jsonc');
const MESSAGES = messageCases('messages.jsonc');
const NO_DENIALS = messageCases('no-denials.jsonc');
const INDEPENDENT = messageCases('independent.jsonc');

/** What goes without saying: a message, denied unless it is said what it is instead, and not said how. */
function whole(want: MessageWant = {}): MessageWant {
  if (want.kind === 'policies' || want.kind === 'identity') return want;
  const other = want.kind === 'message' || want.kind === undefined ? {} : { kind: want.kind };
  const isDenied = !('notIam' in want);
  return { kind: 'message', ...other, isAccessDenied: isDenied, ...(isDenied && { denial: 'unknown' }), ...want };
}

function answerTo(text: string) {
  const { notIamText, policies, others, ...first } = toReadAnswer(readEvidence(text, { yaml: readYaml }));
  const further = Array.isArray(others) ? others.map(({ notIamText: _text, ...other }: MessageWant) => other) : others;
  return { notIamText, policies, answer: { ...first, ...(further !== undefined && { others: further }) } };
}

/** Every field of the answer, and no other; the sentence for people is only there where it has to be. */
function check(text: string, { policies: found = [], ...want }: MessageWant): void {
  const { notIamText, policies, answer } = answerTo(text);
  expect(answer, text).toEqual(want);
  expect(policies, text).toEqual(found);
  if ('notIam' in want) expect(notIamText).toMatch(/^[A-Z].*\.$/s);
  else expect(notIamText).toBeUndefined();
}

const named = (cases: readonly MessageCase[]) => cases.map((one) => [one.name ?? textOf(one), one] as const);

describe('every sentence in every wrapper', () => {
  test.each(named(WRAPPERS))('%s', (_name, wrapper) => {
    for (const sentence of SENTENCES) check(wrapped(wrapper, textOf(sentence)), whole(wantOf(wrapper, sentence)));
  });
});

describe('what surrounds or deforms a text changes nothing of what it says', () => {
  test.each(Object.entries({ ...DEFORMATIONS, ...MESSAGE_DEFORMATIONS }))('%s', (_name, deform) => {
    for (const sentence of SENTENCES) check(deform(textOf(sentence)), whole(sentence.want));
    for (const [place, wrapper] of WRAPPERS.entries()) {
      const sentence = SENTENCES[place % SENTENCES.length];
      if (sentence) check(deform(wrapped(wrapper, textOf(sentence))), whole(wantOf(wrapper, sentence)));
    }
  });
});

// Where a terminal or an editor broke the lines, a break may fall where nothing tells whether it stood between two words.
describe('broken lines', () => {
  const isRight = (text: string, want: MessageWant) => {
    try {
      expect(answerTo(text).answer).toEqual(want);
      return true;
    } catch {
      return false;
    }
  };

  test.each(Object.entries(WRAPPINGS))('%s', (_name, wrap) => {
    const right = WRAPPERS.flatMap((wrapper, place) =>
      [0, 1, 2, 3].map((step) => {
        const sentence = SENTENCES[(place * 4 + step) % SENTENCES.length];
        const text = wrap(wrapped(wrapper, textOf(sentence ?? { text: '' })));
        return isRight(text, whole(wantOf(wrapper, sentence ?? { text: '' })));
      }),
    );
    expect(right.filter((one) => one).length / right.length).toBeGreaterThan(0.95);
  });
});

// The sentence in all of its positions before a terminal's edge: there its own words tell where it goes on.
test.each([72, 80, 100, 120])('broken anywhere at %i columns', (width) => {
  const wrong: string[] = [];
  let all = 0;
  for (const [place, sentence] of SENTENCES.entries())
    for (let shift = place % 5; shift < width; shift += 5) {
      const text = broken(width)(`${'#'.repeat(shift)} ${textOf(sentence)}`);
      all++;
      if (!isDeepStrictEqual(answerTo(text).answer, whole(sentence.want))) wrong.push(text);
    }
  expect(wrong.length, wrong.join('\n\n')).toBeLessThan(all / 250);
});

describe('beside policies', () => {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const json = JSON.stringify(policy);
  const yaml = 'Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: s3:*\n    Resource: "*"';
  // What stands below YAML at its indentation may look like more of it.
  const document: unknown = expect.objectContaining(policy);
  const want = (one: MessageWant) => ({ ...one, policies: [{ document }] });
  test.each([
    ['JSON behind', (text: string) => `${text}\n\n${json}`],
    ['JSON in front', (text: string) => `${json}\n\n${text}`],
    ['YAML behind', (text: string) => `${text}\n\n${yaml}`],
    ['YAML in front', (text: string) => `${yaml}\n\n${text}`],
  ] as const)('%s', (_name, beside) => {
    for (const sentence of SENTENCES) check(beside(textOf(sentence)), want(whole(sentence.want)));
    for (const [place, wrapper] of WRAPPERS.entries()) {
      const sentence = SENTENCES[place % SENTENCES.length];
      if (sentence) check(beside(wrapped(wrapper, textOf(sentence))), want(whole(wantOf(wrapper, sentence))));
    }
  });
});

describe('messages', () => {
  test('there are enough of them', () => expect(MESSAGES.length + SENTENCES.length).toBeGreaterThan(300));
  test.each(named(MESSAGES))('%s', (_name, one) => check(textOf(one), whole(one.want)));
});

describe('pastes of every kind', () => {
  test.each(named(INDEPENDENT))('%s', (_name, one) => check(textOf(one), whole(one.want)));
});

describe('failures that no policy decides', () => {
  test.each(named(NO_DENIALS))('%s', (_name, one) => check(textOf(one), whole(one.want)));

  test('every kind of failure is tried', () => {
    const tried = new Set(NO_DENIALS.map(({ want }) => want?.notIam));
    expect(NOT_IAM_IDS.filter((id) => !tried.has(id))).toEqual([]);
    expect(NOT_IAM_IDS).not.toContain(NO_DENIAL.id);
  });

  const KIM = 'arn:aws:iam::111122223333:user/kim';
  const DENIAL = `User: ${KIM} is not authorized to perform: sns:Publish`;
  const REMARKS: readonly (readonly [remark: string, other: MessageWant])[] = [
    ['The provided token has expired', { notIam: 'expired-credentials' }],
    ['ExpiredToken: The provided token has expired.', { notIam: 'expired-credentials', code: 'ExpiredToken' }],
    ['ThrottlingException: Rate exceeded', { notIam: 'quota', code: 'ThrottlingException' }],
    ['NoSuchKey: The specified key does not exist.', { notIam: 'not-found', code: 'NoSuchKey' }],
    ['ValidationError: Stack with id shop does not exist', { notIam: 'invalid-request', code: 'ValidationError' }],
    [
      'An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
      { notIam: 'not-found', code: 'NoSuchKey', operation: 'GetObject' },
    ],
    [
      'Error from server (Forbidden): pods is forbidden: User "kim" cannot list resource "pods" in API group "" in the namespace "default"',
      { notIam: 'kubernetes-rbac' },
    ],
    ['kim@203.0.113.9: Permission denied (publickey).', { notIam: 'ssh' }],
    [
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      { notIam: 'no-credentials' },
    ],
  ];
  test.each(REMARKS)('beside a denial it is another message: %s', (remark, other) => {
    const others = [{ isAccessDenied: false, ...other }];
    const head = 'An error occurred (AuthorizationError) when calling the Publish operation:';
    for (const paste of [
      `${remark}\n${DENIAL}`,
      `${remark}\n\n$ aws sns publish\n\n${DENIAL}\n`,
      `${DENIAL}\n${remark}`,
    ])
      check(paste, whole({ principal: KIM, action: 'sns:Publish', others }));
    check(
      `${remark}\n${head} ${DENIAL}`,
      whole({ code: 'AuthorizationError', operation: 'Publish', principal: KIM, action: 'sns:Publish', others }),
    );
  });

  // What is not known to be another message: a page's lines together, another product's use of AWS's words, a message that ends open.
  const UNCERTAIN = /^(?:look-alike|web-server|no-denial)$/;
  test.each(
    named(NO_DENIALS).filter(([, one]) => !UNCERTAIN.test(String(one.want?.notIam)) && !textOf(one).endsWith(': ')),
  )('the denial below is told first: %s', (_name, one) => {
    const { answer } = answerTo(`${textOf(one)}\n\n${DENIAL}`);
    const others: unknown = expect.arrayContaining([expect.objectContaining({ notIam: one.want?.notIam })]);
    expect(answer).toEqual({ ...whole({ principal: KIM, action: 'sns:Publish' }), others });
  });

  test('several of them are several messages', () => {
    const ids = (text: string) => readEvidence(text).reports.map(({ notIam }) => notIam);
    expect(ids(`${REMARKS[0]?.[0]}\n${REMARKS[2]?.[0]}\n${DENIAL}\n${REMARKS[7]?.[0]}\n${REMARKS[7]?.[0]}`)).toEqual([
      undefined,
      'expired-credentials',
      'quota',
      'ssh',
    ]);
  });
});

test('a failure and a denial that is whole in itself are two messages', () => {
  const expired =
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
  const denied = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied';
  const later = `${denied}\nUnable to locate credentials`;
  for (const paste of [`${expired}\n${denied}`, later])
    expect(readEvidence(paste).reports.map(({ isAccessDenied }) => isAccessDenied)).toEqual([true, false]);
});
