import { expect, test } from 'vitest';
import { fileName } from './save-file';

test.each([
  ['PutItem denied for JohnDoe', 'putitem-denied-for-johndoe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Was ist größer?', 'was-ist-größer'],
  ['***', 'diagnosis'],
])('%s is saved as %s', (title, expected) => {
  expect(fileName(title)).toBe(expected);
});
