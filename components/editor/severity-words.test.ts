import { expect, test } from 'vitest';
import type { Severity } from '@/lib/validation/finding';
import { countFindings } from './severity-words';

test.each<[readonly Severity[], string]>([
  [[], 'nothing found'],
  [['suggestion', 'error', 'error'], '2 errors, 1 suggestion'],
  [['warning', 'securityWarning', 'warning'], '1 security warning, 2 warnings'],
])('%j', (severities, want) => {
  const found = severities.map((severity) => ({ check: 'A', severity, message: '', range: { start: 0, end: 0 } }));
  expect(countFindings(found)).toBe(want);
});
