import type { Mark } from '@/lib/explanation/mark';
import type { Finding, Severity } from '@/lib/validation/finding';
import { isTold } from '@/lib/validation/told-problems';
import { carryOffset, type Lines, splitLines, withNewlines } from './lines';

const KINDS = {
  error: 'finding-error',
  securityWarning: 'finding-security',
  warning: 'finding-warning',
  suggestion: 'finding-suggestion',
} satisfies Record<Severity, Mark['kind']>;

/** Findings as marks in the text as given, whatever its line ends. */
export function findingMarks(findings: readonly Finding[], lines: Lines): readonly Mark[] {
  if (findings.length === 0) return NONE;
  const shown = lines.text.includes('\r') ? splitLines(withNewlines(lines.text)) : undefined;
  const given = (offset: number) => (shown ? carryOffset(shown, lines, offset) : offset);
  return findings.map(({ check, severity, message, range }) => ({
    kind: KINDS[severity],
    message,
    about: check,
    range: { start: given(range.start), end: given(range.end) },
  }));
}

const NONE: readonly Mark[] = [];

/** The marks of a verdict with those of findings; where both tell of one fault, the finding does. */
export function withFindings(marks: readonly Mark[], found: readonly Mark[]): readonly Mark[] {
  if (found.length === 0) return marks;
  const findings = found.map(({ about = '', range }) => ({ check: about, range }));
  return [...marks.filter(({ about, range }) => about === undefined || !isTold(about, range, findings)), ...found];
}
