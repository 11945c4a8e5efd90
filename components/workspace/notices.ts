import type { Notice } from '@/components/workspace/state';
import type { Problem } from '@/lib/text/problem';

/** A notice before it is shown and numbered. */
export type NewNotice = Omit<Notice, 'id'>;

/** One notice for everything that was wrong with a document that did open; none where nothing was. */
export function openingNotices(kind: 'link' | 'import', problems: readonly Problem[]): readonly NewNotice[] {
  if (problems.length === 0) return [];
  return [{ kind, severity: 'warning', message: OPENED_WITH_PROBLEMS[kind], problems }];
}

/** A notice of a single sentence. */
export function notice(kind: Notice['kind'], severity: Notice['severity'], message: string): NewNotice {
  return { kind, severity, message, problems: [] };
}

/** What was cut from a text, told to the person who pasted it. */
export function secretsNotice(kinds: readonly string[]): NewNotice {
  const what = [...new Set(kinds)].join(', ');
  return notice('secrets', 'warning', `A secret was cut out (${what}) before anything was kept. ${REVOKE}`);
}

const REVOKE = 'If others may have seen it, revoke it in AWS.';

const OPENED_WITH_PROBLEMS = {
  link: 'The link was opened, but not everything in it could be read. What is listed here was left out or read as it was most likely meant.',
  import:
    'The diagnosis was opened, but not everything in it could be read. What is listed here was left out or read as it was most likely meant.',
};
