import { expect, it } from 'vitest';
import { isNodeSupported } from './node-version.mjs';

it.each([
  ['v18.20.0', false],
  ['v20.18.3', false],
  ['v20.19.0', true],
  ['v21.7.0', false],
  ['v22.11.0', false],
  ['v22.12.0', true],
  ['v24.0.0', true],
])('Node.js %s is supported: %s', (version, supported) => {
  expect(isNodeSupported(version)).toBe(supported);
});
