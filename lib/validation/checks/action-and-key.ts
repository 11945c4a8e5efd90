import { keyId } from '@/lib/iam/context-key';
import { jsonText } from '@/lib/text/json-edit';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { serviceOfKey, supportsKey } from '@/lib/validation/condition-keys';
import type { QuickFix } from '@/lib/validation/finding';
import { analyzerPage } from '@/lib/validation/pages';
import { allBut } from '@/lib/validation/policy-types';
import type { ActionView, Clause } from '@/lib/validation/policy-view';
import { isAboutAction, knownActions } from '@/lib/validation/terms/actions';
import { hasValue, isNull } from '@/lib/validation/terms/conditions';

// Actions whose requests carry a condition key, and those whose requests do not.

const UNSUPPORTED_ACTION_FOR_CONDITION_KEY: Check = {
  id: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  severity: 'error',
  types: allBut('trust'),
  rank: 'meaning',
  page: analyzerPage('error', 'unsupported-action-for-condition-key'),
  find: inSoundStatements(({ action, clauses }, report, { catalog }) => {
    if (clauses.length === 0) return;
    const known = knownActions(action, catalog);
    if (known.length < 2) return;
    for (const { key, written } of clauses) {
      if (written === undefined || written.operator === 'Null' || written.ifExists) continue;
      if (serviceOfKey(key.value) === undefined) continue;
      const others = known.filter((one) => !supportsKey(one.action, key.value));
      if (others.length === known.length) continue;
      for (const { entry } of others) {
        const message = `Requests for ${code(entry.value)} never carry ${code(key.value)}, so this statement never applies to it. Put it into a statement of its own.`;
        report({ range: entry.range, message });
      }
    }
  }),
};

/** Keys of a role's session that are set by an action of their own. */
function setBy(key: string): string | undefined {
  const id = keyId(key);
  if (id === 'sts:sourceidentity') return 'sts:SetSourceIdentity';
  const isTag = id === 'aws:tagkeys' || id === 'sts:transitivetagkeys' || id.startsWith('aws:requesttag/');
  return isTag ? 'sts:TagSession' : undefined;
}

const MISSING_ACTION_FOR_CONDITION_KEY: Check = {
  id: 'MISSING_ACTION_FOR_CONDITION_KEY',
  severity: 'error',
  types: ['trust'],
  rank: 'meaning',
  page: analyzerPage('error', 'missing-action-for-condition-key'),
  find: inSoundStatements((statement, report) => {
    const { effect, action, clauses } = statement;
    if (effect?.value !== 'Allow' || action === undefined) return;
    for (const clause of clauses) {
      const needed = setBy(clause.key.value);
      if (needed === undefined || asksForAbsence(clause) || isAboutAction(statement, needed)) continue;
      const message = `${code(clause.key.value)} is set with ${code(needed)}, which this statement does not allow, so nobody can set it. Add ${code(needed)}.`;
      report({ range: clause.key.range, message, fixes: addAction(action, needed) });
    }
  }),
};

function asksForAbsence(clause: Clause): boolean {
  return isNull(clause) && hasValue(clause, 'true');
}

function addAction(action: ActionView, name: string): readonly QuickFix[] {
  const last = action.entries.at(-1);
  if (action.name !== 'Action' || last === undefined) return [];
  const title = `Also allow ${code(name)}`;
  if (!action.isList) {
    return [{ title, edits: [{ range: action.value, text: `[${jsonText(last.value)}, ${jsonText(name)}]` }] }];
  }
  const { end } = last.range;
  return [{ title, edits: [{ range: { start: end, end }, text: `, ${jsonText(name)}` }] }];
}

export const ACTION_AND_KEY_CHECKS: readonly Check[] = [
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY,
  MISSING_ACTION_FOR_CONDITION_KEY,
];
