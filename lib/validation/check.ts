import type { Finding, Severity } from '@/lib/validation/finding';
import type { StatementView } from '@/lib/validation/policy-view';
import type { Subject, ValidatedType } from '@/lib/validation/subject';

/**
 * What a check looks at, the strictest first. Of findings on the same characters only those of the strictest rank are
 * told, because the others follow from the same fault.
 */
export const RANKS = ['syntax', 'element', 'type', 'grammar', 'format', 'existence', 'meaning', 'style'] as const;

type Rank = (typeof RANKS)[number];

/** What a check says about one place. The severity is the check's own where it is left out. */
export type Found = Omit<Finding, 'check' | 'severity'> & { readonly severity?: Severity };

/** One thing that can be wrong with a policy. */
export interface Check {
  /** Stable id, where AWS has one its `issueCode`. */
  readonly id: string;
  readonly severity: Severity;
  /** Policy types in which it is looked for. */
  readonly types: readonly ValidatedType[];
  readonly rank: Rank;
  /** Runs also where the text is no JSON, and then sees the text alone. */
  readonly reads?: 'text';
  /** Checks of stricter rank that do not silence this one, because they tell another fault. */
  readonly beside?: readonly string[] | 'all';
  /** The documentation of what AWS expects. */
  readonly page: string;
  find(subject: Subject): Iterable<Found>;
}

/** More places than anybody looks through; a text with more of them is no policy. */
export const MOST_FOUND = 1000;

/** Takes what a check finds. Called and not yielded: every check asks every statement, and most say nothing. */
type Report = (found: Found) => void;

// Not `void`, which would also take a generator that nobody runs.
type FindInStatement = (statement: StatementView, report: Report, subject: Subject) => undefined;

/** A `find` that looks at every statement by itself. */
export function inStatements(find: FindInStatement): (subject: Subject) => readonly Found[] {
  return (subject) => {
    const all: Found[] = [];
    const report: Report = (found) => all.push(found);
    for (const statement of subject.policy?.statements ?? []) {
      find(statement, report, subject);
      if (all.length >= MOST_FOUND) break;
    }
    return all;
  };
}

/**
 * A `find` that looks at every statement that AWS would take as it stands. What a statement allows can be judged only where
 * all of it could be read: the part that could not may be what limits it.
 */
export function inSoundStatements(find: FindInStatement): (subject: Subject) => readonly Found[] {
  return inStatements((statement, report, subject) => {
    if (statement.sound) find(statement, report, subject);
  });
}
