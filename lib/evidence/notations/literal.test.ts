import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLiteral } from '@/lib/evidence/notations/literal';
import { variable } from '@/lib/testing/small-diagnosis';
import { printJson } from '@/lib/text/json';

function read(text: string): unknown {
  const literal = readLiteral(text, 0);
  return literal && (JSON.parse(printJson(literal.node)) as unknown);
}

describe('objects as programs write them', () => {
  test.each<readonly [string, string, unknown]>([
    ['JSON', '{"a": ["b", 1, true, null]}', { a: ['b', 1, true, null] }],
    ['Python', "{'a': ['b', True, False, None], 'c': (\n 'd' \n 'e'),}", { a: ['b', true, false, null], c: 'de' }],
    ['a tuple', "{'a': ('b', 'c')}", { a: ['b', 'c'] }],
    ['dict()', "dict(a='b', c=[dict(d=1)])", undefined],
    ['within an object', "{'x': dict(a='b', c=[dict(d=1)])}", { x: { a: 'b', c: [{ d: 1 }] } }],
    ['JavaScript', '{ a: `b`, "c": \'d\', /* x */ e: 1, // y\n }', { a: 'b', c: 'd', e: 1 }],
    ['TypeScript', '{ a: "Allow" as const, b: ["x"] as string[] }', { a: 'Allow', b: ['x'] }],
    ['Terraform', '{\n  a = "b"\n  # c\n  d = ["e",\n  "f"]\n  "g" : "h"\n}', { a: 'b', d: ['e', 'f'], g: 'h' }],
    ['blocks', '{\n  p { type = "AWS" }\n  q "n" {\n x = 1\n }\n}', { p: { type: 'AWS' }, q: { x: 1 } }],
    ['Ruby', '{ "a" => "b", :c => "d" }', { a: 'b' }],
    ['PHP', "{'x': ['a' => 'b', 'c' => ['d']]}", { x: { a: 'b', c: ['d'] } }],
    ['a heredoc', '{\n  a = <<-EOT\n    {"b": 1}\n  EOT\n  c = "d"\n}', { a: '    {"b": 1}\n', c: 'd' }],
    [
      'calls around a value',
      '{ a = jsonencode({ b = "c" })\n d: JSON.stringify({e: 1}, null, 2) }',
      { a: { b: 'c' }, d: { e: 1 } },
    ],
    ['a sum', '{ a: "b" + "c" + d.e + "/*" }', { a: `bc${variable('d.e')}/*` }],
    ['escapes', String.raw`{ a: "b\"c\\d\u0041" }`, { a: 'b"c\\dA' }],
    ['a raw text', String.raw`{'a': r'b\d'}`, { a: String.raw`b\d` }],
  ])('%s', (_name, text, want) => expect(read(text)).toEqual(want));
});

describe('what is no value stands as an open reference', () => {
  test.each<readonly [string, string, unknown]>([
    ['a name', '{ a = aws_s3_bucket.b.arn\n c: d }', { a: variable('aws_s3_bucket.b.arn'), c: variable('d') }],
    ['a call', '{ a: bucket.arnForObjects("*"), b: 1 }', { a: variable('bucket.arnForObjects(*)'), b: 1 }],
    ['a choice', '{ a: x ? "b" : "c" }', { a: variable('x?b;c') }],
    ['a format', '{ a: "b%s" % c }', { a: variable('b%s%c') }],
    [
      'within a text of Terraform',
      `{ a = "\${aws_s3_bucket.b.arn}/*" }`,
      { a: `${variable('aws_s3_bucket.b.arn')}/*` },
    ],
    ['with a text inside', `{ a = "x\${replace(y, "}", "")}z" }`, { a: `x${variable('replace(y;;)')}z` }],
    ['within a template', `{ a: \`${variable('bucket.arn')}/*\` }`, { a: `${variable('bucket.arn')}/*` }],
    ['within an f-string', "{'a': f'arn:{bucket}/{{x}}/*'}", { a: `arn:${variable('bucket')}/{x}/*` }],
    ['a shorthand', '{ Version, b: 1 }', { Version: variable('Version'), b: 1 }],
  ])('%s', (_name, text, want) => expect(read(text)).toEqual(want));
});

describe('policy variables stay', () => {
  test.each([
    [`{ a = "home/$${variable('aws:username')}/*" }`],
    [`{ a: "home/\${aws:username}/*" }`],
    [`{ a: 'home/${variable('aws:username')}/*' }`],
  ])('%s', (text) => expect(read(text)).toEqual({ a: `home/${variable('aws:username')}/*` }));
});

test.each([
  '{',
  '{ a: ',
  '{ a: "b }',
  '{ a: [1, 2 }',
  '[',
  '{ a = <<X\n b',
  '{'.repeat(200),
  '[{a:'.repeat(100),
  '{ a: b(',
])('what does not close is not read: %j', (text) => expect(readLiteral(text, 0)).toBeUndefined());

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '`',
  ',',
  ':',
  '=',
  '=>',
  '\n',
  ' ',
  'a',
  '1',
  '${',
  '$${',
  '#',
  '//',
  '/*',
  '\\',
  '<<X\n',
  'jsonencode(',
  'dict(',
  '+',
  '.',
  '...',
];

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
      const text = `{${pieces.join('')}`;
      const literal = readLiteral(text, 0);
      if (literal) expect(literal.end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each(PIECES)('long texts of %j take no time', (piece) => {
  const start = performance.now();
  readLiteral(`{ a: ${piece.repeat(200_000 / piece.length)}`, 0);
  readLiteral(`{ a: [${`${piece}"x",`.repeat(40_000)}`, 0);
  // Generous: what is not linear takes minutes on these.
  expect(performance.now() - start).toBeLessThan(20_000);
});
