import { capitalised, code } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { isUnconditional } from '@/lib/validation/terms/conditions';
import { isWithin, type Reach, reachOf, sayingOf } from '@/lib/validation/terms/coverage';
import { openingBrace } from '@/lib/validation/terms/places';

// Statements that another statement of the same policy makes superfluous. Every pair is compared, so the count is limited:
// the largest policy that AWS stores has some hundreds.
const MOST_STATEMENTS = 800;

function comparable({ policy }: Subject): readonly Reach[] {
  const sound = policy?.statements.filter((statement) => statement.sound && isAboutSomething(statement)) ?? [];
  return sound.length > MOST_STATEMENTS ? [] : sound.map((statement) => reachOf(statement));
}

/** Empty lists are told by other checks. */
function isAboutSomething({ action, resource }: StatementView): boolean {
  return action?.entries.length !== 0 && resource?.entries.length !== 0;
}

const ACTION_IN_ALLOW_AND_DENY: Check = {
  id: 'ACTION_IN_ALLOW_AND_DENY',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: iamPage('reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay'),
  *find(subject): Iterable<Found> {
    const statements = comparable(subject);
    const denials = statements.filter(({ statement }) => isDenial(statement) && isUnconditional(statement));
    for (const allowed of statements) {
      if (isDenial(allowed.statement)) continue;
      const denial = denials.find((one) => isWithin(allowed, one));
      if (denial === undefined) continue;
      const message = `This Allow has no effect: ${nameOf(denial.statement)} denies all of it, and a Deny always wins. Remove one of the two, or narrow the Deny.`;
      yield { range: openingBrace(allowed.statement), message };
    }
  },
};

const STATEMENT_COVERED: Check = {
  id: 'STATEMENT_COVERED',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'meaning',
  page: iamPage('reference_policies_elements_statement'),
  *find(subject): Iterable<Found> {
    const statements = comparable(subject);
    for (const narrow of statements) {
      const wide = statements.find((one) => isCoveredBy(narrow, one));
      // Of two that cover each other the later one goes.
      if (wide === undefined || (wide.statement.index > narrow.statement.index && isCoveredBy(wide, narrow))) continue;
      const message = `${capitalised(nameOf(wide.statement))} already says all of this. Remove this statement, or narrow the other one.`;
      yield { range: openingBrace(narrow.statement), message };
    }
  },
};

function isDenial({ effect }: StatementView): boolean {
  return effect?.value === 'Deny';
}

/** Whether the wide statement says all that the narrow one says, and is not just the same. */
function isCoveredBy(narrow: Reach, wide: Reach): boolean {
  if (narrow === wide || isDenial(narrow.statement) !== isDenial(wide.statement)) return false;
  if (wide.condition !== '' && wide.condition !== narrow.condition) return false;
  return isWithin(narrow, wide) && sayingOf(narrow.statement) !== sayingOf(wide.statement);
}

function nameOf({ index, sid }: StatementView): string {
  return sid && sid.value !== '' ? `statement ${index + 1} (${code(sid.value)})` : `statement ${index + 1}`;
}

export const COVERED_STATEMENT_CHECKS: readonly Check[] = [ACTION_IN_ALLOW_AND_DENY, STATEMENT_COVERED];
