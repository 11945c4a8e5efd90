import { describe, expect, test } from 'vitest';
import { parsePolicy } from '@/lib/policy/parse';
import { cut, markedText } from '@/lib/testing/marked-text';

/** Reads a policy whose problems point to the marked stretches, in this order, under these codes. */
function check(marked: string, codes: readonly string[], statements: number, broken = 0): void {
  const { text, ranges } = markedText(marked);
  const { value, problems } = parsePolicy(text);
  expect(problems.map((problem) => problem.code)).toEqual(codes);
  expect(problems.flatMap((problem) => problem.range ?? [])).toEqual(ranges);
  expect([value.statements.length, value.broken.length]).toEqual([statements, broken]);
}

const S = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';

describe('the document', () => {
  test.each<[string, string, readonly string[], number]>([
    ['a list of statements', `{ "Version": "2012-10-17", "Id": "x", "Statement": [${S}, ${S}] }`, [], 2],
    ['a lone statement (R141)', `{ "Statement": ${S} }`, [], 1],
    ['an empty list', '{ "Statement": [] }', [], 0],
    ['another version (R140)', `{ "Version": «"2024-01-01"», "Statement": ${S} }`, ['policy-version'], 1],
    ['a version that is no text', `{ "Version": «2012», "Statement": ${S} }`, ['policy-version'], 1],
    ['an unknown member is ignored (R144)', `{ «"Statements"»: [], "Statement": ${S} }`, ['unknown-policy-element'], 1],
    [
      'of a repeated member the last counts (R145)',
      `{ «"Statement"»: [], "Statement": [${S}] }`,
      ['repeated-element'],
      1,
    ],
  ])('%s', (_name, marked, codes, statements) => check(marked, codes, statements));

  test.each([
    ['no version counts as the old one', `{ "Statement": ${S} }`, '2008-10-17'],
    ['the new one', `{ "Version": "2012-10-17", "Statement": ${S} }`, '2012-10-17'],
    ['anything else as the old one', `{ "Version": "2012-10-18", "Statement": ${S} }`, '2008-10-17'],
  ])('%s', (_name, text, version) => {
    expect(parsePolicy(text).value.version).toBe(version);
  });
});

describe('a text that is no policy says what it is instead', () => {
  test.each([
    ['nothing', ' \n ', 'policy-empty'],
    ['a list', '[{}]', 'policy-list'],
    ['a number', '1', 'policy-scalar'],
    ['a word in quotes', '"hello"', 'policy-string'],
    ['an object', '{ "a": 1 }', 'policy-statement-missing'],
    ['a bare statement', S, 'policy-bare-statement'],
    ['an element in another letter case', `{ "statement": ${S} }`, 'policy-statement-case'],
    ['100,000 levels', '{"a":'.repeat(100_000), 'json-too-deep'],
    ['5 MB', 'x'.repeat(5_000_000), 'json-too-large'],
    ['binary', 'PNG\0\0', 'json-binary'],
  ])('%s', (_name, text, code) => {
    const { value, problems } = parsePolicy(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect([value.readable, value.statements]).toEqual([false, []]);
  });

  test.each([
    ['a typographic policy is read all the same', S.replaceAll('"', '”'), 'policy-bare-statement'],
    ['a policy with a trailing comma', `{ "Statement": [${S},] }`, 'json-trailing-comma'],
    ['two policies in one text', `{ "Statement": ${S} }\n{ "Statement": ${S} }`, 'json-rest'],
  ])('%s', (_name, text, code) => {
    expect(parsePolicy(text).problems.map((problem) => problem.code)).toContain(code);
  });
});

describe('a policy is found in what it is wrapped in (R146)', () => {
  const policy = `{ "Version": "2012-10-17", "Statement": [${S}] }`;
  test.each([
    ['the answer of get-policy-version', `{ "PolicyVersion": { "Document": ${policy} } }`],
    ['the answer of get-role', `{ "Role": { "AssumeRolePolicyDocument": ${policy} } }`],
    ['the answer of get-bucket-policy', JSON.stringify({ Policy: policy })],
    ['the answer of describe-policy', JSON.stringify({ Policy: { Content: policy } })],
    ['the answer of get-queue-attributes', JSON.stringify({ Attributes: { Policy: policy } })],
    ['a string', JSON.stringify(policy)],
    ['percent-encoding', encodeURIComponent(policy)],
  ])('%s', (_name, text) => {
    const { value } = parsePolicy(text);
    expect(value.statements).toHaveLength(1);
    const [written] = cut(text, [value.statements[0]?.range ?? { start: 0, end: 0 }]);
    // Whatever the dress, the stretch of the outer text is the statement's.
    const bare = written?.startsWith('%') ? decodeURIComponent(written) : written?.replaceAll('\\"', '"');
    expect(bare).toBe(S);
  });
});

describe('a broken statement never hides its neighbours (R147)', () => {
  const around = (statement: string) => `{ "Statement": [${S}, ${statement}, ${S}] }`;
  test.each<[string, string, readonly string[]]>([
    ['no object', '«3»', ['statement-no-object']],
    ['no Effect', '«{ "Action": "*", "Resource": "*" }»', ['effect-missing']],
    ['an Effect of another spelling', '{ "Effect": «"allow"», "Action": "*", "Resource": "*" }', ['effect-value']],
    ['an Effect that is no text', '{ "Effect": «true», "Action": "*", "Resource": "*" }', ['effect-value']],
    ['no Action', '«{ "Effect": "Deny", "Resource": "*" }»', ['statement-no-action']],
    [
      'both of a pair',
      '{ "Effect": "Deny", "Action": "*", «"NotAction"»: "*", "Resource": "*" }',
      ['exclusive-elements'],
    ],
    ['an Action that is no text', '{ "Effect": "Deny", «"Action": 1», "Resource": "*" }', ['element-value']],
    ['a nested list', '{ "Effect": "Deny", "Action": "*", «"Resource": [["*"]]» }', ['element-value']],
    [
      'an element misspelt (R144)',
      '{ "Effect": "Deny", "Action": "*", "Resource": "*", «"condition"»: {} }',
      ['unknown-element'],
    ],
    [
      'a Principal of another shape (R12)',
      '{ "Effect": "Deny", «"Principal": "arn"», "Action": "*" }',
      ['element-value'],
    ],
    [
      'a kind of principal misspelt',
      '{ "Effect": "Deny", «"Principal": { "aws": "*" }», "Action": "*" }',
      ['element-value'],
    ],
  ])('%s', (_name, statement, codes) => check(around(statement), codes, 2, 1));

  test.each<[string, string, readonly string[]]>([
    ['a Sid that is no text', '{ "Sid": «1», "Effect": "Deny", "Action": "*", "Resource": "*" }', ['sid-no-text']],
    [
      'a repeated Effect',
      '{ «"Effect"»: "Deny", "Effect": "Deny", "Action": "*", "Resource": "*" }',
      ['repeated-element'],
    ],
    [
      'a repeated Action',
      '{ "Effect": "Deny", «"Action"»: "a:b", "Action": "*", "Resource": "*" }',
      ['repeated-element'],
    ],
    [
      'a repeated Condition',
      '{ "Effect": "Deny", "Action": "*", "Condition": {}, «"Condition"»: {} }',
      ['repeated-element'],
    ],
    [
      'a repeated operator (C11)',
      '{ "Effect": "Deny", "Action": "*", "Condition": { "Bool": {}, «"Bool"»: {} } }',
      ['condition-repeated'],
    ],
    [
      'a key in two spellings (C15)',
      '{ "Effect": "Deny", "Action": "*", "Condition": { "Bool": { "a:B": 1, «"A:b"»: 1 } } }',
      ['condition-repeated'],
    ],
    [
      'a Condition of another shape (C2)',
      '{ "Effect": "Deny", "Action": "*", «"Condition": []» }',
      ['condition-shape'],
    ],
    [
      'an operator of another shape',
      '{ "Effect": "Deny", "Action": "*", "Condition": { «"Bool": "x"» } }',
      ['condition-operator-shape'],
    ],
    [
      'a value that is none (C19)',
      '{ "Effect": "Deny", "Action": "*", "Condition": { "Bool": { "a": «null» } } }',
      ['condition-value'],
    ],
  ])('%s: said, and the statement used', (_name, statement, codes) => check(around(statement), codes, 3));

  test('a misspelt element names the one that was meant', () => {
    const said = (name: string) =>
      parsePolicy(`{ "Statement": { "Effect": "Deny", "Action": "*", "${name}": {} } }`).problems.map(
        (one) => one.message,
      );
    expect(said('condition')[0]).toContain('Did you mean `Condition`?');
    expect(said('Conditions')[0]).toContain('Did you mean `Condition`?');
    expect(said('Not-Resource')[0]).toContain('Did you mean `NotResource`?');
    expect(said('Grants')[0]).not.toContain('Did you mean');
  });

  test('a broken statement keeps its place and, where it can be read, its effect', () => {
    const { broken } = parsePolicy(around('{ "Effect": "Deny", "Resource": "*" }')).value;
    expect(broken).toMatchObject([{ index: 1, effect: 'Deny' }]);
  });
});

describe('a half-typed policy gives its readable statements', () => {
  const { text } = markedText(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AllowReads",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": "arn:aws:s3:::shop/*"
    },
    {
      "Sid": "DenyOutsideEU",
      "Effect": "Deny",
      "NotAction": "iam:*",
      "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-north-1"] } }
    }
  ]
}`);
  const firstEnds = text.indexOf('},') + 1;

  test('at every prefix: never an exception, never a statement less', () => {
    let most = 0;
    for (let end = 0; end <= text.length; end++) {
      const { value, problems } = parsePolicy(text.slice(0, end));
      expect(problems.length > 0 || end === text.length).toBe(true);
      if (end >= firstEnds) expect(value.statements[0]?.sid?.value).toBe('AllowReads');
      const whole = value.statements.filter((statement) => statement.range.end < end).length;
      expect(whole).toBeGreaterThanOrEqual(most);
      most = Math.max(most, whole);
    }
    expect(most).toBe(2);
  });

  test('with any one character of the second statement missing, the first stays', () => {
    for (let at = firstEnds; at < text.length; at++) {
      const { value } = parsePolicy(text.slice(0, at) + text.slice(at + 1));
      expect(value.statements[0]?.sid?.value).toBe('AllowReads');
    }
  });
});

test('every range cut from the text is the value it names', () => {
  const { text, ranges } = markedText(
    '{ "Statement": «{ "Sid": «"One"», "Effect": «"Deny"», «"Principal": { "AWS": «"*"» }», «"Action": [«"a:b"»]», «"NotResource": «"c"»», «"Condition": { «"Bool": { «"k": [«true»]» }» }» }» }',
  );
  const [statement] = parsePolicy(text).value.statements;
  const { sid, effect, principal, action, resource, conditions } = statement ?? {};
  const [condition] = conditions ?? [];
  const [operator] = condition?.operators === 'unreadable' ? [] : (condition?.operators ?? []);
  const [key] = operator?.keys === 'unreadable' ? [] : (operator?.keys ?? []);
  expect([
    statement?.range,
    sid?.range,
    effect?.range,
    principal?.range,
    principal?.entries[0]?.text.range,
    action?.range,
    action?.patterns[0]?.range,
    resource?.range,
    resource?.patterns[0]?.range,
    condition?.range,
    operator?.range,
    key?.range,
    key?.values[0]?.range,
  ]).toEqual(ranges);
});

test('names in sentences show the characters that would turn or end them', () => {
  const name = 'Eff\u202eect`';
  const shown = "`Eff\\u202eect'`";
  const condition = (inside: string) =>
    `{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": ${inside} } }`;
  for (const text of [
    `{ "Statement": [], "${name}": 1 }`,
    `{ "Statement": { "${name}": "Allow" } }`,
    condition(`{ "${name}": 1 }`),
    condition(`{ "Bool": { "${name}": "true", "${name}": "true" } }`),
    `{ "Statement": { "Effect": "Allow", "Principal": { "${name}": "*" }, "Action": "*" } }`,
  ]) {
    expect(
      parsePolicy(text)
        .problems.map(({ message }) => message)
        .join(' '),
    ).toContain(shown);
  }
});
