import { expect, test } from 'vitest';
import { openCatalog } from '@/lib/catalog/open-catalog';
import { encodeCatalog } from './encode.mjs';

type Data = Parameters<typeof encodeCatalog>[0];

const action = (fields: Partial<Data['services'][number]['actions'][number]> = {}) => ({
  name: 'Get',
  levels: ['Read'],
  keys: [],
  types: [],
  dependents: [],
  ...fields,
});
const data = (fields: Partial<Data['services'][number]> = {}): Data => ({
  from: 'a test',
  date: '2026-01-31',
  services: [{ prefix: 'x', name: 'X', rcp: true, keys: [], types: [], actions: [action()], ...fields }],
});

test('what is written is read again', () => {
  const written = encodeCatalog(
    data({
      keys: [
        { name: 'aws:TagKeys', type: 'ArrayOfString' },
        { name: 'x:Role', type: 'ARN' },
        { name: 'saml:aud', type: 'String' },
      ],
      types: [{ name: 'big thing', arn: 'arn:aws:x:::thing/*', keys: ['saml:aud'] }],
      actions: [
        action({
          levels: ['Tagging', 'Write'],
          keys: ['x:Role'],
          types: [{ name: 'big thing', required: true, keys: ['aws:TagKeys'] }],
          dependents: ['iam:PassRole', 'kms:Decrypt'],
        }),
      ],
    }),
  );
  const catalog = openCatalog(JSON.parse(JSON.stringify(written)));
  const names = (keys: readonly { readonly name: string }[] = []) => keys.map(({ name }) => name);
  const read = catalog?.action('x:get');
  expect(read).toMatchObject({ levels: ['Tagging', 'Write'], dependentActions: ['iam:PassRole', 'kms:Decrypt'] });
  expect(names(read?.keys)).toEqual(['x:Role']);
  expect(read?.resources).toMatchObject([{ required: true, type: { name: 'big thing', arn: 'arn:aws:x:::thing/*' } }]);
  expect(names(read?.resources[0]?.keys)).toEqual(['aws:TagKeys', 'saml:aud']);
  expect(catalog?.key('x:role')).toEqual({ name: 'x:Role', type: 'ARN', isMultivalued: false });
  expect(catalog?.key('saml:aud')).toMatchObject({ type: 'String' });
  expect(catalog?.key('aws:tagkeys')).toMatchObject({ isMultivalued: true });
  expect([catalog?.rcpCovers('x'), catalog?.date]).toEqual([true, '2026-01-31']);
});

test('the same data makes the same file', () => {
  expect(JSON.stringify(encodeCatalog(data()))).toBe(JSON.stringify(encodeCatalog(data())));
});

test.each([
  ['an access level', data({ actions: [action({ levels: ['Own'] })] }), '`Own`'],
  ['a type of values', data({ keys: [{ name: 'x:k', type: 'Colour' }] }), '`Colour`'],
  ['a key', data({ actions: [action({ keys: ['x:none'] })] }), '`x:none`'],
  ['a resource type', data({ actions: [action({ types: [{ name: 'none', required: true, keys: [] }] })] }), '`none`'],
  ['a separator', data({ types: [{ name: 'a|b', arn: '', keys: [] }] }), '`a|b`'],
])('%s that is not known is no silent loss', (_name, odd, said) => {
  expect(() => encodeCatalog(odd)).toThrow(said);
});
