import { plural } from '@/lib/text/wording';
import { type Finding, SEVERITIES, type Severity } from '@/lib/validation/finding';

export const SEVERITY_WORDS = {
  error: 'Error',
  securityWarning: 'Security warning',
  warning: 'Warning',
  suggestion: 'Suggestion',
} satisfies Record<Severity, string>;

const COUNTED = {
  error: ['error', 'errors'],
  securityWarning: ['security warning', 'security warnings'],
  warning: ['warning', 'warnings'],
  suggestion: ['suggestion', 'suggestions'],
} satisfies Record<Severity, readonly [one: string, many: string]>;

/** "2 errors, 1 suggestion"; "nothing found" of no findings. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const [one, many] = COUNTED[severity];
    return count === 0 ? [] : [plural(count, one, many)];
  });
  return counts.length === 0 ? 'nothing found' : counts.join(', ');
}
