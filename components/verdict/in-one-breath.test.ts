import { expect, test } from 'vitest';
import { inOneBreath } from './in-one-breath';

test.each([
  ['Denied by statement 1 of `Guard` (SCP)', 'It denies it.', 'Denied by statement 1 of `Guard` (SCP). It denies it.'],
  ['What was called?', 'Paste the message.', 'What was called? Paste the message.'],
  ['Denied: nothing allows this', '', 'Denied: nothing allows this.'],
])('%s', (headline, summary, said) => {
  expect(inOneBreath({ headline, summary })).toBe(said);
});
