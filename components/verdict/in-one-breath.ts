import type { Diagnosis } from '@/lib/diagnosis/diagnosis';

/** Headline and summary as one text for screen readers. A headline that asks ends as it is. */
export function inOneBreath({ headline, summary }: Pick<Diagnosis, 'headline' | 'summary'>): string {
  return `${headline}${headline.endsWith('?') ? '' : '.'} ${summary}`.trim();
}
