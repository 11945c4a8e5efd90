import { expect, it } from 'vitest';
import { Echoes } from './echoes';

it('takes back what was handed out, in order and once', () => {
  const echoes = new Echoes();
  echoes.add('a');
  echoes.add('ab');
  echoes.add('abc');
  expect(echoes.takes('a')).toBe(true);
  expect(echoes.takes('abc')).toBe(true);
  expect(echoes.takes('ab')).toBe(false);
  expect(echoes.takes('abc')).toBe(false);
});

it('forgets what is still out when the text was changed elsewhere', () => {
  const echoes = new Echoes();
  echoes.add('secret');
  expect(echoes.takes('***')).toBe(false);
  expect(echoes.takes('secret')).toBe(false);
});
