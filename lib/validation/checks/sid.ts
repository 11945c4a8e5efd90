import { member } from '@/lib/text/json';
import type { Located } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inStatements } from '@/lib/validation/check';
import { changeTo, removeElement } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { PolicyView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';

const UNSUPPORTED_SID: Check = {
  id: 'UNSUPPORTED_SID',
  severity: 'error',
  types: ['identity', 'boundary', 'session', 'trust', 'scp'],
  rank: 'format',
  page: analyzerPage('error', 'unsupported-sid'),
  find: inStatements(({ sid }, report, { policy }) => {
    if (sid === undefined || /^[A-Za-z0-9]*$/.test(sid.value)) return;
    const plain = joined(sid.value);
    const free = policy && plain !== '' && !sidsOf(policy).some((other) => other.value === plain);
    const message = `${code(sid.value)} cannot be a \`Sid\`: use letters from A to Z and digits alone.`;
    report({ range: sid.range, message, ...(free && { fixes: [changeTo(sid.range, plain)] }) });
  }),
};

/** Letters and digits alone: `Read only` becomes `ReadOnly`. */
function joined(sid: string): string {
  return sid
    .split(/[^A-Za-z0-9]+/)
    .map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

function sidsOf(policy: PolicyView): readonly Located<string>[] {
  return policy.statements.flatMap(({ sid }) => (sid === undefined || sid.value === '' ? [] : [sid]));
}

/** Every `Sid` but the first of equal ones. */
function* repeatedSids({ policy }: Subject, why: string): Iterable<Found> {
  if (policy === undefined) return;
  const all = sidsOf(policy);
  const taken = new Set(all.map(({ value }) => value));
  const counts = new Map<string, number>();
  for (const sid of all) {
    let count = (counts.get(sid.value) ?? 0) + 1;
    if (count > 1) {
      while (taken.has(`${sid.value}${count}`)) count++;
      const free = `${sid.value}${count}`;
      const message = `An earlier statement has the \`Sid\` ${code(sid.value)} too. ${why}`;
      yield { range: sid.range, message, fixes: [changeTo(sid.range, free)] };
    }
    counts.set(sid.value, count);
  }
}

const UNIQUE_SIDS_REQUIRED: Check = {
  id: 'UNIQUE_SIDS_REQUIRED',
  severity: 'error',
  types: ['identity', 'boundary', 'session'],
  rank: 'meaning',
  page: analyzerPage('error', 'unique-sids-required'),
  find: (subject) => repeatedSids(subject, 'IAM refuses the policy: give each statement its own.'),
};

const UNIQUE_SIDS_RECOMMENDED: Check = {
  id: 'UNIQUE_SIDS_RECOMMENDED',
  severity: 'warning',
  types: ['resource', 'trust', 'scp', 'rcp', 'endpoint'],
  rank: 'meaning',
  page: analyzerPage('general-warning', 'unique-sids-recommended'),
  find: (subject) => repeatedSids(subject, 'Give each statement its own, so that tools can tell them apart.'),
};

const EMPTY_SID_VALUE: Check = {
  id: 'EMPTY_SID_VALUE',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'empty-sid-value'),
  find: inStatements(({ node, sid }, report) => {
    const found = member(node, 'Sid');
    if (sid?.value !== '' || found === undefined) return;
    const message = 'This `Sid` is empty. Remove it, or name what the statement is for.';
    report({ range: sid.range, message, fixes: [removeElement(node, found)] });
  }),
};

export const SID_CHECKS: readonly Check[] = [
  UNSUPPORTED_SID,
  UNIQUE_SIDS_REQUIRED,
  UNIQUE_SIDS_RECOMMENDED,
  EMPTY_SID_VALUE,
];
