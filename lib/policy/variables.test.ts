import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitVariables } from '@/lib/policy/variables';

/** Parts as one text: variables as `<key>` or `<key|default>`, literal characters as `'c'`, valueless ones as `<>`. */
function shown(value: string): string {
  return splitVariables(value)
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'character':
          return `'${part.text}'`;
        case 'variable':
          return `<${part.key}${part.fallback === undefined ? '' : `|${part.fallback}`}>`;
        case 'valueless':
          return '<>';
      }
    })
    .join('');
}

describe('variables in a policy value (C130 to C148)', () => {
  test.each([
    ['plain/*', 'plain/*'],
    ['', ''],
    [`home/\${aws:username}/*`, 'home/<aws:username>/*'],
    [`\${a}\${b}`, '<a><b>'],
    [`\${*}\${?}\${$}`, "'*''?''$'"],
    [`\${aws:PrincipalTag/cost-center}`, '<aws:PrincipalTag/cost-center>'],
    [`\${aws:username, 'nobody'}!`, '<aws:username|nobody>!'],
    [`\${aws:username,'nobody'}`, '<aws:username|nobody>'],
    [`\${k, ''}`, '<k|>'],
    [`\${k, 'a}b'}`, '<k|a}b>'],
    [`\${k, 'a' }c`, '<>c'],
    [`\${k, nobody}c`, '<>c'],
    [`\${}`, '<>'],
    [`\${aws:Principal Tag}`, '<>'],
    [`a\${unclosed`, `a\${unclosed`],
    [`a\${k, 'unclosed`, `a\${k, 'unclosed`],
    [`$\${k}`, '$<k>'],
    [`\${\${k}`, `<\${k>`],
    ['$name {{x}} %y%', '$name {{x}} %y%'],
  ])('%j', (value, want) => {
    expect(shown(value)).toBe(want);
  });
});

test('a value without `${` is one text, and splitting loses nothing of it', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      if (value.includes('${')) return;
      expect(shown(value)).toBe(value);
    }),
  );
});

test('a hundred thousand openings are read at once', () => {
  expect(splitVariables('${'.repeat(50_000))).toHaveLength(1);
  expect(splitVariables(`\${k, '`.repeat(20_000))).toHaveLength(1);
});
