import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const now = () => fingerprint(folder, ['app', 'lib', 'missing'], ['']);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whydenied-fingerprint-'));
  mkdirSync(join(folder, 'app'));
  mkdirSync(join(folder, 'lib/testing'), { recursive: true });
  write('app/page.tsx', 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['a changed source', () => write('app/page.tsx', 'two')],
  ['a new source', () => write('app/layout.tsx', '')],
  ['a renamed source', () => renameSync(join(folder, 'app/page.tsx'), join(folder, 'app/other.tsx'))],
])('%s makes the build stale', (_name, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

it.each([
  ['a new time on a file', () => utimesSync(join(folder, 'app/page.tsx'), 1, 1)],
  ['a test', () => write('lib/arn.test.ts', 'test')],
  ['a room for tests', () => write('lib/testing/cases.ts', 'test')],
])('%s does not', (_name, change) => {
  const before = now();
  change();
  expect(now()).toBe(before);
});
