import { expect, test } from 'vitest';
import type { Mark } from '@/lib/explanation/mark';
import type { Finding } from '@/lib/validation/finding';
import { findingMarks, withFindings } from './finding-marks';
import { splitLines } from './lines';

const finding = (severity: Finding['severity'], start: number, end: number): Finding => ({
  check: 'A',
  severity,
  message: 'Odd.',
  range: { start, end },
});

test('a finding is a mark by its severity', () => {
  const found = (['error', 'securityWarning', 'warning', 'suggestion'] as const).map((severity) =>
    finding(severity, 0, 1),
  );
  const kinds = findingMarks(found, splitLines('abc')).map(({ kind }) => kind);
  expect(kinds).toEqual(['finding-error', 'finding-security', 'finding-warning', 'finding-suggestion']);
  expect(findingMarks([], splitLines('abc'))).toEqual([]);
});

test('places are those of the text as given, whatever its line ends', () => {
  const given = 'a\r\nbc\r\nd';
  const [mark] = findingMarks([finding('error', 2, 4)], splitLines(given));
  expect(given.slice(mark?.range.start, mark?.range.end)).toBe('bc');
});

test('one fault is told once', () => {
  const range = { start: 0, end: 1 };
  const marks: readonly Mark[] = [
    { kind: 'problem', message: 'Wrong.', range, about: 'effect-value' },
    { kind: 'denies', message: 'Denies.', range },
    { kind: 'warning', message: 'Another thing.', range, about: 'short-arn' },
  ];
  const found = findingMarks([{ ...finding('error', 0, 1), check: 'INVALID_EFFECT' }], splitLines('abc'));
  expect(withFindings(marks, found).map(({ kind }) => kind)).toEqual(['denies', 'warning', 'finding-error']);
  expect(withFindings(marks, [])).toBe(marks);
});
